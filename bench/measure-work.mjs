// The work that is timed: every measure of the product on synthetic facts, and the same in SQL where SQL can say it.
import path from 'node:path';
import { from } from 'arquero';
import * as fw from '../dist/index.js';
import { deriveSinceLast } from '../dist/subjects/change/derive-since-last.js';
import { chooseRule, readRules } from '../dist/subjects/months/rule.js';
import { PREVIOUS, SLOTS, syntheticFacts, syntheticSql, WHOLE, YEARS } from './synthetic-facts.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const selection = { scheme: 'employee', indicator: 'enrolment' };
const flows = ['income', 'contributionIncome', 'expenditure', 'benefitExpenditure'];
const schemes = ['employee', 'resident'];
const band = { code: '', name: '', lower: -0.05, upper: 0.05, validFrom: '', validTo: '', source: '' };
const policy = fw.readOutpatientPooling(ROOT, 'zhuzhou');
const pairs = [{ amount: 'benefitExpenditure', count: 'enrolment' }];

const BALANCES = ['cumulativeBalance', 'payables', 'prepaid', 'monthlyExpenditure', 'availableBalance'];
const DEFICITS = ['poolCount', 'deficitPools', 'deficitAmount', 'surplusPools', 'surplusAmount'];
/** SQL's way to turn the one row of an indicator into a column. */
const column = (indicator, of = 'quantity') => `max(${of}) FILTER (indicator = '${indicator}')`;
const YEAR_AGO = '(left(f.period, 4)::INT - 1) || right(f.period, 2)';
const MONTHS = `WITH balances AS (SELECT region, any_value(regionName) AS regionName, scheme,
    ${BALANCES.map((name) => `${column(name)} AS ${name}, ${column(name, 'ref')} AS ${name}Ref`).join(', ')}
    FROM facts WHERE period = reported AND category = '' AND basis = 'actual' GROUP BY region, scheme),
  computed AS (SELECT *, cumulativeBalance - payables - prepaid AS own FROM balances),
  printed AS (SELECT c.*, coalesce(own, availableBalance) AS available, m.quantity AS printedMonths,
    concat_ws(';', cumulativeBalanceRef, payablesRef, prepaidRef) AS availableBalanceRefs,
    CASE WHEN own IS NOT NULL THEN 'computed' WHEN availableBalance IS NOT NULL THEN 'reported' ELSE 'unknown' END AS origin,
    m.quantity - m.halfUnit AS monthsLow, m.quantity + 2 * m.halfUnit AS monthsHigh, m.ref AS printedMonthsRef,
    a.quantity AS printedAvailableBalance, a.ref AS printedAvailableBalanceRef FROM computed c
    LEFT JOIN published m ON m.region = c.region AND m.scheme = c.scheme AND m.indicator = 'payableMonths'
    LEFT JOIN published a ON a.region = c.region AND a.scheme = c.scheme AND a.indicator = 'availableBalance')
  SELECT *, CASE WHEN available IS NOT NULL AND monthlyExpenditure > 0 THEN available / monthlyExpenditure
    WHEN monthlyExpenditure <= 0 THEN NULL ELSE printedMonths END AS payableMonths,
    CASE WHEN monthlyExpenditure > 0 THEN cumulativeBalance / monthlyExpenditure END AS bookPayableMonths,
    available / monthsHigh AS impliedLow, available / monthsLow AS impliedHigh FROM printed`;

/** Enrolment over years: the eight periods taken as years. */
const yearly = { periods: YEARS, slots: SLOTS.slice(0, 1) };
const manyExecutions = (fund, pools) => {
  const rows = fw.deriveExecution(fund).objects();
  return from(Array.from({ length: pools }, () => rows).flat());
};

