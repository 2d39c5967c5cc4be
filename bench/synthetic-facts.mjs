// Synthetic facts for timings: made up by a seeded formula that DuckDB can repeat, of no place and no fund. Texts that
// repeat are in dictionary columns, which Arquero reads by `at` like any other; figures and references in plain arrays.
import { table } from 'arquero';

const SEED = 20_230_401;
const PRIME = 2_147_483_647;
const BLANK_EVERY = 97;
export const SCHEMES = ['employee', 'resident'];
export const QUARTERS = ['2021', '2022'].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`));
export const YEARS = ['2015', '2016', '2017', '2018', '2019', '2020', '2021', '2022'];
/** The period of the report before, and one that only earlier reports know. */
export const PREVIOUS = '2022Q3';
const EARLIER = '2020Q4';
/** The region that stands for the whole place: the first pool. */
export const WHOLE = '000000';

/** Sixty figures of each pool, scheme and period: indicator, category, basis. The product's own, filled up with others. */
export const SLOTS = [
  ...['enrolment', 'payers', 'activeShare', 'retiredShare', 'cumulativeBalance', 'payables', 'prepaid'],
  ...['monthlyExpenditure', 'poolCount', 'deficitPools', 'surplusPools', 'deficitAmount', 'surplusAmount'],
  ...['income', 'contributionIncome', 'expenditure', 'benefitExpenditure', 'currentBalance', 'fundBalance'],
  ...['inpatientExpenditure', 'maternityExpenditure', 'individualAccountExpenditure', 'outpatientPoolingExpenditure'],
  ...['kpiVisits', 'enrolmentAtStart', 'enrolmentChange', 'cumulativeLevy', 'cumulativeExpenditure'],
]
  .map((indicator) => [indicator, '', 'actual'])
  .concat(
    ['enrolment', 'expenditure'].flatMap((indicator) =>
      ['active', 'retired'].map((category) => [indicator, category, 'actual']),
    ),
    ['settledUnpaid', 'unsettled', 'retainedDeposit', 'other'].map((category) => ['payables', category, 'actual']),
    ['currentBalance', 'fundBalance'].flatMap((indicator) =>
      ['pooled', 'individualAccount'].map((category) => [indicator, category, 'actual']),
    ),
    ['income', 'contributionIncome', 'expenditure', 'benefitExpenditure'].map((indicator) => [indicator, '', 'budget']),
    [['kpiVisits', '', 'target']],
  );
while (SLOTS.length < 60) SLOTS.push([`synthetic${SLOTS.length}`, '', 'actual']);

/** Of every pool: one figure that follows from its inputs and others that need not. */
const DERIVED = ['availableBalance', 'payableMonths', 'enrolmentGrowth', 'expenditureExecution', 'kpiVisitsExecution'];

const regionCode = (pool) => String(pool).padStart(WHOLE.length, '0');
const regionName = (pool) => `合成统筹区${pool}`;
const range = (length) => Array.from({ length }, (_, index) => index);
/** Quarters are counted from the first one of the facts, years from the first year. */
const numberOf = (period) =>
  YEARS.includes(period) ? YEARS.indexOf(period) : quarterOf(period) - quarterOf(QUARTERS[0]);
const quarterOf = (period) => Number(period.slice(0, 4)) * 4 + Number(period.slice(-1));

/** A column of few texts that rows share: what Arrow calls a dictionary. One or two bytes a row. */
class Words {
  #words;
  #codes;

  constructor(words, codes) {
    this.#words = words;
    this.#codes = codes;
  }

  get length() {
    return this.#codes.length;
  }

  at(row) {
    return this.#words[this.#codes[row]];
  }

  slice() {
    return new Words(this.#words, this.#codes);
  }

  *[Symbol.iterator]() {
    for (let row = 0; row < this.length; row++) yield this.at(row);
  }
}

/** A column of which a row has the word that the function numbers. */
function wordsBy(rows, words, numberOf) {
  const own = [...new Set(words)];
  const numbers = words.map((word) => own.indexOf(word));
  const codes = new (own.length > 256 ? Uint16Array : Uint8Array)(rows);
  for (let row = 0; row < rows; row++) codes[row] = numbers[numberOf(row)];
  return new Words(own, codes);
}

/** A column in which each of the words stands for `each` rows, over and over. */
const along = (rows, words, each) => wordsBy(rows, words, (row) => Math.floor(row / each) % words.length);

/** The same integers in JavaScript and in SQL: below a million, of pool, scheme, slot and period. */
function figures(pools, periods, slots) {
  const column = [];
  for (const pool of range(pools)) {
    for (const scheme of SCHEMES.keys()) {
      for (const slot of slots.keys()) {
        for (const period of periods.map(numberOf)) {
          const mixed = SEED + pool * 7_919 + scheme * 104_729 + slot * 1_299_709 + period * 15_485_863;
          column.push(((mixed * 48_271) % PRIME) % 1_000_000);
        }
      }
    }
  }
  return column;
}

/**
 * Facts as the table that measures take; one in 97 figures is blank. References are short, so that each is one small
 * string: they are the only texts that are made by the row.
 *
 * @param options the periods, the last of which reports all, and the first of the {@link SLOTS}
 */
export function syntheticFacts(pools, { periods = QUARTERS, slots = SLOTS } = {}) {
  const own = figures(pools, periods, slots);
  const rows = own.length;
  const [perSlot, perScheme] = [periods.length, periods.length * slots.length];
  const perPool = perScheme * SCHEMES.length;
  const ofSlot = (pick) => along(rows, slots.map(pick), perSlot);
  const isBlank = (figure) => figure % BLANK_EVERY === 0;
  const isShare = slots.map(([indicator]) => indicator.endsWith('Share'));
  const isKpi = slots.map(([indicator]) => indicator.startsWith('kpi'));
  const slotOf = (row) => Math.floor(row / perSlot) % slots.length;
  return table({
    region: along(rows, range(pools).map(regionCode), perPool),
    regionName: along(rows, range(pools).map(regionName), perPool),
    scheme: along(rows, SCHEMES, perScheme),
    indicator: ofSlot(([indicator]) => indicator),
    category: ofSlot(([, category]) => category),
    categoryName: ofSlot(([, category]) => category),
    basis: ofSlot(([, , basis]) => basis),
    period: along(rows, periods, 1),
    reported: along(rows, periods.slice(-1), 1),
    printed: along(rows, ['1'], 1),
    unit: ofSlot(([indicator]) => (indicator.endsWith('Share') ? '比例' : '元')),
    state: wordsBy(rows, ['value', 'unknown'], (row) => Number(isBlank(own[row]))),
    quantity: own.map((figure, row) => (isBlank(figure) ? null : isShare[slotOf(row)] ? figure / 1_000_000 : figure)),
    halfUnit: wordsBy(rows, [0, null], (row) => Number(isBlank(own[row]))),
    source: along(rows, ['synthetic'], 1),
    ref: own.map((_, row) => `${isKpi[slotOf(row)] ? '/kpi.csv' : ''}#L${row}`),
  });
}

