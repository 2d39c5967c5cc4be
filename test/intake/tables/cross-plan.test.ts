import { expect, test } from 'vitest';
import { describeIntakeFinding } from '../../../src/intake/intake-finding.js';
import { type CrossPlan, crossPlan } from '../../../src/intake/tables/cross-plan.js';
import { identifier } from '../../../src/intake/tables/identify.js';
import { readCrossTable } from '../../../src/intake/tables/read-cross-table.js';
import { tablesOf } from '../../fixtures/extraction.js';
import { sheetOf } from '../../fixtures/sheet.js';

/** The plan of the only table of a sheet, made up. */
function planOf(name: string, ...rows: string[][]): CrossPlan {
  const [reading] = tablesOf(sheetOf(name, rows));
  const segment = reading?.table.segments[0];
  if (reading === undefined || segment === undefined)
    throw new TypeError('The sheet holds no table of rows by columns');
  return crossPlan(reading, segment);
}

const RESIDENTS = planOf(
  '居民医保',
  ['统筹区', '基金收入（万元）', '上期（2022）', '基金支出（十万元）', '奇怪的栏目', '期末累计结余（万元）'],
  ['攸县', '1', '9', '2', '3', ''],
  ['悠县', '1', '', '2', '3', ''],
  ['醴陵市', '', '8', '', '', ''],
  ['其他小计', '5', '', '', '', ''],
  ['合计', '6', '17', '4', '6', ''],
);

test('What each column holds is known before a figure is read', () => {
  expect(
    RESIDENTS.columns.map(({ title, meaning, isPrevious, isFilled, refusal }) => ({
      title,
      indicator: meaning.indicator,
      isPrevious,
      isFilled,
      refusal,
    })),
  ).toEqual([
    { title: '基金收入（万元）', indicator: 'income', isPrevious: false, isFilled: true, refusal: '' },
    { title: '上期（2022）', indicator: 'income', isPrevious: true, isFilled: true, refusal: '' },
    {
      title: '基金支出（十万元）',
      indicator: 'expenditure',
      isPrevious: false,
      isFilled: true,
      refusal: '单位“十万元”不认识（认识的单位见 data/reference/units.csv）',
    },
    { title: '奇怪的栏目', indicator: 'expenditure', isPrevious: false, isFilled: true, refusal: '不认识的栏目' },
    { title: '期末累计结余（万元）', indicator: 'cumulativeBalance', isPrevious: false, isFilled: false, refusal: '' },
  ]);
});

test('Each row is taken, left blank or unknown by its labels, and says what is wrong with them', () => {
  const short = RESIDENTS.rows.map(({ label, state, problems }) => [
    label.title,
    state,
    label.meaning.region,
    ...problems.map(describeIntakeFinding),
  ]);
  expect(short).toEqual([
    ['攸县', 'taken', '430223'],
    [
      '悠县',
      'unknown',
      '',
      '居民医保!A3“悠县”：不认识的统筹区或险种，B3:E3 没有取。可能是“攸县”；若是别名，请在 data/reference/regions.csv 该行的 aliases 里加上',
    ],
    ['醴陵市', 'blank', '430281'],
    ['其他小计', 'unknown', '', '居民医保!A5“其他小计”：不知道是哪些统筹区之和，B5 没有取'],
    ['合计', 'taken', '430200'],
  ]);
});

test('A row written wrong is planned for the one region that it can mean', () => {
  const { rows } = planOf('居民医保', ['统筹区', '基金收入（万元）'], ['悠县', '1'], ['合计', '1']);
  expect(rows.map(({ label, state, problems }) => [label.meaning.region, state, problems.length])).toEqual([
    ['430223', 'taken', 1],
    ['430200', 'taken', 0],
  ]);
});

test('A scheme without figures begins a section of regions, whose rows are of that scheme', () => {
  const { rows } = planOf(
    '两项',
    ['统筹区', '基金收入（万元）'],
    ['职工医保', ''],
    ['攸县', '1'],
    ['居民医保', ''],
    ['攸县', '2'],
  );
  expect(rows.map(({ section, state }) => [section, state])).toEqual([
    ['employee', 'heading'],
    ['employee', 'taken'],
    ['resident', 'heading'],
    ['resident', 'taken'],
  ]);
});

test('Rows of one kind name the same figures, each for its own region', () => {
  const plan = planOf('居民医保', ['统筹区', '基金收入（万元）', '本栏不明'], ['攸县', '1', '2'], ['醴陵市', '3', '4']);
  const identify = identifier(plan);
  const [first, second] = plan.rows.map(identify);
  expect(second).toBe(first);
  expect(first).toEqual([
    expect.objectContaining({ scheme: 'resident', role: 'fact', isTotal: false }),
    '不认识的栏目',
  ]);
  expect(readCrossTable(plan).figures.map(({ cell, region }) => [cell, region])).toEqual([
    ['B2', '430223'],
    ['B3', '430281'],
  ]);
});

test('A plan is not used up: the same table read twice gives the same figures and findings', () => {
  const once = readCrossTable(RESIDENTS);
  expect(readCrossTable(RESIDENTS)).toEqual(once);
  expect(once.findings.map(({ rule, cell }) => `${rule} ${cell}`)).toEqual([
    'region A3',
    'region A5',
    'head D1',
    'head E1',
    'unplaced A4、F1',
  ]);
});
