import { expect, test } from 'vitest';
import { movedFormula, readsOtherFile } from '../../../src/intake/workbook/formula.js';

const right = (formula: string): string => movedFormula(formula, { row: 9, column: 2 }, { row: 10, column: 3 });

test('References without a dollar move with the cell, others stay', () => {
  expect(right('SUM(B2:B8)+$A$1')).toBe('SUM(C3:C9)+$A$1');
  expect(right('$B8*C$4')).toBe('$B9*D$4');
  expect(right('表2!B2+B2')).toBe('表2!C3+C3');
});

test('What only looks like a reference does not move', () => {
  expect(right('LOG10(B1)')).toBe('LOG10(C2)');
  expect(right('"B2"&B2')).toBe('"B2"&C3');
  expect(right("'B2 表'!A1")).toBe("'B2 表'!B2");
  expect(right('余额B2')).toBe('余额B2');
});

test('What leaves the sheet is a lost reference', () => {
  expect(movedFormula('A1', { row: 5, column: 5 }, { row: 4, column: 5 })).toBe('#REF!');
});

test('A formula that reads another file, a program or the network is known as such', () => {
  for (const formula of [
    '[1]Sheet1!A1',
    "SUM('[2]年 报'!B2:B9)",
    "'C:\\报表\\[年报.xls]表'!B2",
    '[年报.xlsx]表!B2',
    "cmd|'/c calc'!A0",
    'WEBSERVICE("http://a.invalid")',
    '1+[1]!余额',
  ]) {
    expect(readsOtherFile(formula), formula).toBe(true);
  }
});

test('Tables, texts and other sheets of the same workbook are not another file', () => {
  for (const formula of ['表1[小计]', 'SUM(表1[[#All],[2023]])', "'一 月'!B2", '"[1]a!b"', 'B2/C2', 'Sheet2!A1']) {
    expect(readsOtherFile(formula), formula).toBe(false);
  }
});
