import { expect, test } from 'vitest';
import { openFund } from '../../src/facts/fund.js';
import { fundNameCaveat } from '../../src/facts/fund-name.js';
import { deriveSinceLast, type SinceLast } from '../../src/subjects/change/derive-since-last.js';
import { type ComparedRow, compareReports } from '../../src/subjects/periods/compare-reports.js';
import { type PeriodRow, rollUpPeriods } from '../../src/subjects/periods/roll-up-periods.js';
import { PROJECT } from '../fixtures/workspace.js';

const [quarter, year] = [openFund('zhuzhou', '2021Q1', PROJECT), openFund('zhuzhou', '2022', PROJECT)];
// zhuzhou-2021Q1 L462 calls it 补充医疗保险, zhuzhou-2022 L314 大额医疗.
const CAVEAT = '各期所印基金名称不同（补充医疗保险、大额医疗），是否同一基金报告没有说明';

test('A fund that two reports call differently is compared with a note, everywhere', () => {
  const since = deriveSinceLast(year).objects() as SinceLast[];
  const compared = compareReports(quarter, year).objects() as ComparedRow[];
  const periods = rollUpPeriods([quarter, year]).objects() as PeriodRow[];
  for (const caveats of [
    since.filter(({ scheme }) => scheme === 'largeAmount').map(({ caveat }) => caveat),
    compared.filter(({ scheme }) => scheme === 'largeAmount').map(({ caveat }) => caveat),
    periods.filter(({ scheme }) => scheme === 'largeAmount').map(({ remark }) => remark),
  ]) {
    expect(caveats.length).toBeGreaterThan(0);
    expect(caveats.filter((caveat) => !caveat.includes(CAVEAT))).toEqual([]);
  }
  expect(since.filter(({ scheme, caveat }) => scheme === 'civilServant' && caveat.includes('名称'))).toEqual([]);
});

test('One name, or none that is known, is no reason for a note', () => {
  expect(fundNameCaveat('largeAmount', [year.facts, year.facts])).toBe('');
  expect(fundNameCaveat('employee', [quarter.facts, year.facts])).toBe('');
});
