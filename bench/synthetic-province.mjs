// A synthetic province for timings: 122 made-up counties of no place, whose figures come from a seeded formula and agree
// with each other as those of real statements do, so that an import finds nothing to doubt.
const SEED = 20_230_401;
const PRIME = 2_147_483_647;
const COUNTIES = 122;
const SCHEMES = ['employee', 'resident'];
const MONTHS_A_QUARTER = 3;
/** How many indicators of 指标与目标, one figure a row, each county and scheme has besides those of the tables. */
const LISTED = 14;

export const PLACE = { code: 'province', name: '合成省', wholeRegion: '990000', isDefault: false };
const COUNTY_CODES = Array.from({ length: COUNTIES }, (_, index) => String(990101 + index));
const nameOf = (code) => (code === PLACE.wholeRegion ? '全省' : `合成${Number(code) - 990100}县`);

/** Lines to append to `data/reference/places.csv` and `regions.csv`. */
export const REFERENCE_LINES = {
  places: [`${PLACE.code},${PLACE.name},${PLACE.wholeRegion},no,synthetic`],
  regions: [
    `${PLACE.code},${PLACE.wholeRegion},${nameOf(PLACE.wholeRegion)},合计,,city,,,synthetic`,
    ...COUNTY_CODES.map((code) => `${PLACE.code},${code},${nameOf(code)},${nameOf(code).slice(2)},,county,,,synthetic`),
  ],
};

/** From 0 up to 1, the same for the same county, scheme, slot and quarter. */
function share(...parts) {
  const mixed = parts.reduce((sum, part, index) => sum + part * [7_919, 104_729, 1_299_709, 15_485_863][index], SEED);
  return ((mixed * 48_271) % PRIME) / PRIME;
}

/** Facts of a quarter from the start of its year, and of the end of the year before, as a form takes them. */
export function provinceFacts(period, reference) {
  const [year, quarter] = period.split('Q').map(Number);
  const facts = [];
  const totals = new Map();
  const add = (region, scheme, indicator, { category = '', of = period, basis = 'actual', unit = '万元' }, value) => {
    const printed = unit === '人' ? String(value) : (value / 100).toFixed(2);
    const key = {
      region,
      regionName: nameOf(region),
      scheme,
      indicator,
      category,
      categoryName: '',
      basis,
      period: of,
    };
    facts.push({
      ...key,
      ...{
        reported: period,
        printed,
        unit,
        state: 'value',
        quantity: value,
        halfUnit: 0,
        source: 'synthetic',
        ref: '',
      },
    });
    if (region === PLACE.wholeRegion || POOLED.includes(indicator)) return;
    const total = [scheme, indicator, category, of, basis, unit].join('|');
    totals.set(total, { ...totals.get(total), key, unit, value: (totals.get(total)?.value ?? 0) + value });
  };
  for (const [county, region] of COUNTY_CODES.entries()) {
    for (const [index, scheme] of SCHEMES.entries()) {
      const random = (slot, at = quarter) => share(county, index, slot, at);
      addPool((...fact) => add(region, scheme, ...fact), { scheme, year, quarter, random, reference });
    }
  }
  for (const { key, unit, value } of totals.values()) {
    const { scheme, indicator, category, period: of, basis } = key;
    add(PLACE.wholeRegion, scheme, indicator, { category, of, basis, unit }, value);
    if (category === '' && FLOWS.includes(indicator))
      add(PLACE.wholeRegion, scheme, indicator, { basis: 'budget', unit }, Math.floor((value * 4.1) / quarter));
  }
  for (const [index, scheme] of ['largeAmount', 'civilServant', 'retiredCadre'].entries()) {
    const income = quarter * 100_000 * (index + 2) + Math.floor(share(0, index, 0, quarter) * 10_000);
    const expenditure = Math.floor(income * 0.9);
    const values = { income, expenditure, currentBalance: income - expenditure, fundBalance: 7_654_321 + income };
    for (const [indicator, value] of Object.entries(values)) add(PLACE.wholeRegion, scheme, indicator, {}, value);
  }
  return facts;
}

const FLOWS = ['income', 'contributionIncome', 'expenditure', 'benefitExpenditure'];
/** Their totals are derived: {@link fillDerived} puts them into the form. */
const POOLED = ['cumulativeBalance', 'payables', 'prepaid', 'monthlyExpenditure'];
const PAYABLES = ['settledUnpaid', 'unsettled', 'retainedDeposit', 'other'];

