import { afterAll, beforeAll, expect, test } from 'vitest';
import { KernelClient } from '../../src/notebook/run/client.js';
import { type KernelPool, startKernels } from '../../src/notebook/run/kernel-pool.js';
import { runNotebook } from '../../src/notebook/run/run-notebook.js';
import { notebookOf } from '../fixtures/notebook-of.js';

const LIMIT_MS = 1500;
let pool: KernelPool;

beforeAll(async () => {
  pool = startKernels(1);
  // The first cell that was never compiled before, and uses Node's types, pays for loading compiler and types; no test's
  // time limit should.
  const kernel = await pool.take();
  await kernel.execute(`process.pid + ${Date.now()}`, () => {});
  await kernel.close();
});
afterAll(() => pool.close());

/** Runs cells in a fresh kernel, and proves that its process is gone. */
async function run(...cells: Parameters<typeof notebookOf>) {
  const kernel = await pool.take();
  const start = performance.now();
  const { notebook, failure } = await runNotebook(notebookOf(...cells), kernel, { cellLimitMs: LIMIT_MS });
  await kernel.close();
  const pid = Number(kernel.pid);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  return { notebook, failure, milliseconds: performance.now() - start };
}

test('A notebook that ends its kernel fails at that cell with the exit code', async () => {
  const { notebook, failure } = await run('1 + 1', 'process.exit(3)', '2 + 2');
  expect(failure).toMatchObject({ kind: 'kernel', cell: 2, ename: 'KernelDied' });
  expect(failure?.message).toBe('第 2 个代码单元格（process.exit(3)）运行时内核意外终止（退出码 3）');
  expect(notebook.cells[1]?.outputs?.at(-1)).toMatchObject({ output_type: 'error', ename: 'KernelDied' });
  expect(notebook.cells[2]?.outputs).toEqual([]);
});

test('A loop that never ends is stopped at the time limit', async () => {
  const { failure, milliseconds } = await run('while (true) {}', '2');
  expect(failure).toMatchObject({ kind: 'time-limit', cell: 1 });
  expect(failure?.message).toBe('第 1 个代码单元格（while (true) {}）运行超过 1.5 秒的时限，已停止');
  expect(milliseconds).toBeLessThan(LIMIT_MS + 3000);
});

test('A promise that is never fulfilled is stopped at the time limit', async () => {
  const { failure, milliseconds } = await run('1', 'await new Promise(() => {})');
  expect(failure).toMatchObject({ kind: 'time-limit', cell: 2 });
  expect(milliseconds).toBeLessThan(LIMIT_MS + 3000);
});

test('A loop that awaits for ever is stopped at the time limit', async () => {
  const { failure, milliseconds } = await run('for (;;) { await new Promise((r) => setTimeout(r, 10)) }');
  expect(failure).toMatchObject({ kind: 'time-limit', cell: 1 });
  expect(milliseconds).toBeLessThan(LIMIT_MS + 3000);
});

test('A loop after an await, which no interrupt reaches, is killed after the time limit', async () => {
  const { failure, milliseconds } = await run('await Promise.resolve(); while (true) {}');
  expect(failure).toMatchObject({ kind: 'time-limit', cell: 1 });
  expect(milliseconds).toBeLessThan(LIMIT_MS + 4000);
});

test('A timer left running neither fails the notebook nor keeps the kernel alive', async () => {
  const { failure, milliseconds } = await run('setInterval(() => {}, 1000); 1');
  expect(failure).toBeNull();
  expect(milliseconds).toBeLessThan(4000);
});

test('A kernel that crashes fails the cell with the signal', async () => {
  const { failure } = await run('process.abort()');
  expect(failure).toMatchObject({ kind: 'kernel', cell: 1 });
  expect(failure?.message).toBe('第 1 个代码单元格（process.abort()）运行时内核意外终止（信号 SIGABRT）');
});

test('A notebook that uses up its memory fails with the limit named', async () => {
  const kernel = await pool.take();
  const cell = 'const a: number[][] = [];\nfor (;;) a.push(new Array(1e6).fill(Math.random()));';
  const { failure } = await runNotebook(notebookOf(cell), kernel);
  await kernel.close();
  expect(failure).toMatchObject({ kind: 'memory', cell: 1 });
  expect(failure?.evalue).toBe('内存用尽（上限 512 MB），内核已终止');
});

