import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { formatCell } from '../../../src/show/tables/format.js';
import type { TableView } from '../../../src/show/tables/table-view.js';
import { deriveContribution } from '../../../src/subjects/flows/derive-contribution.js';
import { deriveYearAgo } from '../../../src/subjects/flows/derive-year-ago.js';
import { growthContributionTable, historyTable, yearOnYearTable } from '../../../src/subjects/flows/flow-tables.js';
import { rollUpHistory } from '../../../src/subjects/flows/roll-up-history.js';
import { itemLine as line } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

const FLOWS = ['income', 'contributionIncome', 'expenditure', 'benefitExpenditure'];
const tables = { '2022': tablesOf('2022'), '2021Q1': tablesOf('2021Q1') };

function tablesOf(period: string): Record<'years' | 'growth' | 'history', TableView> {
  const fund = openFund('zhuzhou', period, PROJECT);
  const contributions = deriveContribution(deriveYearAgo(fund, FLOWS), fund);
  return {
    years: yearOnYearTable(contributions),
    growth: growthContributionTable(contributions),
    history: historyTable(rollUpHistory(contributions, fund)),
  };
}

test('A derived year before is two bounds beside a figure that is not printed', () => {
  // zhuzhou-2022 L40: 35.875 ÷ 1.16155 = 30.885455; 35.885 ÷ 1.16145 = 30.896724 亿元.
  expect(line(tables['2022'].years, 'income', 'employee')).toBe(
    '358,800 | 未印 | 308,854 | 308,968 | 推算 | +16.15% | +16.14% | +16.16% | 无法验算',
  );
});

test('A growth of both schemes that does not follow from theirs is told', () => {
  // zhuzhou-2022 L86: weighted between 7.16 % and 6.51 %, by about half each, and printed 6.7 %.
  expect(line(tables['2022'].years, 'expenditure', 'basic')).toMatch(/\+6\.7% \| \+6\.82% \| \+6\.84% \| 不符$/);
  // zhuzhou-2022 L40 and L44: 11.42 % follows, 8.62 % does not.
  expect(line(tables['2022'].years, 'income', 'basic')).toMatch(/相符$/);
  expect(line(tables['2022'].years, 'contributionIncome', 'basic')).toMatch(/\+8\.62% .* 不符$/);
});

test('A quarter whose year before is printed is compared with it', () => {
  // zhuzhou-2021Q1 L12: 54,022 ÷ 41,988 − 1 = 28.66 %; L49 and L72: 58,787 ÷ 63,532 − 1 = −7.47 %, printed −7.4 %.
  expect(line(tables['2021Q1'].years, 'income', 'employee')).toMatch(
    /^54,022 \| 41,988 \| .* \| 照印数 \| \+28\.66% .* 相符$/,
  );
  expect(line(tables['2021Q1'].years, 'expenditure', 'employee')).toMatch(/−7\.4% \| .* \| 舍去尾数$/);
});

test('Contributions are bounds rounded outward, and the printed total stands beside ours', () => {
  // (358,800 − 308,910) ÷ 599,042 = 8.328 points.
  expect(line(tables['2022'].growth, 'income', 'employee')).toMatch(/\| \+8\.32 \| \+8\.34 \| 未印 \| 无法验算$/);
  // 29.46 + 10.50 = 39.96, printed 39.95: within the last digits of the parts.
  expect(line(tables['2022'].growth, 'contributionIncome', 'basic')).toMatch(/\| 399,500 \| 相符$/);
  expect(tables['2022'].growth.rows.map(({ scheme }) => scheme)).not.toContain('largeAmount');
});

test('A history has the years of which something is known, and says how it is known', () => {
  const { rows, columns } = tables['2022'].history;
  const shown = columns.filter(({ key }) => key === 'period' || key === 'origin');
  const incomes = rows.filter(({ indicator }) => indicator === 'income');
  expect(incomes.map((row) => shown.map((column) => formatCell(column, row)).join(' '))).toEqual([
    '2021年 推算',
    '2022年 照印数',
  ]);
});

test('Items of which the report gives nothing are a sentence and no empty table', () => {
  const fund = openFund('zhuzhou', '2021Q1', PROJECT);
  expect(() => yearOnYearTable(deriveYearAgo(fund, ['maternityExpenditure']), { title: '支出项目' })).toThrow(
    '表“支出项目”列不出来：报告没有给出这些项目的数',
  );
});

test('No table shows anything but figures, words and 未知', () => {
  for (const view of [...Object.values(tables['2022']), ...Object.values(tables['2021Q1'])]) {
    const text = view.rows.map((row) => view.columns.map((column) => formatCell(column, row)).join('|')).join('\n');
    expect(text, view.name).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
    for (const row of view.rows)
      for (const { key, display } of view.columns) expect(row, view.name).toHaveProperty([display ?? key]);
  }
});