/** Tables that measures take beside the facts: made before the clock starts, by the product and by SQL. */
export const GIVEN = {
  totals: {
    ours: (fund) => fund.facts.filter((d) => d.basis === 'actual' && d.category === '').reify(),
    sql: () => "SELECT * FROM facts WHERE basis = 'actual' AND category = ''",
  },
  parts: {
    ours: (fund) => fund.facts.filter((d) => d.basis === 'actual' && d.category !== '').reify(),
    sql: () => "SELECT * FROM facts WHERE basis = 'actual' AND category <> ''",
  },
  years: { ours: (_, pools) => syntheticFacts(pools, yearly), sql: (pools) => syntheticSql(pools, yearly) },
  pools: { ours: (fund) => fw.rollUpPools(fund), sql: () => MONTHS },
  balances: { ours: (fund) => fw.rollUpBalances(fund.facts) },
  available: { ours: (fund) => fw.deriveAvailableBalance(fw.rollUpBalances(fund.facts)) },
  before: { ours: (fund) => fw.rollUpPreviousPools(fund) },
  payables: { ours: (fund) => fw.rollUpPayables(fund.facts) },
  flows: { ours: (fund) => fw.deriveYearAgo(fund, flows) },
  contributions: { ours: (fund) => fw.deriveContribution(fw.deriveYearAgo(fund, flows), fund) },
  executions: { ours: manyExecutions },
  warnings: { ours: (fund) => fw.gradeRegions(fund) },
  backtest: { ours: (fund) => fw.deriveBacktest(fund) },
  uncounted: { ours: (fund) => fund.facts.filter((d) => d.indicator !== 'poolCount').reify() },
};

/**
 * Name (a public measure, or with `covers` several), our work, the same in SQL (left out when there is none), the tables
 * that it is given, and which of our columns is added up to compare.
 */
