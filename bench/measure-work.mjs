// The work that is timed: every measure of the product on synthetic facts, and the same in SQL where SQL can say it.
import { escape } from 'arquero';
import * as fw from '../dist/index.js';
import { YEARS } from './synthetic-facts.mjs';

const LAST = '2022Q4';
const selection = { scheme: 'employee', indicator: 'enrolment' };
const flows = ['income', 'contributionIncome', 'expenditure', 'benefitExpenditure'];
const without = (category) => escape((d) => d.basis === 'actual' && (d.category === '') === category);
const memo = {};
const once = (name, make) => {
  memo[name] ??= make();
  return memo[name];
};

const pools = (fund) =>
  once('pools', () => fw.derivePayableMonths(fw.deriveAvailableBalance(fw.rollUpBalances(fund.facts)), fund.published));
const yearAgo = (fund) => once('flows', () => fw.deriveYearAgo(fund, flows));
const contribution = (fund) => once('contribution', () => fw.deriveContribution(yearAgo(fund), fund));
const payables = (fund) => once('payables', () => fw.rollUpPayables(fund.facts));

const YEAR_AGO = '(left(f.period, 4)::INT - 1) || right(f.period, 2)';
const KEY = 'region, scheme, indicator, category, basis';
const pivoted = `SELECT region, any_value(regionName) AS regionName, scheme,
  max(quantity) FILTER (indicator = 'cumulativeBalance') AS cumulative, max(quantity) FILTER (indicator = 'payables') AS owed,
  max(quantity) FILTER (indicator = 'prepaid') AS prepaid, max(quantity) FILTER (indicator = 'monthlyExpenditure') AS monthly
  FROM facts WHERE period = reported AND category = '' AND basis = 'actual' GROUP BY region, scheme`;
const months = `SELECT *, cumulative - owed - prepaid AS available,
  CASE WHEN monthly > 0 THEN (cumulative - owed - prepaid) / monthly END AS months FROM (${pivoted})`;