/** Figures that the made-up report derives. */
export function syntheticPublished(pools, period) {
  const rows = pools * SCHEMES.length * DERIVED.length;
  const perPool = SCHEMES.length * DERIVED.length;
  const same = (value) => along(rows, [value], 1);
  return table({
    region: along(rows, range(pools).map(regionCode), perPool),
    regionName: along(rows, range(pools).map(regionName), perPool),
    scheme: along(rows, SCHEMES, DERIVED.length),
    indicator: along(rows, DERIVED, 1),
    ...{ category: same(''), categoryName: same(''), period: same(period), reported: same(period) },
    ...{ printed: same('1'), unit: same('%'), state: same('value'), quantity: same(1), halfUnit: same(0.5) },
    ...{ source: same('synthetic'), ref: range(rows).map((row) => `P#L${row}`), explanation: same('') },
  });
}

/** What a report's text says of its pools: it names a few, whatever their number. */
function syntheticStatements(pools) {
  const said = { scheme: SCHEMES[0], indicator: 'payableMonths', quote: 'synthetic', source: 'synthetic L1' };
  const named = range(Math.min(pools, 20)).map((pool) => ({
    ...{ ...said, about: 'region', region: regionCode(pool), regionName: regionName(pool), low: 3, high: 9 },
    ref: `S#L${pool}`,
  }));
  return [{ ...said, about: 'none', region: '', regionName: '', low: null, high: 3, ref: 'S#L20' }, ...named];
}

