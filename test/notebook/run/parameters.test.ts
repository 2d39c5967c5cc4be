import { expect, test } from 'vitest';
import { declaredNames, injectParameters } from '../../../src/notebook/run/parameters.js';
import { notebookOf } from '../../fixtures/notebook-of.js';

test('Values stand in a cell of their own after the declared defaults', () => {
  const notebook = notebookOf('1', ['parameters', "let place = 'lishui';\nlet months = 6;"], '2');
  const { cells } = injectParameters(notebook, { place: '株洲"\\', months: 3 });
  expect(cells).toHaveLength(4);
  expect(cells[2]?.metadata.tags).toEqual(['injected-parameters']);
  expect(cells[2]?.source).toEqual(['// 本次运行代入的参数\n', 'place = "株洲\\"\\\\";\n', 'months = 3;\n', 'void 0;']);
});

test('Only what the notebook declares is given a value', () => {
  const notebook = notebookOf(['parameters', "let period = '2021Q1';"]);
  const { cells } = injectParameters(notebook, { place: 'lishui', period: '2022Q1' });
  expect(cells[1]?.source).toEqual(['// 本次运行代入的参数\n', 'period = "2022Q1";\n', 'void 0;']);
});

test('A notebook without declared parameters stays as it is', () => {
  const plain = notebookOf("let place = 'lishui';");
  expect(injectParameters(plain, { place: 'zhuzhou' })).toEqual(plain);
  const other = notebookOf(['parameters', 'let months = 6;']);
  expect(injectParameters(other, { place: 'zhuzhou' })).toEqual(other);
});

test('The notebook given is unchanged, and an earlier injection is replaced', () => {
  const notebook = notebookOf(['parameters', "let place = 'lishui';"]);
  const once = injectParameters(notebook, { place: 'zhuzhou' });
  const twice = injectParameters(once, { place: 'hangzhou' });
  expect(notebook.cells).toHaveLength(1);
  expect(twice.cells.map((cell) => cell.metadata.tags)).toEqual([['parameters'], ['injected-parameters']]);
  expect(twice.cells[1]?.source).toContain('place = "hangzhou";\n');
});

test('A constant cannot be given a value', () => {
  const notebook = notebookOf(['parameters', "const period = '2021Q1';"]);
  expect(() => injectParameters(notebook, { period: '2022Q1' })).toThrow(
    '参数 period 在 parameters 单元格中用 const 声明，无法代入；请改用 let',
  );
});

test.each([
  ['let place = \'a, b = 1\', period = "2021Q1";', { place: 'let', period: 'let' }],
  ["let place: string = 'lishui'\nvar months: number = 6", { place: 'let', months: 'var' }],
  ["// let no = 1;\n/* var none = 2 */ let 统筹区 = '莲都区';", { 统筹区: 'let' }],
  ['let a = 1,\n  b = [1, 2, c],\n  d = { e: 1, f: (g, h) };\nx = 5;', { a: 'let', b: 'let', d: 'let' }],
  ['const limit = max(3, 6);', { limit: 'const' }],
  ['outlet = 1; inlet = 2;', {}],
])('The names declared in %s', (code, names) => {
  expect(Object.fromEntries(declaredNames(code))).toEqual(names);
});
