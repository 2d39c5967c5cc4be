import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Agreement } from '../../../src/domain/agreement.js';
import { groupBy } from '../../../src/domain/group-by.js';
import type { Fact, PublishedFigure } from '../../../src/facts/fact.js';
import { type Fund, openFund } from '../../../src/facts/fund.js';
import * as fw from '../../../src/index.js';
import type { BacktestRow } from '../../../src/subjects/backtest/derive-backtest.js';
import { fundOf } from '../../fixtures/fund-of.js';
import { PROJECT, REPOSITORY } from '../../fixtures/workspace.js';

/** A place that says something of one printed figure. */
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

/** Printed figures, by their keys, that are told more than one verdict, with each of them and where it is told. */
function disputed(all: readonly Said[], keyOf = ({ ref }: Said): string => ref): string[] {
  return [...groupBy(all, keyOf)]
    .filter(([, own]) => new Set(own.map(({ verdict }) => verdict)).size > 1)
    .map(([key, own]) => `${key}: ${own.map(({ where, verdict }) => `${where} ${verdict}`).join(', ')}`);
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

/**
 * Two prints of one figure, of which one confirms the other and has nothing itself: 28.53 亿元 of L134 is an input, what was levied
 * for the accounts is not printed, and L202 repeats it.
 */
const EXCEPTIONS: Record<string, string[]> = {
  2022: [
    '430200|employee|fundBalance|individualAccount|2022|285300000000: backtest verdict agrees, accounts agreement not checkable',
  ],
};

test.each(REPORTS)(
  'The same figure printed twice in %s %s, or taken twice from one line, is judged alike',
  (place, period) => {
    const fund = openFund(place, period, PROJECT);
    const figures = [...(fund.facts.objects() as Fact[]), ...(fund.published.objects() as PublishedFigure[])];
    const keys = new Map(
      figures.map((own) => [
        own.ref,
        [own.region, own.scheme, own.indicator, own.category, own.period, own.quantity].join('|'),
      ]),
    );
    expect(disputed(verdicts(fund), ({ ref }) => keys.get(ref) ?? ref)).toEqual(EXCEPTIONS[period] ?? []);
  },
);

test.each([
  ['2021Q1', 9],
  ['2022', 1],
])('The totals of %s that their rows do not add up to, %i, differ in the backtest too', (period, count) => {
  const fund = openFund('zhuzhou', period, PROJECT);
  const rows = fw.deriveBacktest(fund).objects() as BacktestRow[];
  const verdictAt = new Map(rows.map(({ ref, verdict }) => [ref, verdict]));
  // With blank rows a total is not checked by them, but may be by other figures.
  const wrong = fund.findings.filter(({ rule }) => /的合计：各行之和比合计/.test(rule) && !/空白/.test(rule));
  expect(wrong.map(({ file, line }) => verdictAt.get(`${file}#L${line}`))).toEqual(Array(count).fill('differs'));
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
  const folder = path.join(REPOSITORY, 'src/subjects');
  const comparing = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && readFileSync(path.join(folder, file), 'utf8').includes('agreement-of.js'))
    .map((file) => file.split(path.sep).join('/'));
  // Items that a report lists need not be all of what it spent: their sum is held against an input, which no other place judges.
  // Findings hold two prints, a text's list or shares against each other, of which none is a way to the other.
  const findings = ['check-lists', 'check-shares', 'check-versions'].map((name) => `findings/${name}.ts`);
  expect(comparing.sort()).toEqual(['backtest/judge.ts', ...findings, 'parts/roll-up-parts.ts']);
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