export const WORK = [
  {
    name: 'selectRegions',
    ours: (fund) => fw.selectRegions(fund, selection),
    sql: `SELECT * FROM facts WHERE scheme = 'employee' AND indicator = 'enrolment' AND basis = 'actual' AND category = ''
      AND region <> '${WHOLE}' AND period = reported`,
    sum: 'quantity',
  },
  {
    name: 'deriveGrowth',
    ours: (fund) => fw.deriveGrowth(fund.facts),
    sql: `SELECT f.*, y.quantity AS yearAgoQuantity, y.ref AS yearAgoRef, f.quantity - y.quantity AS change,
      CASE WHEN y.quantity > 0 THEN f.quantity / y.quantity - 1 END AS growth FROM facts f LEFT JOIN facts y
      ON ${['region', 'scheme', 'indicator', 'category', 'basis'].map((key) => `f.${key} = y.${key}`).join(' AND ')}
      AND y.period = ${YEAR_AGO}`,
    sum: 'change',
  },
  {
    name: 'deriveShareOfSum',
    given: ['totals'],
    ours: (_, { totals }) => fw.deriveShareOfSum(totals),
    sql: `SELECT *, CASE WHEN count(*) OVER w = count(quantity) OVER w THEN quantity / sum(quantity) OVER w END AS share
      FROM totals WINDOW w AS (PARTITION BY scheme, indicator, period)`,
    sum: 'share',
  },
  {
    name: 'deriveShareOfWhole',
    given: ['parts'],
    ours: (fund, { parts }) => fw.deriveShareOfWhole(parts, fund.facts),
    sql: `SELECT p.*, w.quantity AS whole, w.ref AS wholeRef,
      CASE WHEN w.quantity <> 0 THEN p.quantity / w.quantity END AS share
      FROM parts p LEFT JOIN facts w ON p.region = w.region AND p.scheme = w.scheme AND p.indicator = w.indicator
      AND p.basis = w.basis AND p.period = w.period AND w.category = ''`,
    sum: 'share',
  },
  {
    name: 'deriveActiveRetired',
    ours: (fund) => fw.deriveActiveRetired(fund.facts),
    sql: `SELECT f.region, f.regionName, f.period, f.quantity AS activeShare, f.ref AS activeRef,
      r.quantity AS retiredShare, r.ref AS retiredRef, f.quantity / nullif(r.quantity, 0) AS activeRetiredRatio,
      r.quantity - y.quantity AS retiredShareChange FROM facts f
      LEFT JOIN facts r ON r.region = f.region AND r.period = f.period AND r.scheme = 'employee' AND r.indicator = 'retiredShare'
      LEFT JOIN facts y ON y.region = f.region AND y.period = ${YEAR_AGO} AND y.scheme = 'employee'
      AND y.indicator = 'retiredShare' WHERE f.scheme = 'employee' AND f.indicator = 'activeShare' ORDER BY f.period`,
    sum: 'retiredShareChange',
  },
  {
    name: 'rollUpBalances … derivePayableMonths',
    covers: ['rollUpPools'],
    ours: (fund) => fw.derivePayableMonths(fw.deriveAvailableBalance(fw.rollUpBalances(fund.facts)), fund.published),
    sql: MONTHS,
    sum: 'payableMonths',
  },
  {
    name: 'rollUpPlace',
    given: ['pools'],
    ours: (fund, { pools }) => fw.rollUpPlace(pools, fund),
    sql: `WITH own AS (SELECT scheme, any_value(quantity) AS reported FROM facts WHERE indicator = 'monthlyExpenditure'
        AND region = '${WHOLE}' AND period = reported GROUP BY scheme),
      printed AS (SELECT scheme, any_value(quantity) AS printedMonths FROM published WHERE indicator = 'payableMonths'
        AND region = '${WHOLE}' AND period = reported GROUP BY scheme),
      summed AS (SELECT scheme, count(*) AS pools, CASE WHEN count(*) = count(available) THEN sum(available) END AS available,
        string_agg(regionName, '、') FILTER (available IS NULL) AS unknownPools,
        CASE WHEN count(*) = count(monthlyExpenditure) THEN sum(monthlyExpenditure) END AS monthly FROM pools GROUP BY scheme)
      SELECT *, coalesce(monthly, reported) AS monthlyExpenditure, available / coalesce(monthly, reported) AS payableMonths
      FROM summed LEFT JOIN own USING (scheme) LEFT JOIN printed USING (scheme)`,
    sum: 'monthlyExpenditure',
  },
  {
    name: 'rollUpDeficitRegions',
    ours: (fund) => fw.rollUpDeficitRegions(fund.facts),
    sql: `SELECT *, deficitPools / nullif(poolCount, 0) AS deficitPoolShare, surplusPools / nullif(poolCount, 0)
      AS surplusPoolShare, surplusAmount - deficitAmount AS net FROM (
      SELECT region, any_value(regionName) AS regionName, period, ${column('poolCount', 'ref')} AS poolCountRef,
      ${DEFICITS.map((name) => `${column(name)} AS ${name}`).join(', ')}
      FROM facts WHERE scheme = 'employee' AND category = '' AND basis = 'actual' GROUP BY region, period) ORDER BY period`,
    sum: 'net',
  },
  {
    name: 'rollUpTrend',
    given: ['years'],
    ours: (_, { years }) => fw.rollUpTrend(years),
    sql: `SELECT *, CASE WHEN years >= 1 AND first > 0 THEN (last / first) ** (1 / years) - 1 END AS compoundGrowth FROM (
      SELECT region, any_value(regionName) AS regionName, scheme, category, min(period) AS firstPeriod,
      max(period) AS lastPeriod, max(period::INT) - min(period::INT) AS years, arg_min(quantity, period::INT) AS first,
      arg_max(quantity, period::INT) AS last, regr_slope(quantity, period::INT) AS slope FROM years
      WHERE quantity IS NOT NULL GROUP BY region, scheme, category)`,
    sum: 'slope',
  },
  { name: 'rollUpBalances', ours: (fund) => fw.rollUpBalances(fund.facts) },
  {
    name: 'deriveAvailableBalance',
    given: ['balances'],
    ours: (_, given) => fw.deriveAvailableBalance(given.balances),
  },
  {
    name: 'derivePayableMonths',
    given: ['available'],
    ours: (fund, given) => fw.derivePayableMonths(given.available, fund.published),
  },
  { name: 'rollUpPreviousPools', ours: (fund) => fw.rollUpPreviousPools(fund) },
  { name: 'gradeRegions', ours: (fund) => fw.gradeRegions(fund) },
  { name: 'deriveStatements', given: ['pools'], ours: (fund, { pools }) => fw.deriveStatements(fund, pools) },
  { name: 'rollUpMonths', given: ['pools'], ours: (fund, { pools }) => fw.rollUpMonths(pools, fund) },
  { name: 'selectWhole', ours: (fund) => fw.selectWhole(fund, selection) },
  { name: 'selectWholeAs', ours: (fund) => fw.selectWholeAs(fund, selection, 'payers') },
  { name: 'selectHistory', ours: (fund) => fw.selectHistory(fund, selection) },
  { name: 'selectParts', ours: (fund) => fw.selectParts(fund, { ...selection, indicator: 'payables' }) },
  { name: 'selectPartition', ours: (fund) => fw.selectPartition(fund, { ...selection, indicator: 'payables' }) },
  { name: 'rollUpParts', given: ['parts'], ours: (fund, { parts }) => fw.rollUpParts(parts, fund.facts) },
  { name: 'deriveBacktest', ours: (fund) => fw.deriveBacktest(fund) },
  { name: 'rollUpPayables', ours: (fund) => fw.rollUpPayables(fund.facts) },
  {
    name: 'rollUpPayableKinds',
    given: ['payables'],
    ours: (fund, { payables }) => fw.rollUpPayableKinds(payables, fund),
  },
  { name: 'deriveYearAgo', ours: (fund) => fw.deriveYearAgo(fund, flows) },
  { name: 'deriveContribution', given: ['flows'], ours: (fund, given) => fw.deriveContribution(given.flows, fund) },
  {
    name: 'rollUpHistory',
    given: ['contributions'],
    ours: (fund, given) => fw.rollUpHistory(given.contributions, fund),
  },
  { name: 'deriveExecution', ours: (fund) => fw.deriveExecution(fund) },
  { name: 'judgeExecution', given: ['executions'], ours: (_, given) => fw.judgeExecution(given.executions, band) },
  { name: 'deriveSurplus', ours: (fund) => fw.deriveSurplus(fund, ['employee', 'resident', 'basic']) },
  { name: 'rollUpFundBalances', ours: (fund) => fw.rollUpFundBalances(fund) },
  {
    name: 'countDeficitPools',
    given: ['uncounted'],
    ours: (fund, given) => fw.countDeficitPools({ ...fund, facts: given.uncounted }),
  },
  { name: 'rollUpAccounts', ours: (fund) => fw.rollUpAccounts(fund, { scheme: 'employee' }) },
  { name: 'deriveSinceStart', ours: (fund) => fw.deriveSinceStart(fund.facts) },
  { name: 'deriveClosedFund', ours: (fund) => fw.deriveClosedFund(fund) },
  { name: 'deriveSchemeShares', ours: (fund) => fw.deriveSchemeShares(fund, { indicator: 'enrolment' }) },
  { name: 'deriveSinceLast', ours: (fund) => deriveSinceLast(fund) },
  {
    name: 'explainMonthsChange',
    given: ['before', 'pools'],
    ours: (_, { before, pools }) => fw.explainMonthsChange(before, pools),
  },
  { name: 'explainExpenditureGrowth', ours: (fund) => fw.explainExpenditureGrowth(fund, schemes) },
  { name: 'deriveTargetGap', ours: (fund) => fw.deriveTargetGap(fund) },
  { name: 'deriveKpiCompletion', ours: (fund) => fw.deriveKpiCompletion(fund) },
  { name: 'deriveAmountEach', ours: (fund) => fw.deriveAmountEach(fund.facts, pairs) },
  { name: 'derivePriorFromChange', ours: (fund) => fw.derivePriorFromChange(fund, { scheme: 'employee' }) },
  { name: 'deriveKeyFigures', given: ['backtest'], ours: (fund, given) => fw.deriveKeyFigures(fund, given.backtest) },
  {
    name: 'deriveSentences',
    given: ['warnings', 'backtest'],
    ours: (fund, { warnings, backtest }) =>
      from(fw.deriveSentences({ fund, rule: ruleOf(fund), warnings, backtest, findings: [] })),
  },
  { name: 'rollUpPeriods', ours: (fund) => fw.rollUpPeriods([reportBefore(fund), fund]) },
  { name: 'reimburseOutpatientYear', ours: (_, __, pools) => reimburse(pools) },
];

const ruleOf = ({ place, period, root }) => chooseRule(readRules(root, place.code), period, '');

/** The report before, as a fund of its own. */
const reportBefore = (fund) => ({
  ...fund,
  ...{ period: PREVIOUS, facts: fund.previousFacts, published: fund.previousPublished },
  ...{ previousPeriod: '', previousFacts: undefined, previousPublished: undefined, earlierFacts: undefined },
});

/** As many visits of one person as there are pools, spread over a year. */
function reimburse(pools) {
  const pad = (number) => String(number).padStart(2, '0');
  const visits = Array.from({ length: pools }, (_, index) => ({
    date: `2023-${pad((index % 12) + 1)}-${pad((index % 28) + 1)}`,
    ...{ level: policy[index % policy.length].level, eligible: 10_000 + index },
  }));
  return fw.reimburseOutpatientYear(visits, policy, { status: 'active' });
}

const MEASURE = /^(derive|rollUp|explain|select|grade|count|judge|reimburse)[A-Z]/;

/** Public measures that no work times. */
export function untimed() {
  const timed = new Set(WORK.flatMap(({ name, covers = [] }) => [name, ...covers]));
  return Object.keys(fw).filter((name) => MEASURE.test(name) && !timed.has(name));
}