/** Name, our work, the same in SQL (empty when there is none), and which of our columns is added up to compare. */
export const WORK = [
  {
    name: 'selectRegions',
    ours: (fund) => fw.selectRegions(fund, selection),
    sql: `SELECT * FROM facts WHERE scheme = 'employee' AND indicator = 'enrolment' AND basis = 'actual' AND category = ''
      AND region <> '000000' AND period = reported`,
    sum: 'quantity',
  },
  {
    name: 'deriveGrowth',
    note: 'of every figure',
    ours: (fund) => fw.deriveGrowth(fund.facts),
    sql: `SELECT f.*, y.quantity AS yearAgoQuantity, y.ref AS yearAgoRef, f.quantity - y.quantity AS change,
      CASE WHEN y.quantity > 0 THEN f.quantity / y.quantity - 1 END AS growth FROM facts f LEFT JOIN facts y
      ON ${KEY.split(', ')
        .map((key) => `f.${key} = y.${key}`)
        .join(' AND ')} AND y.period = ${YEAR_AGO}`,
    sum: 'change',
  },
  {
    name: 'deriveShareOfSum',
    note: 'of every total',
    ours: (fund) => fw.deriveShareOfSum(once('totals', () => fund.facts.filter(without(true)).reify())),
    sql: `SELECT *, CASE WHEN count(*) OVER w = count(quantity) OVER w THEN quantity / sum(quantity) OVER w END AS share
      FROM facts WHERE basis = 'actual' AND category = '' WINDOW w AS (PARTITION BY scheme, indicator, period)`,
    sum: 'share',
  },
  {
    name: 'deriveShareOfWhole',
    note: 'of every part',
    ours: (fund) => fw.deriveShareOfWhole(fund.facts.filter(without(false)).reify(), fund.facts),
    sql: `SELECT p.*, w.quantity AS whole, w.ref AS wholeRef,
      CASE WHEN w.quantity <> 0 THEN p.quantity / w.quantity END AS share
      FROM facts p LEFT JOIN facts w ON p.region = w.region AND p.scheme = w.scheme AND p.indicator = w.indicator
      AND p.basis = w.basis AND p.period = w.period AND w.category = '' WHERE p.category <> '' AND p.basis = 'actual'`,
    sum: 'share',
  },
  {
    name: 'deriveActiveRetired',
    note: 'of every pool',
    ours: (fund) => fw.deriveActiveRetired(fund.facts),
    sql: `SELECT f.region, f.period, f.quantity AS active, r.quantity AS retired, f.quantity / r.quantity AS ratio,
      r.quantity - y.quantity AS change FROM facts f
      LEFT JOIN facts r ON r.region = f.region AND r.period = f.period AND r.scheme = 'employee' AND r.indicator = 'retiredShare'
      LEFT JOIN facts y ON y.region = f.region AND y.period = ${YEAR_AGO} AND y.scheme = 'employee'
      AND y.indicator = 'retiredShare' WHERE f.scheme = 'employee' AND f.indicator = 'activeShare' ORDER BY f.period`,
    sum: 'retiredShareChange',
    sqlSum: 'change',
  },
  {
    name: 'rollUpBalances … derivePayableMonths',
    ours: pools,
    sql: months,
    sum: 'availableBalance',
    sqlSum: 'available',
  },
  {
    name: 'rollUpPlace',
    ours: (fund) => fw.rollUpPlace(pools(fund), fund),
    sql: `SELECT scheme, CASE WHEN count(*) = count(available) THEN sum(available) END AS available,
      CASE WHEN count(*) = count(monthly) THEN sum(monthly) END AS monthly FROM (${months}) GROUP BY scheme`,
  },
  {
    name: 'rollUpDeficitRegions',
    ours: (fund) => fw.rollUpDeficitRegions(fund.facts),
    sql: `SELECT *, deficitPools / nullif(poolCount, 0) AS share, surplusAmount - deficitAmount AS net FROM (
      SELECT region, period, ${['poolCount', 'deficitPools', 'deficitAmount', 'surplusPools', 'surplusAmount']
        .map((name) => `max(quantity) FILTER (indicator = '${name}') AS ${name}`)
        .join(
          ', ',
        )} FROM facts WHERE scheme = 'employee' AND category = '' AND basis = 'actual' GROUP BY region, period)
      ORDER BY period`,
    sum: 'net',
  },
  {
    name: 'rollUpTrend',
    note: 'of enrolment, the eight periods taken as years',
    periods: YEARS,
    ours: (fund) => fw.rollUpTrend(fund.facts.filter((d) => d.indicator === 'enrolment' && d.category === '').reify()),
    sql: `SELECT region, scheme, category, arg_min(quantity, period::INT) AS first, arg_max(quantity, period::INT) AS last,
      regr_slope(quantity, period::INT) AS slope FROM facts WHERE indicator = 'enrolment' AND category = ''
      AND quantity IS NOT NULL GROUP BY region, scheme, category`,
    sum: 'slope',
  },
  { name: 'deriveBacktest', note: 'four printed figures a pool', ours: (fund) => fw.deriveBacktest(fund) },
  { name: 'rollUpMonths', ours: (fund) => fw.rollUpMonths(pools(fund), fund) },
  { name: 'rollUpPayables', ours: payables },
  { name: 'rollUpPayableKinds', ours: (fund) => fw.rollUpPayableKinds(payables(fund), fund) },
  { name: 'deriveYearAgo', ours: yearAgo },
  { name: 'deriveContribution', ours: contribution },
  { name: 'rollUpHistory', ours: (fund) => fw.rollUpHistory(contribution(fund), fund) },
  { name: 'deriveExecution', ours: (fund) => fw.deriveExecution(fund) },
  { name: 'deriveSurplus', ours: (fund) => fw.deriveSurplus(fund, ['employee', 'resident', 'basic']) },
  { name: 'rollUpFundBalances', ours: (fund) => fw.rollUpFundBalances(fund) },
  { name: 'rollUpAccounts', ours: (fund) => fw.rollUpAccounts(fund, { scheme: 'employee' }) },
  { name: 'deriveSchemeShares', ours: (fund) => fw.deriveSchemeShares(fund, { indicator: 'enrolment' }) },
  { name: 'explainMonthsChange', ours: (fund) => fw.explainMonthsChange(fw.rollUpPreviousPools(fund), pools(fund)) },
  { name: 'explainExpenditureGrowth', ours: (fund) => fw.explainExpenditureGrowth(fund, ['employee', 'resident']) },
  { name: 'deriveTargetGap', ours: (fund) => fw.deriveTargetGap(fund) },
  { name: 'deriveKpiCompletion', ours: (fund) => fw.deriveKpiCompletion(fund) },
  {
    name: 'deriveAmountEach',
    ours: (fund) => fw.deriveAmountEach(fund.facts, [{ amount: 'benefitExpenditure', count: 'enrolment', name: '' }]),
  },
  { name: 'deriveClosedFund', ours: (fund) => fw.deriveClosedFund(fund) },
  {
    name: 'rollUpParts',
    ours: (fund) => fw.rollUpParts(fw.selectPartition(fund, selection), fw.selectWhole(fund, selection)),
  },
  { name: 'derivePriorFromChange', ours: (fund) => fw.derivePriorFromChange(fund, { scheme: 'employee' }) },
  { name: 'deriveSinceStart', ours: (fund) => fw.deriveSinceStart(fund.facts) },
];

/** Period under review of the made-up place. */
export const PERIOD = LAST;
