import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Agreement } from '../../../src/domain/agreement.js';
import { groupBy } from '../../../src/domain/group-by.js';
import { type Fund, openFund } from '../../../src/facts/fund.js';
import * as fw from '../../../src/index.js';
import type { BacktestRow } from '../../../src/subjects/backtest/derive-backtest.js';
import { fundOf } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

/** What is said of one printed figure in one place. */
interface Said {
  where: string;
  ref: string;
  verdict: Agreement;
}

type Rows = { objects(): object[] };

/** Columns of a measure that hold a verdict, and the column with the reference of the print that it is on. */
const said = (where: string, table: Rows, columns: Record<string, string>): Said[] =>
  (table.objects() as Record<string, unknown>[]).flatMap((row) =>
    Object.entries(columns).map(([verdict, ref]) => ({
      where: `${where} ${verdict}`,
      ref: String(row[ref] ?? ''),
      verdict: row[verdict] as Agreement,
    })),
  );

const SCHEMES = ['employee', 'resident', 'basic', 'largeAmount', 'civilServant', 'retiredCadre'];
const FLOWS = ['income', 'contributionIncome', 'expenditure', 'benefitExpenditure', 'inpatientExpenditure'];
const OTHER_FLOWS = ['maternityExpenditure', 'individualAccountExpenditure', 'reserve', 'individualAccountSubsidy'];

/** Every verdict of a run: what the notebooks show, by the measures that they call. */
function verdicts(fund: Fund): Said[] {
  const flows = fw.deriveYearAgo(fund, [...FLOWS, ...OTHER_FLOWS]);
  const items = (scheme: string, indicator: string): Rows =>
    fw.rollUpParts(fw.selectPartition(fund, { scheme, indicator }), fw.selectWhole(fund, { scheme, indicator }));
  const part = { agreement: 'wholeRef' };
  return [
    ...said('backtest', fw.deriveBacktest(fund), { verdict: 'ref' }),
    ...said('surplus', fw.deriveSurplus(fund, SCHEMES), {
      agreement: 'printedCurrentBalanceRefs',
      surplusRateAgreement: 'printedSurplusRateRefs',
    }),
    ...said('fund balances', fw.rollUpFundBalances(fund), { fundShareAgreement: 'printedFundShareRefs' }),
    ...said('payables', fw.rollUpPayableKinds(fw.rollUpPayables(fund.facts), fund), { agreement: 'printedRef' }),
    ...said('execution', fw.deriveExecution(fund), {
      agreement: 'printedExecutionRef',
      otherAgreement: 'otherPrintedExecutionRef',
    }),
    ...said('year ago', flows, { growthAgreement: 'printedGrowthRef' }),
    ...said('contribution', fw.deriveContribution(flows, fund), {
      growthAgreement: 'printedGrowthRef',
      totalAgreement: 'printedTotalRef',
    }),
    ...said('schemes', fw.deriveSchemeShares(fund, { indicator: 'enrolment' }), { agreement: 'printedSumRef' }),
    ...said('department', fw.derivePriorFromChange(fund, { scheme: 'department' }), { agreement: 'printedGrowthRef' }),
    ...said('accounts', fw.rollUpAccounts(fund, { scheme: 'employee' }), { agreement: 'fundBalanceRef' }),
    ...said('accounts', fw.rollUpAccounts(fund, { scheme: 'restructured' }), { agreement: 'fundBalanceRef' }),
    ...said('items', items('department', 'projectExpenditure'), part),
    ...said('items', items('employee', 'insuredUnits'), part),
    ...said('items', items('employee', 'enrolment'), part),
    ...said('items', items('employee', 'cumulativeExpenditure'), part),
  ].filter(({ ref }) => ref !== '');
}

/** Printed figures that are told more than one verdict, with each of them and where it is told. */
function disputed(all: readonly Said[]): string[] {
  return [...groupBy(all, ({ ref }) => ref)]
    .filter(([, own]) => new Set(own.map(({ verdict }) => verdict)).size > 1)
    .map(([ref, own]) => `${ref}: ${own.map(({ where, verdict }) => `${where} ${verdict}`).join(', ')}`);
}

