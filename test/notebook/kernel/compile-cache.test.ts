import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CompileCache } from '../../../src/notebook/kernel/compile-cache.js';
import type { Compile } from '../../../src/notebook/kernel/kernel-compiler.js';

let folder: string;
let asked: string[];
const error = {
  start: { offset: 0, line: 0, character: 0 },
  end: { offset: 1, line: 0, character: 1 },
  messageText: '错',
  category: 1,
  code: 1,
};
const compiler: Compile = (declarations, source) => {
  asked.push(source);
  if (source === 'broken') return { diagnostics: [error] };
  const sideOutputs = source === 'imports a file' ? [{ path: 'own.js', data: '1' }] : undefined;
  return { diagnostics: [], output: `js of ${source}`, declOutput: `${declarations}${source};`, sideOutputs };
};

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'fundwatch-cells-'));
  asked = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a cell is compiled once, and the next run gets the same result from disk', async () => {
  const first = await new CompileCache(folder, 'v1').around(compiler)('', 'let a = 1', 'cell 1');
  const second = await new CompileCache(folder, 'v1').around(compiler)('', 'let a = 1', 'cell 1');
  expect(second).toEqual(first);
  expect(asked).toEqual(['let a = 1']);
});

test('another source, other declarations before it, another label or another vocabulary is compiled anew', async () => {
  const cells: Parameters<Compile>[] = [
    ['', 'a', '1'],
    ['', 'b', '1'],
    ['let x: number;', 'a', '1'],
    ['', 'a', '2'],
  ];
  const compile = new CompileCache(folder, 'v1').around(compiler);
  for (const cell of cells) await compile(...cell);
  await new CompileCache(folder, 'v2').around(compiler)('', 'a', '1');
  expect(asked).toEqual(['a', 'b', 'a', 'a', 'a']);
});

test('a cell with an error, or with modules of its own, is never taken from disk', async () => {
  const compile = new CompileCache(folder, 'v1').around(compiler);
  for (const source of ['broken', 'broken', 'imports a file', 'imports a file']) await compile('', source, '1');
  expect(asked).toEqual(['broken', 'broken', 'imports a file', 'imports a file']);
});

test('a file that a crash cut short is compiled anew', async () => {
  const compile = new CompileCache(folder, 'v1').around(compiler);
  const whole = await compile('', 'a', '1');
  const [file = ''] = readdirSync(path.join(folder, 'v1'));
  writeFileSync(path.join(folder, 'v1', file), '{"diagnostics":[');
  expect(await compile('', 'a', '1')).toEqual(whole);
  expect(asked).toEqual(['a', 'a']);
});

test('pruning removes what other vocabularies compiled and keeps our own', async () => {
  for (const version of ['v1', 'v2']) await new CompileCache(folder, version).around(compiler)('', 'a', '1');
  new CompileCache(folder, 'v2').prune();
  expect(readdirSync(folder)).toEqual(['v2']);
});
