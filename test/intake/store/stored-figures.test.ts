import { expect, test } from 'vitest';
import type { Report } from '../../../src/facts/read-report.js';
import type { IntakeFigure } from '../../../src/intake/intake-figure.js';
import { checkDropped } from '../../../src/intake/store/stored-figures.js';
import { REFERENCE, tableOf } from '../../fixtures/checked-figures.js';
import { placeOf } from '../../fixtures/form-cells.js';

const BALANCES = tableOf({
  columns: ['cumulativeBalance', 'payables'],
  rows: [
    ['攸县', '1,466.00', '-'],
    ['茶陵县', '-0.63', ''],
  ],
});
const LAST_YEAR = tableOf({ columns: ['cumulativeBalance@2022'], rows: [['攸县', '100.00']] });
const ENROLMENT = tableOf({ columns: ['enrolment'], unit: '人', rows: [['攸县/employee', '54001']] });

/** A report that holds the figures as rows of a document. */
function stored(figures: IntakeFigure[], document = 'zhuzhou-2023Q1-workbook'): Report {
  const facts = figures.map((figure) => ({ ...figure, source: `${document} ${figure.ref}` }));
  return { period: '2023Q1', facts, published: [] } as unknown as Report;
}

const said = (report: Report, figures: IntakeFigure[]): string[] =>
  checkDropped(report, figures, { place: placeOf('zhuzhou'), reference: REFERENCE }).map(
    ({ severity, message }) => `${severity} ${message}`,
  );

test('A second workbook of the quarter that lacks what the first brought is doubted, with what would go', () => {
  expect(said(stored([...BALANCES, ...LAST_YEAR]), ENROLMENT)).toEqual([
    'doubt 上一次导入的工作簿有 3 个数，这个工作簿里没有：居民医保期末累计结余、居民医保应付未付款。一期只存一个工作簿，导入后这些数不再存在本期',
  ]);
  expect(said(stored(BALANCES), [...BALANCES, ...ENROLMENT])).toEqual([]);
});

test('A figure that is blank now was cleared by somebody, and rows written by hand stay anyway', () => {
  const blank = tableOf({ columns: ['cumulativeBalance', 'payables'], rows: [['攸县', '', '']] });
  expect(said(stored(BALANCES.slice(0, 2)), blank)).toEqual([]);
  expect(said(stored(BALANCES, 'zhuzhou-2022'), ENROLMENT)).toEqual([]);
});
