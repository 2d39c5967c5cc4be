#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const main = new URL('../dist/cli/main.js', import.meta.url);
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
  console.error(`Node 版本 ${process.versions.node} 太旧，需要 20.19 以上（20 系列）或 22.12 以上`);
  process.exitCode = 2;
} else if (existsSync(fileURLToPath(main))) {
  await (await import(main.href)).main(process.argv.slice(2));
} else {
  console.error('程序尚未编译，请先在项目文件夹运行：npm ci');
  process.exitCode = 2;
}
