import { expect, test } from 'vitest';
import { equation } from '../../../src/intake/checks/equation.js';
import { explainDifference } from '../../../src/intake/checks/explain-difference.js';
import type { IntakeFigure } from '../../../src/intake/intake-figure.js';
import { REFERENCE, tableOf } from '../../fixtures/checked-figures.js';

// Every figure below is made up.

/** A total and its rows in whole 万元, all of one region: only cells and amounts matter here. */
function explanationOf(total: string, rows: readonly string[]): string {
  const figures = tableOf({ columns: ['payables'], rows: [total, ...rows].map((value) => ['攸县', value]) });
  const [left, ...parts] = figures as [IntakeFigure, ...IntakeFigure[]];
  const [identity] = equation({ rule: 'total', name: '合计＝各行之和', left, plus: parts });
  return identity === undefined ? '' : explainDifference(identity, REFERENCE.units);
}

test('A row left out of the total is named before two that would explain it as well', () => {
  // 300 missing: row B8 by itself, or B6 and B7 together.
  expect(explanationOf('350', ['100', '200', '300', '50'])).toBe('差额恰为 B8 攸县 300，可能没有计入');
});

test('A row counted twice is named', () => {
  expect(explanationOf('870', ['110', '220', '540'])).toBe('');
  expect(explanationOf('980', ['110', '220', '540'])).toBe('差额恰为 B6 攸县 110，可能重复计入');
});

test('Above sixteen rows pairs are found', () => {
  // 1, 2, 4, … 131072 add up to 262143; every pair has a sum of its own.
  const rows = Array.from({ length: 18 }, (_, power) => `${2 ** power}`);
  expect(explanationOf(`${262143 - 4 - 4096}`, rows)).toBe('差额恰为 B8 攸县 4、B18 攸县 4096，可能没有计入');
});

test('More than three rows are not named, because so many add up to anything', () => {
  const rows = ['1001', '2003', '4007', '8015', '16031', '77777'];
  expect(explanationOf(`${77777 + 16031}`, rows)).not.toContain('没有计入');
});

test('A figure of another sheet is named with its sheet', () => {
  const [left] = tableOf({ sheet: '甲', columns: ['income'], rows: [['全市', '90']] });
  const parts = ['30', '90'].flatMap((value, table) =>
    tableOf({ sheet: '乙 表', table: table + 2, columns: ['income'], rows: [['攸县', value]] }),
  );
  const [identity] = left === undefined ? [] : equation({ rule: 'total', name: '合计＝各行之和', left, plus: parts });
  expect(identity && explainDifference(identity, REFERENCE.units)).toBe("差额恰为 '乙 表'!B5 攸县 30，可能没有计入");
});
