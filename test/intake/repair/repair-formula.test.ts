import { expect, test } from 'vitest';
import { addendsOf, followersOf } from '../../../src/intake/repair/repair-formula.js';
import { figureAt } from '../../fixtures/intake-figure.js';

/** `+表!B2:B8` for each block that a formula adds. */
function read(formula: string): string[] | null {
  const name = (row: number, column: number): string => `${'ABCDEFGHIJ'[column - 1]}${row}`;
  return (
    addendsOf(formula, '表')?.map(
      ({ sheet, top, left, bottom, right, sign }) =>
        `${sign === 1 ? '+' : '-'}${sheet}!${name(top, left)}:${name(bottom, right)}`,
    ) ?? null
  );
}

test.each([
  ['SUM(B2:B8)', ['+表!B2:B8']],
  ['SUM($B$2:B4,B6)', ['+表!B2:B4', '+表!B6:B6']],
  ['B8-C8-D8', ['+表!B8:B8', '-表!C8:C8', '-表!D8:D8']],
  ['-B2 + C2', ['-表!B2:B2', '+表!C2:C2']],
  ['SUM(B2:B3)-SUM(C2:C3)', ['+表!B2:B3', '-表!C2:C3']],
  ["'a ''b'!B2+汇总!C3", ["+a 'b!B2:B2", '+汇总!C3:C3']],
  ['ROUND(SUM(B2:B8),2)', ['+表!B2:B8']],
  ['IF(B2="","",B2-C2)', ['+表!B2:B2', '-表!C2:C2']],
  ['IF(COUNT(B2:B8)=0,IF(COUNTIF(B2:B8,"-")>0,"-",""),ROUND(SUM(B2:B8),6))', ['+表!B2:B8']],
  ['IF(AND(OR(ISNUMBER(B8),B8="-"),COUNT(B8,D8)>0),ROUND(N(B8)-N(D8),6),"")', ['+表!B8:B8', '-表!D8:D8']],
  [`IF('当期 收支'!D11="","",'当期 收支'!D11)`, ['+当期 收支!D11:D11']],
])('%s adds up the cells it names', (formula, expected) => {
  expect(read(formula)).toEqual(expected);
});

test.each([
  'B2*2',
  'B2/B3',
  'SUMIF(A2:A8,A1,B2:B8)',
  'IF(B2>0,B2,C2)',
  'IF(B2="","",B2*2)',
  'IF(B2="","")+IF(C2="","",C2)',
  'B2:B8',
  'SUM(B2',
  'B2+',
  'LOG10(B2)',
  '100',
  '',
])('The formula “%s” is not read as a sum', (formula) => {
  expect(read(formula) ?? []).toEqual([]);
});

test('A total of totals follows each part once, by way of the first totals', () => {
  const figures = [
    figureAt('B2', '1.00'),
    figureAt('B3', '2.00'),
    figureAt('B4', '3.00', { formula: 'SUM(B2:B3)' }),
    figureAt('C4', '-1.00', { formula: 'B2-B3' }),
    figureAt('D4', '2.00', { formula: 'B4+C4' }),
  ];
  // D4 = (B2 + B3) + (B2 − B3) = 2 × B2.
  expect(followersOf(figures).map((followers) => [...followers].sort(([a], [b]) => a - b))).toEqual([
    [
      [2, 1],
      [3, 1],
      [4, 2],
    ],
    [
      [2, 1],
      [3, -1],
      [4, 0],
    ],
    [[4, 1]],
    [[4, 1]],
    [],
  ]);
});

test('Formulas that go round in a circle do not keep the search from ending', () => {
  const figures = [figureAt('B2', '1.00', { formula: 'B3' }), figureAt('B3', '1.00', { formula: 'B2' })];
  expect(followersOf(figures).map((followers) => [...followers.keys()])).toEqual([[1], []]);
});
