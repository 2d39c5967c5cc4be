import { expect, test } from 'vitest';
import type { Identity, IntakeFigure } from '../../../src/intake/intake-figure.js';
import { failing } from '../../../src/intake/repair/failing-identities.js';
import { describeRepair } from '../../../src/intake/repair/repair.js';
import { smallestRepair } from '../../../src/intake/repair/smallest-repair.js';
import { figureAt, sumOf } from '../../fixtures/intake-figure.js';

/** Rows of printed figures from B2 on; the last column is the sum of the others, the last row the sum of the rows above. */
function table(
  rows: readonly (readonly string[])[],
  formula: (row: number, column: number) => string = () => '',
): {
  at: (cell: string) => IntakeFigure;
  identities: Identity[];
} {
  const figures = rows.map((row, r) =>
    row.map((printed, c) => figureAt(`${'BCDEFGH'[c]}${r + 2}`, printed, { formula: formula(r, c) })),
  );
  const all = figures.flat();
  const columns = figures[0]?.map((_, c) => figures.flatMap((row) => row[c] ?? [])) ?? [];
  const sum = (name: string, line: readonly IntakeFigure[]): Identity[] => {
    const whole = line.at(-1);
    return whole === undefined ? [] : [sumOf(name, whole, line.slice(0, -1))];
  };
  return {
    at: (cell) => all.find((figure) => figure.cell === cell) ?? figureAt(cell, ''),
    identities: [
      ...figures.flatMap((row, r) => sum(`第${r + 2}行`, row)),
      ...columns.flatMap((column, c) => sum(`${'BCDEFGH'[c]}列`, column)),
    ],
  };
}

/** Three regions by two kinds, all of which adds up. */
const RIGHT = [
  ['1,200.00', '300.00', '1,500.00'],
  ['400.00', '89.50', '489.50'],
  ['73.25', '10.00', '83.25'],
  ['1,673.25', '399.50', '2,072.75'],
];

function withCells(changes: Readonly<Record<string, string>>): string[][] {
  return RIGHT.map((row, r) => row.map((printed, c) => changes[`${'BCD'[c]}${r + 2}`] ?? printed));
}

const said = (identities: readonly Identity[]): string[] => smallestRepair(identities).flatMap(describeRepair);

test('Nothing is said when every identity holds', () => {
  expect(smallestRepair(table(RIGHT).identities)).toEqual([]);
});

test('A figure whose row and column both fail is the only cell that explains both, and its value is known', () => {
  // 489.50 was typed as 498.50: 9.00 too much in row 3 and in column D.
  const [repair, ...others] = smallestRepair(table(withCells({ D3: '498.50' })).identities);
  expect(others).toEqual([]);
  expect(repair?.explains).toEqual(['第3行', 'D列']);
  expect(repair?.more).toBe(false);
  expect(repair?.alternatives.map((cells) => cells.map(({ figure, corrected }) => [figure.cell, corrected]))).toEqual([
    [['D3', 489_500_000]],
  ]);
  expect(said(table(withCells({ D3: '498.50' })).identities)).toEqual([
    '最少改 1 处即可解释 2 项不符：表!D3 498.50 → 489.50 万元（相邻两位数字颠倒）',
  ]);
});

test('One failing sum alone may be the total or any part; a slip puts the right one first', () => {
  // 9.00 = 3.00 + 4.00 + 1.00 should be 8.00: no slip tells the four apart but digits, and 9.00 → 8.00 is one of them.
  const total = figureAt('E5', '9.00');
  const parts = ['3.00', '4.00', '1.00'].map((printed, index) => figureAt(`${'BCD'[index]}5`, printed));
  const [even] = smallestRepair([sumOf('小计', total, parts)]);
  expect(even?.alternatives.map(([cell]) => `${cell?.figure.cell} ${cell?.correctedText}`).sort()).toEqual([
    'B5 4.00',
    'C5 5.00',
    'D5 2.00',
    'E5 8.00',
  ]);
  // 1,463.00 + 250.00 + 31.00 = 1,744.00; the second was typed as 520.00.
  const mistyped = ['1,463.00', '520.00', '31.00'].map((printed, index) => figureAt(`${'BCD'[index]}5`, printed));
  expect(said([sumOf('小计', figureAt('E5', '1,744.00'), mistyped)])[1]).toBe(
    '1. 表!C5 520.00 → 250.00 万元（相邻两位数字颠倒）',
  );
});

test('A cell that would break an identity that holds is not named', () => {
  // Row 2 fails. Its total stands in column D, which holds; B2 in column B, which holds; only C2 is in no other identity.
  const { at } = table(withCells({ C2: '310.00' }));
  const rows = table(withCells({ C2: '310.00' })).identities.filter(({ name }) => name !== 'C列' && name !== '第5行');
  const [repair] = smallestRepair(rows);
  expect(repair?.alternatives.map((cells) => cells.map(({ figure }) => figure.cell))).toEqual([['C2']]);
  expect(at('C2').printed).toBe('310.00');
});

