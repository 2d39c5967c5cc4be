import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { tableCsv } from '../../../src/show/tables/table-csv.js';
import { tableHtml } from '../../../src/show/tables/table-html.js';
import { fundBalancesTable, surplusTable } from '../../../src/subjects/balance/balance-tables.js';
import { deriveSurplus } from '../../../src/subjects/balance/derive-surplus.js';
import { rollUpFundBalances } from '../../../src/subjects/balance/roll-up-fund-balances.js';
import { Doubts } from '../../../src/subjects/doubts/doubts.js';
import { withDoubts } from '../../../src/subjects/doubts/with-doubts.js';
import { fundOf } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

const OTHER = ['largeAmount', 'civilServant', 'retiredCadre'];
const quarter = openFund('zhuzhou', '2021Q1', PROJECT);
const surplusOf = (fund: typeof quarter, schemes: string[]) =>
  withDoubts(surplusTable(deriveSurplus(fund, schemes), { name: 'surplus', title: '收支与结余' }), fund);

test('A print that its own report disproves has the mark, with the reason and, from the data, what is right', () => {
  // zhuzhou-2021Q1 L88: 443,173 and 231,909 are cumulative; 443,173 + 231,909 − 52,772 = 622,310.
  const view = withDoubts(fundBalancesTable(rollUpFundBalances(quarter)), quarter);
  const marked = view.rows.map((row) => [
    row.rowName,
    Boolean(row.printedCurrentBalanceDoubt),
    Boolean(row.currentBalanceDoubt),
  ]);
  expect(marked).toEqual([
    ['职工医保', true, false],
    ['其中：统筹基金', true, false],
    ['其中：个人账户', true, false],
    ['居民医保', true, false],
    ['职工与居民合计', true, false],
  ]);
  expect(view.notes.join('\n')).toMatch(/※ 职工医保当期结余所印 443173万元：由报告自己的输入数算得 −4,765万元/);
  expect(view.notes.join('\n')).toContain('622310万元');
  expect(tableHtml(view).text.match(/class="mark"/g)).toHaveLength(5);
});

test('Where nothing decides which of three figures is wrong, all three have it, and so has what is made from them', () => {
  // L478–L482: 2,803 − 961 = 1,842 万元, printed −135; L470–L474: 2,851 − 1,670 = 1,181, as printed.
  const view = surplusOf(quarter, OTHER);
  const keys = ['income', 'expenditure', 'currentBalance', 'printedCurrentBalance', 'fundBalance'];
  expect(view.rows.map((row) => keys.map((key) => Boolean(row[`${key}Doubt`])))).toEqual([
    [true, true, true, true, false],
    [false, false, false, false, false],
    [true, true, true, true, false],
  ]);
  expect(view.notes.join('\n')).toContain('哪个有误无从判定');
});

test('CSV keeps its figures and says in a column of its own which are doubted', () => {
  const [head, , row] = tableCsv(surplusOf(quarter, OTHER)).split('\r\n');
  expect(head?.endsWith('doubtedFigures')).toBe(true);
  expect(row).not.toContain('※');
  expect(tableCsv(surplusOf(quarter, ['civilServant']))).not.toContain('doubtedFigures');
});

test('Figures of an earlier report are doubted as that report has them', () => {
  const year = openFund('zhuzhou', '2022', PROJECT);
  // zhuzhou-2021Q1 L88 prints 443,173; zhuzhou-2022 L204 22 months where 232,907.83 ÷ 24,000 is 9.70.
  expect(Doubts.of(year).about('data/zhuzhou/2021Q1/published.csv#L101')?.figure).toBe(
    '职工医保当期结余所印 443173万元',
  );
  expect(Doubts.of(year).about('data/zhuzhou/2022/published.csv#L65')?.reason).toContain('9.7个月');
  expect(Doubts.of(year).about('data/zhuzhou/2022/income-expenditure.csv#L2')).toBeUndefined();
});

test('A table of which nothing is doubted stays as it is', () => {
  const fund = fundOf({
    facts: [
      { indicator: 'income', value: '5万元' },
      { indicator: 'expenditure', value: '3万元' },
      { indicator: 'currentBalance', value: '2万元' },
    ],
  });
  const view = surplusTable(deriveSurplus(fund, ['employee']), { name: 'surplus', title: '收支与结余' });
  expect(withDoubts(view, fund)).toBe(view);
});