const REPORTS = [
  ['zhuzhou', '2021Q1'],
  ['zhuzhou', '2022'],
  ['zhuzhou', '2023'],
  ['changning', '2023'],
  ['bazhou', 'undated'],
] as const;

test.each(REPORTS)(
  'A printed figure of %s %s has one verdict, wherever it is shown: no exceptions',
  (place, period) => {
    expect(disputed(verdicts(openFund(place, period, PROJECT)))).toEqual([]);
  },
);

test.each(REPORTS)('The same figure printed twice in %s %s is judged alike', (place, period) => {
  const rows = fw.deriveBacktest(openFund(place, period, PROJECT)).objects() as BacktestRow[];
  const same = groupBy(rows, (row) =>
    [row.region, row.scheme, row.indicator, row.category, row.period, row.printedQuantity].join('|'),
  );
  const disputes = [...same].filter(([, own]) => new Set(own.map(({ verdict }) => verdict)).size > 1);
  expect(disputes.map(([key]) => key)).toEqual([]);
});

test.each(REPORTS)('A total of %s %s that its rows do not add up to differs in the backtest too', (place, period) => {
  const fund = openFund(place, period, PROJECT);
  const rows = fw.deriveBacktest(fund).objects() as BacktestRow[];
  const verdictAt = new Map(rows.map(({ ref, verdict }) => [ref, verdict]));
  // With blank rows a total is not checked by them, but may be by other figures.
  const wrong = fund.findings.filter(({ rule }) => /的合计：各行之和比合计/.test(rule) && !/空白/.test(rule));
  expect(wrong.map(({ file, line }) => verdictAt.get(`${file}#L${line}`))).toEqual(wrong.map(() => 'differs'));
});

test('Every place that gives verdicts meets a printed figure in the five documents, so that the laws say something', () => {
  const where = REPORTS.flatMap(([place, period]) => verdicts(openFund(place, period, PROJECT)));
  expect([...new Set(where.map((one) => one.where))].sort()).toMatchInlineSnapshot(`
    [
      "accounts agreement",
      "backtest verdict",
      "contribution growthAgreement",
      "contribution totalAgreement",
      "department agreement",
      "execution agreement",
      "execution otherAgreement",
      "fund balances fundShareAgreement",
      "items agreement",
      "payables agreement",
      "schemes agreement",
      "surplus agreement",
      "surplus surplusRateAgreement",
      "year ago growthAgreement",
    ]
  `);
});

test('Measures reach no verdict of their own: they ask for that of the backtest', () => {
  const folder = path.join(PROJECT, 'src/subjects');
  const comparing = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && readFileSync(path.join(folder, file), 'utf8').includes('agreement-of.js'))
    .map((file) => file.split(path.sep).join('/'));
  // Items that a report lists need not be all of what it spent: their sum is held against an input, which no other place judges.
  expect(comparing.sort()).toEqual(['backtest/judge.ts', 'parts/roll-up-parts.ts']);
});

test('A balance that its accounts give and its flows do not differs in both tables, and the backtest names both ways', () => {
  // 100 − 60 = 40; 20 + 10 = 30, printed 30.
  const own = (indicator: string, value: string, category = '') => ({ indicator, value: `${value}万元`, category });
  const fund = fundOf({
    about: { scheme: 'employee' },
    facts: [
      own('income', '100.00'),
      own('expenditure', '60.00'),
      own('currentBalance', '20.00', 'pooled'),
      own('currentBalance', '10.00', 'individualAccount'),
    ],
    published: [own('currentBalance', '30.00')],
  });
  expect(disputed(verdicts(fund))).toEqual([]);
  const [row] = fw.deriveBacktest(fund).objects() as BacktestRow[];
  expect(row).toMatchObject({
    verdict: 'differs',
    formula: '基金收入 − 基金支出',
    otherFormula: '各分项相加',
    other: 3_000 * 10_000,
  });
});