test('Three slips in one table are told at once', () => {
  const { identities } = table(withCells({ B2: '1,020.00', C3: '98.50', D4: '832.50' }));
  expect(failing(identities).map(({ name }) => name)).toEqual(['第2行', '第3行', '第4行', 'B列', 'C列', 'D列']);
  expect(said(identities)).toEqual([
    '最少改 1 处即可解释 2 项不符：表!B2 1,020.00 → 1,200.00 万元（相邻两位数字颠倒）',
    '最少改 1 处即可解释 2 项不符：表!C3 98.50 → 89.50 万元（相邻两位数字颠倒）',
    '最少改 1 处即可解释 2 项不符：表!D4 832.50 → 83.25 万元（大了 10 倍，小数点可能错位）',
  ]);
});

test('Two tables that share a figure are searched together', () => {
  const right = table(RIGHT);
  const balance = figureAt('B2', '5,000.00', { sheet: '结余', ref: '结余!B2' });
  const available = figureAt('C2', '2,972.25', { sheet: '结余', ref: '结余!C2' });
  // 5,000.00 − 2,072.75 = 2,927.25, typed as 2,972.25; the payables cannot be wrong, for their table adds up.
  const identities = [...right.identities, sumOf('实际结余', balance, [available, right.at('D5')])];
  expect(said(identities)).toEqual([
    '最少改 1 处即可解释 1 项不符，有 2 种改法：',
    '1. 结余!C2 2,972.25 → 2,927.25 万元（相邻两位数字颠倒）',
    '2. 结余!B2 5,000.00 → 5,045.00 万元（因四舍五入可差 0.01）',
  ]);
});

test('A missing decimal point is corrected with the decimals of the figures beside it', () => {
  const [repair] = smallestRepair(table(withCells({ C3: '8950' })).identities);
  expect(repair?.alternatives).toHaveLength(1);
  expect(repair?.alternatives[0]?.map(({ correctedText, slip }) => [correctedText, slip])).toEqual([
    ['89.50', '大了 100 倍，可能漏写小数点'],
  ]);
});

test('A blank explains by itself: its row is not failing and does not tie the other cells', () => {
  const { identities } = table(withCells({ B2: '', D2: '1,600.00' }));
  // Row 2 and column B have a blank. Column D: 1,600.00 + 489.50 + 83.25 = 2,172.75, not 2,072.75.
  expect(failing(identities).map(({ name }) => name)).toEqual(['D列']);
  const [repair] = smallestRepair(identities);
  // D3, D4 and D5 stand in rows that hold; D2 in none that can be checked.
  expect(repair?.alternatives.map((cells) => cells.map(({ figure }) => figure.cell))).toEqual([['D2']]);
});

test('Formulas that compute from the wrong cell follow it and are not counted', () => {
  // All sums are formulas. B3 was typed as 490.00 for 400.00, so that the sums follow the wrong figure and hold; only the
  // balance typed elsewhere, 1,673.25 for column B, tells.
  const sums = (r: number, c: number): string =>
    c === 2 ? `SUM(B${r + 2}:C${r + 2})` : r === 3 ? `SUM(${'BCD'[c]}2:${'BCD'[c]}4)` : '';
  const { at, identities } = table(withCells({ B3: '490.00', D3: '579.50', B5: '1,763.25', D5: '2,162.75' }), sums);
  const elsewhere = figureAt('B2', '1,673.25', { sheet: '汇总', ref: '汇总!B2' });
  const again = figureAt('B3', '489.50', { sheet: '汇总', ref: '汇总!B3' });
  const [repair] = smallestRepair([
    ...identities,
    sumOf('B列合计与汇总', elsewhere, [at('B5')]),
    sumOf('第3行与汇总', again, [at('D3')]),
  ]);
  expect(repair?.alternatives.map((cells) => cells.map(({ figure, corrected }) => [figure.cell, corrected]))).toEqual([
    [['B3', 400_000_000]],
  ]);
});

test('A sum that leaves out a row is a wrong formula, named before the row', () => {
  const parts = [figureAt('B2', '120.00'), figureAt('B3', '30.00')];
  const total = figureAt('B4', '120.00', { formula: 'SUM(B2:B2)', isTotal: true });
  // B2 takes the formula with it and mends nothing; B3 would have to be 0.
  expect(said([sumOf('合计', total, parts)])).toEqual([
    '最少改 1 处即可解释 1 项不符，有 2 种改法：',
    '1. 表!B4 120.00 → 150.00 万元（公式 SUM(B2:B2) 可能漏加了表!B3）',
    '2. 表!B3 30.00 → 0.00 万元（因四舍五入可差 0.01）',
  ]);
});

test('A typed cell comes before a formula that is not read', () => {
  const typed = figureAt('B2', '120.00');
  const [repair] = smallestRepair([sumOf('合计', figureAt('B4', '150.00', { formula: 'VLOOKUP(A4,F:G,2)' }), [typed])]);
  expect(repair?.alternatives.map((cells) => cells.map(({ figure }) => figure.cell))).toEqual([['B2']]);
});

