import path from 'node:path';
import { readConnectionFile } from './kernel/connection.js';
import { COMPILE_IN_PARENT, PROJECT_ROOT } from './kernel/kernel-command.js';
import { type Compile, type Compiler, createCompiler } from './kernel/kernel-compiler.js';
import { redirectStreams } from './kernel/kernel-output.js';
import { endWithParent } from './kernel/kernel-parent.js';
import { KernelServer } from './kernel/kernel-server.js';
import { Session } from './kernel/kernel-session.js';
import { compileIn, parent } from './kernel/remote-compile.js';

/**
 * Entry of the project's Jupyter kernel: `node kernel.js <connection file> [--compile-in-parent]`. It works in the project's folder, whatever
 * the notebook's folder is, and tells a parent that holds an IPC channel which ports it bound.
 */
async function main(): Promise<void> {
  const file = process.argv[2];
  if (file === undefined) throw new TypeError('usage: node kernel.js <connection file>');
  const connection = await readConnectionFile(path.resolve(file));
  process.chdir(PROJECT_ROOT);
  endWithParent();
  let compiler: Compiler | undefined;
  const ownCompiler = () => {
    compiler ??= createCompiler();
    return compiler;
  };
  let compile: Compile = (...cell) => ownCompiler().compile(...cell);
  if (process.argv.includes(COMPILE_IN_PARENT)) compile = compileIn(parent);
  else ownCompiler();
  const session = new Session(PROJECT_ROOT, compile, ownCompiler);
  const server = new KernelServer(connection, session, () => process.exit(0));
  process.on('SIGINT', () => session.interrupt());
  const takeUncaught = (reason: unknown) => {
    if (session.takeUncaught(reason)) return;
    console.error(reason);
    process.exit(1);
  };
  process.on('uncaughtException', takeUncaught);
  process.on('unhandledRejection', takeUncaught);
  redirectStreams(() => session.output);
  const ports = await server.listen();
  process.send?.({ ports });
}

await main();
