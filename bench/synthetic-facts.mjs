// Synthetic facts for timings: made up by a seeded formula that DuckDB can repeat, of no place and no fund.
import { table } from 'arquero';

const SEED = 20_230_401;
const PRIME = 2_147_483_647;
export const SCHEMES = ['employee', 'resident'];
export const QUARTERS = ['2021', '2022'].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`));
export const YEARS = ['2015', '2016', '2017', '2018', '2019', '2020', '2021', '2022'];

/** Sixty figures of each pool, scheme and period: indicator, category, basis. The product's own, filled up with others. */
export const SLOTS = [
  ...['enrolment', 'payers', 'activeShare', 'retiredShare', 'cumulativeBalance', 'payables', 'prepaid'],
  ...['monthlyExpenditure', 'poolCount', 'deficitPools', 'surplusPools', 'deficitAmount', 'surplusAmount'],
  ...['income', 'contributionIncome', 'expenditure', 'benefitExpenditure', 'currentBalance', 'fundBalance'],
  ...['inpatientExpenditure', 'maternityExpenditure', 'individualAccountExpenditure', 'outpatientPoolingExpenditure'],
]
  .map((indicator) => [indicator, '', 'actual'])
  .concat(
    ['active', 'retired'].map((category) => ['enrolment', category, 'actual']),
    ['settledUnpaid', 'unsettled', 'retainedDeposit', 'other'].map((category) => ['payables', category, 'actual']),
    ['currentBalance', 'fundBalance'].flatMap((indicator) =>
      ['pooled', 'individualAccount'].map((category) => [indicator, category, 'actual']),
    ),
    ['income', 'contributionIncome', 'expenditure', 'benefitExpenditure'].map((indicator) => [indicator, '', 'budget']),
  );
while (SLOTS.length < 60) SLOTS.push([`synthetic${SLOTS.length}`, '', 'actual']);

/** The same integer in JavaScript and in SQL: below a million, of pool, scheme, slot and period. */
function figure(pool, scheme, slot, period) {
  const mixed = SEED + pool * 7_919 + scheme * 104_729 + slot * 1_299_709 + period * 15_485_863;
  return ((mixed * 48_271) % PRIME) % 1_000_000;
}

/** Facts as the table that measures take; region 000000 stands for the whole place, one in 97 figures is blank. */
export function syntheticFacts(pools, periods = QUARTERS, reported = periods.at(-1)) {
  const rows = pools * SCHEMES.length * SLOTS.length * periods.length;
  const names = ['region', 'regionName', 'scheme', 'indicator', 'category', 'categoryName', 'basis', 'period'];
  const column = Object.fromEntries(
    [...names, 'reported', 'printed', 'unit', 'state', 'quantity', 'halfUnit', 'source', 'ref'].map((name) => [
      name,
      new Array(rows),
    ]),
  );
  const base = periods === YEARS ? 0 : QUARTERS.indexOf(periods[0]);
  let row = 0;
  for (let pool = 0; pool < pools; pool++) {
    const region = String(pool).padStart(6, '0');
    const regionName = `合成统筹区${pool}`;
    for (const [schemeIndex, scheme] of SCHEMES.entries()) {
      for (const [slot, [indicator, category, basis]] of SLOTS.entries()) {
        for (const [index, period] of periods.entries()) {
          const own = figure(pool, schemeIndex, slot, base + index);
          const blank = own % 97 === 0;
          const isShare = indicator.endsWith('Share');
          const values = {
            ...{ region, regionName, scheme, indicator, category, categoryName: category, basis, period, reported },
            printed: '',
            unit: isShare ? '比例' : '元',
            state: blank ? 'unknown' : 'value',
            quantity: blank ? null : isShare ? own / 1_000_000 : own,
            halfUnit: blank ? null : 0,
            source: 'synthetic',
            ref: `synthetic.csv#L${row}`,
          };
          for (const name in values) column[name][row] = values[name];
          row++;
        }
      }
    }
  }
  return table(column);
}

/** Figures that the made-up report derives, for every pool: one that follows from its inputs and three that need not. */
export function syntheticPublished(pools, period) {
  const indicators = ['availableBalance', 'payableMonths', 'enrolmentGrowth', 'expenditureExecution'];
  const rows = [];
  for (let pool = 0; pool < pools; pool++) {
    for (const scheme of SCHEMES) {
      for (const indicator of indicators) {
        rows.push({
          ...{ region: String(pool).padStart(6, '0'), regionName: `合成统筹区${pool}`, scheme, indicator },
          ...{ category: '', categoryName: '', period, reported: period, printed: '1', unit: '%', state: 'value' },
          ...{ quantity: 1, halfUnit: 0.5, source: 'synthetic', ref: `published.csv#L${rows.length}`, explanation: '' },
        });
      }
    }
  }
  const names = Object.keys(rows[0]);
  return table(Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])));
}

/** The same facts made by DuckDB. */
export function syntheticSql(pools, periods = QUARTERS) {
  const list = (values) => `[${values.map((value) => `'${value}'`).join(', ')}]`;
  const slot = (part) => `(${list(SLOTS.map((entry) => entry[part]))})[slot + 1]`;
  return `CREATE OR REPLACE TABLE facts AS
    WITH keys AS (
      SELECT pool, scheme, slot, period FROM range(${pools}) a(pool), range(2) b(scheme), range(${SLOTS.length}) c(slot),
        range(${periods.length}) d(period) ORDER BY ALL
    ), mixed AS (
      SELECT *, ((${SEED} + pool * 7919 + scheme * 104729 + slot * 1299709 + period * 15485863) * 48271) % ${PRIME} % 1000000
        AS own FROM keys
    )
    SELECT lpad(pool::VARCHAR, 6, '0') AS region, '合成统筹区' || pool AS regionName, (${list(SCHEMES)})[scheme + 1] AS scheme,
      ${slot(0)} AS indicator, ${slot(1)} AS category, ${slot(2)} AS basis, (${list(periods)})[period + 1] AS period,
      '${periods.at(-1)}' AS reported,
      CASE WHEN own % 97 = 0 THEN NULL WHEN ${slot(0)} LIKE '%Share' THEN own / 1000000.0 ELSE own END::DOUBLE AS quantity,
      'synthetic.csv#L' || (row_number() OVER () - 1) AS ref
    FROM mixed`;
}