test('A timer that throws after the last cell fails the cell that set it', async () => {
  const { notebook, failure } = await run('setTimeout(() => { throw new RangeError("迟到") }, 20); 1', '2');
  expect(failure).toMatchObject({ kind: 'asynchronous', cell: 1, ename: 'RangeError', evalue: '迟到' });
  expect(failure?.message).toContain('运行之后，由它启动的异步操作出错：RangeError：迟到');
  expect(notebook.cells[0]?.outputs?.at(-1)).toMatchObject({ output_type: 'error', ename: 'RangeError' });
});

test('A rejected promise that nobody awaits fails the cell that made it, and later cells do not run', async () => {
  const wait = 'await new Promise<void>((r) => setTimeout(r, 300)); console.log("second")';
  const reject =
    'async function go() { await new Promise<void>((r) => setTimeout(r, 100)); throw new Error("无人等待") }\ngo();';
  const { notebook, failure } = await run(reject, wait, '3');
  expect(failure).toMatchObject({ kind: 'asynchronous', cell: 1, ename: 'Error', evalue: '无人等待' });
  expect(failure?.traceback.join('\n')).toContain('单元格 [1]');
  expect(notebook.cells[2]?.execution_count).toBeNull();
});

test('A rejected promise that nobody awaits fails its cell at once when it is rejected there', async () => {
  const { failure } = await run('Promise.reject(new Error("立即")); 1', '2');
  expect(failure).toMatchObject({ kind: 'exception', cell: 1, evalue: '立即' });
});

test('A print of 30 MB is cut to a million characters with a note', async () => {
  const { notebook, failure } = await run('process.stdout.write("y".repeat(30e6));', 'console.log("next")');
  expect(failure).toBeNull();
  const outputs = notebook.cells[0]?.outputs ?? [];
  const text = outputs.map((output) => output.text ?? '').join('');
  expect(text.slice(0, 1_000_000)).toBe('y'.repeat(1_000_000));
  expect(text.slice(1_000_000)).toBe('\n……（单元格的文字输出超过 100 万字符，其余从略）\n');
  expect(notebook.cells[1]?.outputs).toEqual([{ output_type: 'stream', name: 'stdout', text: 'next\n' }]);
});

test('A kernel that cannot start is told as such', async () => {
  const command = () => [process.execPath, '-e', 'console.error("no kernel here"); process.exit(7)'];
  const run = await runNotebook(notebookOf('1'), KernelClient.start({ command }));
  expect(run.failure).toMatchObject({ kind: 'start', cell: 0, traceback: ['no kernel here'] });
  expect(run.failure?.message).toBe('笔记本内核未能启动：退出码 7');
});

test('A kernel that never answers is given up after its time limit', async () => {
  const command = () => [process.execPath, '-e', 'setInterval(() => {}, 1000)'];
  await expect(KernelClient.start({ command, startLimitMs: 300 })).rejects.toThrow('no answer within 300 ms');
});

test('A cell that throws tells name, message and place, and stops the notebook', async () => {
  const { notebook, failure } = await run(
    'function rate(): number { throw new RangeError("基金为零") }',
    'rate()',
    '1',
  );
  expect(failure).toMatchObject({ kind: 'exception', cell: 2, ename: 'RangeError', evalue: '基金为零' });
  expect(failure?.message).toBe('第 2 个代码单元格（rate()）出错：RangeError：基金为零');
  expect(failure?.traceback).toEqual(['RangeError: 基金为零', '    at rate (单元格 [1])', '    at 单元格 [2]']);
  expect(notebook.cells[2]?.outputs).toEqual([]);
});

test('A cell whose types do not fit is not run', async () => {
  const { notebook, failure } = await run('const months: number = "六"; console.log("ran")');
  expect(failure).toMatchObject({ kind: 'type-check', cell: 1, ename: 'TypeScriptError' });
  expect(failure?.message).toContain('单元格类型检查未通过：第 1 行第 7 列：');
  expect(notebook.cells[0]?.outputs?.map((output) => output.output_type)).toEqual(['error']);
});

test('Checks are strict: a value that may be missing is not one', async () => {
  const { failure } = await run('const first = [1, 2].find((n) => n > 5);\nfirst.toFixed(1)');
  expect(failure).toMatchObject({ kind: 'type-check', cell: 1 });
  expect(failure?.evalue).toContain('第 2 行第 1 列');
});
