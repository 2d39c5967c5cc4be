import { expect, test } from 'vitest';
import type { Fund } from '../../../src/facts/fund.js';
import { openFunds } from '../../../src/facts/open-funds.js';
import { tableCsv } from '../../../src/show/tables/table-csv.js';
import { compareReports } from '../../../src/subjects/periods/compare-reports.js';
import { comparedTable } from '../../../src/subjects/periods/compared-table.js';
import { periodPairs } from '../../../src/subjects/periods/period-pairs.js';
import { allPeriodsTable, periodsTable } from '../../../src/subjects/periods/periods-tables.js';
import { rollUpPeriods } from '../../../src/subjects/periods/roll-up-periods.js';
import { fundOf } from '../../fixtures/fund-of.js';
import { expectReadable, expectSourced, readTable as read } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

const { funds } = openFunds('zhuzhou', PROJECT);
const periods = rollUpPeriods(funds);
const compared = comparedTable(compareReports(funds[0] as Fund, funds[1] as Fund));
const KINDS = ['months', 'balances', 'flows'] as const;

test('No table shows anything but figures, words and 未知, and its sources are facts of the periods', () => {
  for (const view of [...KINDS.map((kind) => periodsTable(periods, kind)), compared]) {
    expectReadable(view);
    expectSourced(view, funds);
  }
  expectReadable(allPeriodsTable(periods));
});

test('Months of all periods stand beside one another, printed ones marked, and each definition says where it holds', () => {
  const view = periodsTable(periods, 'months');
  expect(read(view)).toContain('攸县 | 居民医保 | 1.14 | 3（印） | ');
  expect(read(view)).toContain('市本级 | 职工医保 | 25.06 | 未知 | 2022年：含在城区中，没有单列');
  expect(view.notes).toContain(
    '口径（居民医保）：计入范围：全部基金，不分账户；结余口径：实际结余；月支出口径：报告的平均待遇支付水平。2022年全市。',
  );
});

test('Two periods side by side, with the reasons numbered under the table', () => {
  expect(read(compared)).toContain('茶陵县 | 职工医保 | 实际结余 | 3,452 | 2,035.57 | −1,416.43 | −41.03% | ');
  expect(read(compared)).toContain('攸县 | 职工医保 | 可支付月数 | 1.63 | 4（印） | 不相减 | — | 注3');
  expect(compared.notes[2]).toBe(
    '注3：不能直接比较：月支出口径不同（报告只印月数，月支出未知，与报表的月平均基金支出）。',
  );
  expect(compared.notes).toContain(
    '金额单位万元，月数单位个月。增减＝2022年−2021年一季度，增长＝2022年÷2021年一季度−1；月数不算增长。两期都没有的数不列。',
  );
});

test('The file of two periods has amounts in yuan, months unrounded, and every reason in full', () => {
  const lines = tableCsv(compared).split('\r\n');
  // 3,452.00 and 2,035.57 万元; zhuzhou-2021Q1 L173–L174 and zhuzhou-2022 L235.
  expect(lines).toContain(
    `430224,茶陵县,employee,availableBalance,元,2021Q1,34520000,2022,20355700,-14164300,${203557 / 345200 - 1},,,`,
  );
  expect(lines.find((line) => line.startsWith('430223,攸县,resident,payableMonths'))).toContain(
    '居民医保集中在四季度缴费',
  );
});

test('Of more periods than fit the newest eight are shown, and the file has all', () => {
  const years = Array.from({ length: 10 }, (_, index) =>
    fundOf({ period: String(2013 + index), facts: [{ indicator: 'income', value: `${index + 1}万元` }] }),
  );
  const view = periodsTable(rollUpPeriods(years), 'flows');
  expect(view.columns.filter(({ kind }) => kind === 'amount').map(({ key }) => key)).toEqual(
    years.slice(2).map(({ period }) => period),
  );
  expect(view.notes[0]).toBe('只列最近 8 期，更早的 2 期见“各期全部数据”。');
  expect(allPeriodsTable(rollUpPeriods(years)).rows).toHaveLength(10);
});

test('All pairs of few periods, of more the newest with each and each with the year before', () => {
  expect(periodPairs(['2020', '2021', '2022'])).toEqual({
    pairs: [
      ['2021', '2022'],
      ['2020', '2022'],
      ['2020', '2021'],
    ],
    complete: true,
  });
  const many = periodPairs(['2020Q1', '2020', '2021Q1', '2021', '2022Q1']);
  expect(many.complete).toBe(false);
  expect(many.pairs).toHaveLength(6);
  expect(many.pairs).toContainEqual(['2020', '2021']);
  expect(many.pairs).not.toContainEqual(['2020Q1', '2021']);
  expect(periodPairs(['2022'])).toEqual({ pairs: [], complete: true });
});