/** A fund of made-up pools as `openFund` would give it, with the real glossary. */
export function syntheticFund(pools, root, reference) {
  const period = QUARTERS.at(-1);
  const regions = range(pools).map((pool) => ({
    ...{ code: regionCode(pool), name: regionName(pool), aliases: [], kind: 'county', members: [], note: '' },
  }));
  return {
    place: { code: 'synthetic', name: '合成地区', wholeRegion: WHOLE, isDefault: false },
    ...{ period, previousPeriod: PREVIOUS, regions, reference, root },
    facts: syntheticFacts(pools),
    published: syntheticPublished(pools, period),
    previousFacts: syntheticFacts(pools, { periods: [PREVIOUS] }),
    previousPublished: syntheticPublished(pools, PREVIOUS),
    earlierFacts: syntheticFacts(pools, { periods: [EARLIER] }),
    statements: syntheticStatements(pools),
  };
}

const list = (values) => `[${values.map((value) => `'${value}'`).join(', ')}]`;

/** The same facts made by DuckDB, as a query. */
export function syntheticSql(pools, { periods = QUARTERS, slots = SLOTS } = {}) {
  const slot = (part) => `(${list(slots.map((entry) => entry[part]))})[slot + 1]`;
  return `WITH keys AS (
      SELECT pool, scheme, slot, period FROM range(${pools}) a(pool), range(2) b(scheme), range(${slots.length}) c(slot),
        range(${periods.length}) d(period) ORDER BY ALL
    ), mixed AS (
      SELECT *, ((${SEED} + pool * 7919 + scheme * 104729 + slot * 1299709 + period * 15485863) * 48271) % ${PRIME} % 1000000
        AS own FROM keys
    )
    SELECT lpad(pool::VARCHAR, 6, '0') AS region, '合成统筹区' || pool AS regionName, (${list(SCHEMES)})[scheme + 1] AS scheme,
      ${slot(0)} AS indicator, ${slot(1)} AS category, ${slot(1)} AS categoryName, ${slot(2)} AS basis,
      (${list(periods)})[period + 1] AS period, '${periods.at(-1)}' AS reported, '1' AS printed,
      CASE WHEN ${slot(0)} LIKE '%Share' THEN '比例' ELSE '元' END AS unit,
      CASE WHEN own % ${BLANK_EVERY} = 0 THEN 'unknown' ELSE 'value' END AS state,
      CASE WHEN own % ${BLANK_EVERY} = 0 THEN NULL WHEN ${slot(0)} LIKE '%Share' THEN own / 1000000.0 ELSE own END::DOUBLE
        AS quantity,
      CASE WHEN own % ${BLANK_EVERY} = 0 THEN NULL ELSE 0 END::DOUBLE AS halfUnit, 'synthetic' AS source,
      CASE WHEN ${slot(0)} LIKE 'kpi%' THEN '/kpi.csv' ELSE '' END || '#L' || (row_number() OVER () - 1) AS ref
    FROM mixed`;
}

/** The figures that the report derives, as a query: those of their columns that SQL looks at. */
export function syntheticPublishedSql(pools) {
  const period = QUARTERS.at(-1);
  return `SELECT lpad(pool::VARCHAR, 6, '0') AS region, scheme, indicator, '' AS category, '${period}' AS period,
    '${period}' AS reported, 1::DOUBLE AS quantity, 0.5::DOUBLE AS halfUnit,
    'P#L' || (row_number() OVER () - 1) AS ref
    FROM (SELECT pool, scheme, unnest(${list(DERIVED)}) AS indicator
      FROM (SELECT pool, unnest(${list(SCHEMES)}) AS scheme FROM range(${pools}) a(pool)))`;
}
