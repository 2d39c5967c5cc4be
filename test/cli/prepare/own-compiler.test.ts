import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { linkOwnCompiler } from '../../../src/cli/prepare/own-compiler.js';
import { temporaryFolder } from '../../fixtures/workspace.js';

/** A `node_modules` with the compilers named, each of which says its name. */
function modules(...compilers: string[]): string {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, '.bin'));
  for (const name of compilers) {
    mkdirSync(path.join(folder, name, 'bin'), { recursive: true });
    writeFileSync(path.join(folder, name, 'bin/tsc'), name);
  }
  return folder;
}

const called = (folder: string): string => readFileSync(path.join(folder, '.bin/tsc'), 'utf8');

test.skipIf(process.platform === 'win32')('The command of tslab makes way for that of the project', () => {
  const folder = modules('tslab', 'typescript');
  symlinkSync('../tslab/bin/tsc', path.join(folder, '.bin/tsc'));
  expect(called(folder)).toBe('tslab');
  for (let install = 1; install <= 2; install += 1) {
    linkOwnCompiler(folder);
    expect(called(folder)).toBe('typescript');
  }
  expect(readdirSync(path.join(folder, '.bin'))).toEqual(['tsc']);
});

test.skipIf(process.platform === 'win32')('Without the project’s compiler the command stays as it is', () => {
  const folder = modules('tslab');
  symlinkSync('../tslab/bin/tsc', path.join(folder, '.bin/tsc'));
  linkOwnCompiler(folder);
  expect(called(folder)).toBe('tslab');
});

test('A command that is no link, as on Windows, and one that is not there stay as they are', () => {
  const folder = modules('typescript');
  linkOwnCompiler(folder);
  expect(readdirSync(path.join(folder, '.bin'))).toEqual([]);
  writeFileSync(path.join(folder, '.bin/tsc'), 'a script that starts tslab’s');
  linkOwnCompiler(folder);
  expect(called(folder)).toBe('a script that starts tslab’s');
});