/** One county and scheme. Amounts in hundredths of 万元. */
function addPool(add, { scheme, year, quarter, random, reference }) {
  const isEmployee = scheme === 'employee';
  const annual = 500_000 + Math.floor(random(0, 0) * 5_500_000);
  const income = Math.floor(annual * quarter * (0.24 + 0.02 * random(1)));
  const expenditure = Math.floor(income * (0.8 + 0.15 * random(2)));
  const balance = income - expenditure;
  add('income', {}, income);
  add('contributionIncome', {}, Math.floor(income * 0.8));
  add('expenditure', {}, expenditure);
  add('benefitExpenditure', {}, Math.floor(expenditure * 0.97));
  add('currentBalance', {}, balance);
  const opening = { pooled: Math.floor(annual * 0.6), individualAccount: isEmployee ? Math.floor(annual * 0.3) : 0 };
  const kept = { pooled: isEmployee ? Math.floor(balance * 0.7) : balance };
  kept.individualAccount = balance - kept.pooled;
  for (const category of isEmployee ? ['pooled', 'individualAccount'] : []) {
    add('currentBalance', { category }, kept[category]);
    add('fundBalance', { category }, opening[category] + kept[category]);
  }
  const whole = opening.pooled + opening.individualAccount;
  add('fundBalance', { of: String(year - 1) }, whole);
  add('fundBalance', {}, whole + balance);

  const cumulative = opening.pooled + kept.pooled;
  const payables = PAYABLES.map((_, index) => Math.floor(cumulative * (0.01 + 0.01 * random(3 + index))));
  add('cumulativeBalance', {}, cumulative);
  add(
    'payables',
    {},
    payables.reduce((sum, value) => sum + value, 0),
  );
  for (const [index, category] of PAYABLES.entries()) add('payables', { category }, payables[index]);
  add('prepaid', {}, Math.floor(cumulative * (0.01 + 0.01 * random(7))));
  add('monthlyExpenditure', { unit: '万元/月' }, Math.floor(expenditure / (quarter * MONTHS_A_QUARTER)));

  const heads = 20_000 + Math.floor(random(8, 0) * 400_000) + quarter * 37;
  const groups = isEmployee ? { active: 0.7, retired: 0.3 } : { adult: 0.6, pupil: 0.3, university: 0.1 };
  const counts = Object.entries(groups).map(([category, part]) => [category, Math.floor(heads * part)]);
  add(
    'enrolment',
    { unit: '人' },
    counts.reduce((sum, [, count]) => sum + count, 0),
  );
  for (const [category, count] of counts) add('enrolment', { category, unit: '人' }, count);
  if (!isEmployee) {
    add('enrolment', { category: 'female', unit: '人' }, Math.floor(heads * 0.48));
    add('enrolment', { category: 'age60plus', unit: '人' }, Math.floor(heads * 0.21));
    add('payers', { unit: '人' }, Math.floor(heads * 0.93));
  }
  for (const [index, indicator] of listedIndicators(reference).entries())
    add(indicator, {}, Math.floor(expenditure * (0.01 + 0.002 * random(10 + index))));
}

/** Amounts of a period for which no table has a column. */
function listedIndicators({ indicators }) {
  const inTables = [...FLOWS, ...POOLED, 'currentBalance', 'fundBalance'];
  return indicators
    .filter(({ code, unitKind, kind }) => unitKind === 'amount' && kind === 'flow' && !inTables.includes(code))
    .filter(({ code }) => /Expenditure$|Payment$|Amount$/.test(code))
    .slice(0, LISTED)
    .map(({ code }) => code);
}

/** Fills in what a filled form leaves blank: in the balance tables the available balance, its months and the totals. */
export function fillDerived(form) {
  for (const sheet of form.sheets.filter(({ name }) => name.endsWith('累计结余分析表'))) {
    const at = new Map(sheet.cells.map((cell) => [`${cell.row}|${cell.column}`, cell]));
    const columns = [...new Set(sheet.cells.filter(({ style }) => style === 'input').map(({ column }) => column))];
    const rows = [...new Set(sheet.cells.filter(({ style }) => style === 'input').map(({ row }) => row))];
    const [balance, payables, prepaid] = [columns[0], columns[1], columns[6]];
    const [monthly, available, months] = columns.slice(-3);
    const cell = (row, column) => at.get(`${row}|${column}`);
    const cents = (row, column) => Math.round(cell(row, column).value * 100);
    const put = (row, column, value) => Object.assign(cell(row, column), { value, format: '#,##0.00' });
    const total = rows.at(-1);
    for (const column of columns.slice(0, -2))
      put(total, column, rows.slice(0, -1).reduce((sum, row) => sum + cents(row, column), 0) / 100);
    for (const row of rows) {
      put(row, available, (cents(row, balance) - cents(row, payables) - cents(row, prepaid)) / 100);
      put(row, months, Math.round((cents(row, available) / cents(row, monthly)) * 100) / 100);
    }
  }
  return form;
}