test('When the opening balance comes from an earlier report, that report is named as well', () => {
  const closing = figureAt('C2', '1,380.00');
  const income = figureAt('A2', '500.00');
  const expenditure = figureAt('B2', '100.00');
  const identity: Identity = {
    ...sumOf('滚存', closing, [income]),
    terms: [
      { figure: closing, coefficient: -1 },
      { figure: income, coefficient: 1 },
      { figure: expenditure, coefficient: -1 },
    ],
    constant: 900_000_000,
    constantHalfUnit: 5_000,
    constantName: '上年末结余 900.00 万元',
  };
  // 900 + 500 − 100 = 1,300.
  expect(said([identity])).toEqual([
    '最少改 1 处即可解释 1 项不符，有 3 种改法：',
    '1. 表!C2 1,380.00 → 1,300.00 万元（因四舍五入可差 0.02；一位数字写错（0 写成 8））',
    '2. 表!A2 500.00 → 580.00 万元（因四舍五入可差 0.02；一位数字写错（8 写成 0））',
    '3. 表!B2 100.00 → 20.00 万元（因四舍五入可差 0.02）',
    '也可能是工作簿以外的数有误：上年末结余 900.00 万元',
  ]);
});

test('A cell that can only be told once another is corrected is said to go with it', () => {
  // 11 tells that B2 is not 10; with 11 in B2 the 35 leave 24 for C2. Both 11 and 35 are tied to other sheets.
  const [b, c, d, e] = [
    ['B2', '10.00'],
    ['C2', '20.00'],
    ['D2', '35.00'],
    ['E2', '11.00'],
  ].map(([cell = '', printed = '']) => figureAt(cell, printed)) as [
    IntakeFigure,
    IntakeFigure,
    IntakeFigure,
    IntakeFigure,
  ];
  const identities = [
    sumOf('甲', d, [b, c]),
    sumOf('乙', e, [b]),
    sumOf('丙', d, [figureAt('D9', '35.00')]),
    sumOf('丁', e, [figureAt('E9', '11.00')]),
  ];
  expect(said(identities)).toEqual([
    '最少改 1 处即可解释 1 项不符（另有 1 项须与别处一并改正才能相符）：表!B2 10.00 → 11.00 万元（因四舍五入可差 0.01；一位数字写错（1 写成 0））',
    '最少改 1 处，有 1 项须与别处一并改正才能相符：表!C2 20.00 → 24.00 万元（因四舍五入可差 0.02；一位数字写错（4 写成 0））',
  ]);
});

test('An identity that no cell can mend is said to be beyond the workbook', () => {
  const cell = figureAt('B2', '10.00');
  const constant = (name: string, fen: number): Identity => ({
    ...sumOf(name, cell, []),
    constant: fen,
    constantName: name,
  });
  expect(said([constant('上期报告', -10_000_000), constant('决算', -12_000_000)])).toEqual([
    '1 项不符（决算）：改工作簿中的任何数都不能使其相符',
    '也可能是工作簿以外的数有误：决算',
  ]);
});

test('With sixteen wrong cells in one table the search says that it stopped', () => {
  // Sixteen rows of two equal figures, the second of each typed wrongly, all tied together by the sum of the first.
  const lefts = Array.from({ length: 16 }, (_, row) => figureAt(`B${row + 2}`, '10.00'));
  const rows = lefts.map((left, row) => sumOf(`第${row + 2}行`, left, [figureAt(`C${row + 2}`, '70.00')]));
  const identities = [...rows, sumOf('B列', figureAt('B18', '160.00'), lefts)];
  const [repair] = smallestRepair(identities);
  expect(repair).toMatchObject({ alternatives: [], complete: false });
  expect(said(identities)[0]).toContain('16 项不符（第2行；第3行；');
  expect(said(identities.slice(1)).length).toBe(15);
});

test('In a province of 122 regions six slips are found and told apart', () => {
  // Made up: region r has 1,000.07 + 10 r, 2 r and 300 in three columns; the fourth is their sum. The last row adds up.
  const text = (cents: number): string => (cents / 100).toFixed(2);
  const rows = Array.from({ length: 122 }, (_, r) => [100_007 + 1_000 * r, 200 * r, 30_000]).map((row) => [
    ...row,
    row.reduce((sum, cents) => sum + cents, 0),
  ]);
  const totals = [0, 1, 2, 3].map((column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const printed = [...rows, totals].map((row) => row.map(text));
  const slips = { B10: '1803.07', C40: '67.00', D70: '30.00', E100: '2576.07', B121: '220.07', E124: '247810.54' };
  for (const [cell, slip] of Object.entries(slips)) {
    const row = printed[Number(cell.slice(1)) - 2];
    if (row !== undefined) row['BCDE'.indexOf(cell[0] ?? '')] = slip;
  }
  const { identities } = table(printed);
  const repairs = smallestRepair(identities);
  expect(
    repairs
      .flatMap(({ alternatives }) => alternatives)
      .map((cells) => cells.map(({ figure, correctedText }) => `${figure.cell} ${correctedText}`).join())
      .sort(),
  ).toEqual(['B10 1080.07', 'B121 2,190.07', 'C40 76.00', 'D70 300.00', 'E100 2476.07', 'E124 247180.54']);
});
