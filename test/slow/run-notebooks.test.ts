import { expect, test } from 'vitest';
import type { NotebookOutput } from '../../src/notebook/output.js';
import { startKernels } from '../../src/notebook/run/kernel-pool.js';
import { livingProcessIds } from '../../src/notebook/run/kernel-process.js';
import { type NotebookProgress, runNotebooks } from '../../src/notebook/run/run-notebooks.js';
import { notebookOf } from '../fixtures/notebook-of.js';

const textOf = (outputs: NotebookOutput[] | undefined) => outputs?.map((output) => output.text).join('');

test('Notebooks get their parameters, outputs arrive while they run, and the notebook given is unchanged', async () => {
  const notebook = notebookOf(
    ['parameters', "let place = 'lishui';\nlet months = 6;"],
    'console.log(place, months)',
    '1 + 1',
  );
  const before = structuredClone(notebook);
  const outputs: [string, NotebookOutput, number][] = [];
  const [run] = await runNotebooks([{ name: '01-balance', notebook }], {
    parameters: { place: '株洲', period: '2021Q1' },
    onOutput: (...output) => outputs.push(output),
  });
  expect(run?.failure).toBeNull();
  expect(notebook).toEqual(before);
  expect(run?.notebook.cells.map((cell) => cell.execution_count)).toEqual([1, 2, 3, 4]);
  expect(run?.notebook).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
  expect(run?.notebook.metadata).toMatchObject({
    kernelspec: { name: 'fundwatch', display_name: 'fundwatch (TypeScript)', language: 'typescript' },
    language_info: { name: 'typescript' },
  });
  const result = { output_type: 'execute_result', execution_count: 4, data: { 'text/plain': '2' }, metadata: {} };
  expect(outputs).toEqual([
    ['01-balance', { output_type: 'stream', name: 'stdout', text: '株洲 6\n' }, 2],
    ['01-balance', result, 3],
  ]);
  expect(livingProcessIds()).toEqual([]);
});

test('A parameter of the wrong type fails the type check of the injected cell', async () => {
  const notebook = notebookOf(['parameters', 'let months = 6;'], 'months');
  const [run] = await runNotebooks([{ name: 'n', notebook }], { parameters: { months: '六' } });
  expect(run?.failure).toMatchObject({ kind: 'type-check', cell: 1 });
});

test('Nothing of one notebook is seen in the next, though the compiler is the same', async () => {
  const kernels = startKernels(1);
  const first = notebookOf(
    'const secret = 1;\n(Array.prototype as any).leak = 1;\nprocess.chdir("/");\nprocess.env.LEAK = "1";',
  );
  const values = notebookOf('console.log("leak" in [], process.env.LEAK, process.cwd() === "/")');
  const names = notebookOf('secret');
  const jobs = [first, values, names].map((notebook, index) => ({ name: `n${index}`, notebook }));
  const [dirty, clean, unknown] = await runNotebooks(jobs, { parallel: 1, kernels });
  expect(dirty?.failure).toBeNull();
  expect(textOf(clean?.notebook.cells[0]?.outputs)).toBe('false undefined false\n');
  expect(unknown?.failure).toMatchObject({ kind: 'type-check', cell: 1 });
  expect(unknown?.failure?.evalue).toContain('secret');
});

test('A variable of an earlier cell is known in shorthand too', async () => {
  const job = { name: 'n', notebook: notebookOf("const scheme = 'employee';", '({ scheme }).scheme') };
  const [run] = await runNotebooks([job]);
  expect(run?.failure).toBeNull();
  expect(run?.notebook.cells[1]?.outputs?.[0]?.data).toEqual({ 'text/plain': 'employee' });
});

test("One notebook's failure does not stop the others, and progress tells both", async () => {
  const events: NotebookProgress[] = [];
  const jobs = [
    { name: 'bad', notebook: notebookOf('1', 'throw new Error("坏")') },
    { name: 'good', notebook: notebookOf('1', '2', '3') },
  ];
  const runs = await runNotebooks(jobs, { parallel: 1, onProgress: (event) => events.push(event) });
  expect(runs.map((run) => run.failure?.cell ?? null)).toEqual([2, null]);
  const told = events.map(({ notebook, cell, cells, state }) => `${notebook} ${cell}/${cells} ${state}`);
  expect(told).toEqual([
    'bad 0/2 running',
    'bad 1/2 running',
    'bad 1/2 failed',
    'good 0/3 running',
    'good 1/3 running',
    'good 2/3 running',
    'good 3/3 running',
    'good 3/3 done',
  ]);
});

test('An error in a callback ends the run, and leaves no process', async () => {
  const onOutput = () => {
    throw new Error('callback');
  };
  const job = { name: 'n', notebook: notebookOf('console.log(1)') };
  await expect(runNotebooks([job], { onOutput })).rejects.toThrow('callback');
  expect(livingProcessIds()).toEqual([]);
});
