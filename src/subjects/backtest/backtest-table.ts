import type { ColumnTable } from 'arquero';
import { Decimal } from 'decimal.js';
import { AGREEMENT_MEANINGS, AGREEMENT_NAMES, type Agreement } from '../../domain/agreement.js';
import { groupDigits, minus, roundHalfUp } from '../../domain/figure-text.js';
import { nameOfIndicator } from '../../domain/indicator.js';
import { periodLabel } from '../../domain/period.js';
import { parsePrinted } from '../../domain/printed.js';
import { schemeName } from '../../domain/scheme.js';
import type { Fund } from '../../facts/fund.js';
import { CATEGORY } from '../../show/tables/columns.js';
import { spanOf } from '../../show/tables/figure-words.js';
import type { Row, TableView } from '../../show/tables/table-view.js';
import type { BacktestRow } from './derive-backtest.js';

const VERDICTS = Object.keys(AGREEMENT_NAMES) as Agreement[];

/** How many printed figures agree: from the result of `deriveBacktest`. One row a verdict. */
export function backtestSummaryTable(backtest: ColumnTable): TableView {
  const rows = backtest.objects() as BacktestRow[];
  return {
    name: 'backtest-summary',
    title: '报告所印的数与本工具的数：总览',
    columns: [
      { key: 'verdict', display: 'verdictName', label: '结论', kind: 'text' },
      { key: 'figures', label: '所印的数', kind: 'count', unit: '个' },
      { key: 'unexplained', label: '其中未写明缘由', kind: 'count', unit: '个' },
      { key: 'meaning', label: '意思', kind: 'text' },
    ],
    rows: VERDICTS.map((verdict) => {
      const own = rows.filter((row) => row.verdict === verdict);
      return {
        verdict,
        verdictName: AGREEMENT_NAMES[verdict],
        figures: own.length,
        unexplained: own.filter((row) => row.unexplained).length,
        meaning: AGREEMENT_MEANINGS[verdict],
      };
    }),
    notes: [],
  };
}

/**
 * Every figure that the report derives beside ours, what disagrees first: from the result of `deriveBacktest`. Figures
 * stand in the unit in which the report prints them.
 */
export function backtestTable(backtest: ColumnTable, fund: Pick<Fund, 'reference'>): TableView {
  const rows = (backtest.objects() as BacktestRow[])
    .map((row) => {
      const shown = inPrintedUnit(row, fund);
      return { ...row, ...namesOf(row, fund), ...shown, explanationText: explanationOf(row, shown.otherText) };
    })
    .sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict));
  return {
    name: 'backtest',
    title: '报告所印的数与本工具的数',
    columns: [
      { key: 'verdict', display: 'verdictName', label: '结论', kind: 'text' },
      { key: 'scheme', label: '险种', kind: 'text', csvOnly: true },
      { key: 'region', label: '统筹区', kind: 'text', csvOnly: true },
      { key: 'indicator', display: 'figureName', label: '指标', kind: 'text' },
      CATEGORY,
      { key: 'period', label: '期间', kind: 'text', csvOnly: true },
      { key: 'printed', display: 'printedText', label: '报告所印', kind: 'ratio', sources: 'ref' },
      { key: 'unit', label: '单位', kind: 'text', csvOnly: true },
      { key: 'ours', display: 'oursText', label: '本工具', kind: 'ratio', sources: 'inputRefs' },
      { key: 'explanation', display: 'explanationText', label: '说明', kind: 'text' },
      { key: 'oursLow', display: 'intervalText', label: '按输入数的位数，在', kind: 'ratio' },
      { key: 'oursHigh', label: '本工具：至多', kind: 'ratio', csvOnly: true },
      { key: 'ref', label: '所印的数在', kind: 'text', csvOnly: true },
      { key: 'inputRefs', label: '输入数在', kind: 'text', csvOnly: true },
      { key: 'formula', label: '算法', kind: 'text', csvOnly: true },
      { key: 'otherFormula', label: '相符的另一算法', kind: 'text', csvOnly: true },
      { key: 'other', label: '另一算法得', kind: 'ratio', csvOnly: true },
      { key: 'source', label: '印在何处', kind: 'text', csvOnly: true },
    ],
    rows,
    notes: [
      '每个印出的数代表其末位的正负半个单位；由输入数算出的区间与它相交为相符，不设容差。',
      '有几种算法的，以与所印相差最大的一种为结论；另一种与所印相符的，说明里一并写明。报告所印的数从不改动。',
      '算法里写“所印”的，是以报告自己推算的数作输入，核对它的各处说法是否一致：增减额、增长率和上年的数，以及同一句、同一表行所印的结余、未付款和月支出；别无算法时，也用报告别处所印的。',
    ],
  };
}

function namesOf(row: BacktestRow, { reference }: Pick<Fund, 'reference'>): Row {
  const name = nameOfIndicator(reference.indicators, String(row.indicator));
  const scheme = schemeName(row.scheme);
  const part = row.categoryName === '' ? '' : `（${row.categoryName}）`;
  return {
    verdictName: row.unexplained ? `${AGREEMENT_NAMES[row.verdict]}（未写明缘由）` : AGREEMENT_NAMES[row.verdict],
    figureName: `${periodLabel(row.period)} ${row.regionName} ${scheme} ${name}${part}`,
    printedText: printedTextOf(row),
  };
}

function explanationOf({ formula, otherFormula, explanation }: BacktestRow, other: string): string {
  const way = formula === '' ? '' : `算法：${formula}。`;
  const otherWay = otherFormula === '' ? '' : `另一算法：${otherFormula}，得 ${other}，相符。`;
  return [way, otherWay, explanation].join('');
}

/** With its unit; a dash says that there is nothing, and a blank says nothing. */
function printedTextOf({ printed, unit }: BacktestRow): string {
  const state = parsePrinted(printed)?.state;
  if (state !== 'value') return state === 'none' ? printed : '空白';
  return `${minus(shortened(printed))}${unit === '比例' ? '' : unit}`;
}

function shortened(printed: string): string {
  return printed.length > MOST_CHARACTERS ? `${printed.slice(0, MOST_CHARACTERS - 2)}…` : printed;
}

/** Ours in the unit of the printed figure: unrounded for CSV; for people as {@link digitsOf} says. */
function inPrintedUnit(row: BacktestRow, { reference }: Pick<Fund, 'reference'>) {
  const factor = reference.units.find(({ name }) => name === row.unit)?.factor ?? '1';
  const convert = (quantity: number | null): number | null =>
    quantity === null ? null : new Decimal(quantity).div(factor).toNumber();
  const [ours, low, high, other] = [row.ours, row.oursLow, row.oursHigh, row.other].map(convert);
  const decimals = decimalsOf(row.printed);
  const text = (quantity: number | null = null, end: Rounding = 'nearest'): string =>
    quantity === null ? '—' : minus(groupDigits(digitsOf(quantity, decimalsAt(decimals, low, high), end)));
  const exact = text(low) === text(high);
  return {
    ours: ours ?? null,
    oursLow: low ?? null,
    oursHigh: high ?? null,
    oursText: text(ours),
    intervalText: low == null || exact ? '' : spanOf(text(low, 'down'), text(high, 'up')),
    other: other ?? null,
    otherText: text(other),
  };
}

type Rounding = 'nearest' | 'down' | 'up';
/** Fewest and most decimals that are shown. */
type Decimals = readonly [least: number, most: number];

/** As many as are printed, and up to two more where ours has them: 7.43 beside 7.42, 17.203 beside 16.2, 8.6468 beside 8.62. */
function decimalsOf(text: string): Decimals {
  const printed = parsePrinted(text);
  const least = Math.min(printed?.state === 'value' ? printed.decimals : 0, MOST_DECIMALS);
  return [least, Math.min(least + EXTRA_DECIMALS, MOST_DECIMALS)];
}

/** None where ours is not even sure to a unit: 280,300 beside 280,308.20, from 28.03 亿元. */
function decimalsAt(decimals: Decimals, low: number | null = null, high: number | null = null): Decimals {
  return low !== null && high !== null && high - low >= SURE ? [0, 0] : decimals;
}

/** The ends of a range are rounded outward, so that it still holds. */
function digitsOf(quantity: number, [least, most]: Decimals, rounding: Rounding): string {
  const own = new Decimal(quantity).toSignificantDigits(SURE_DIGITS);
  const decimals = Math.max(least, Math.min(own.decimalPlaces(), most));
  if (rounding === 'nearest') return roundHalfUp(quantity, decimals);
  return roundHalfUp(
    own.toDecimalPlaces(decimals, rounding === 'down' ? Decimal.ROUND_FLOOR : Decimal.ROUND_CEIL),
    decimals,
  );
}

const SURE = 2;
/** Of a binary number, so that 4.29 that was moved outward by less than can be seen is 4.29. */
const SURE_DIGITS = 12;
const EXTRA_DECIMALS = 2;
/** Chart data is printed with up to twenty digits, of which people need no more than these; the file has all. */
const MOST_DECIMALS = 8;
const MOST_CHARACTERS = 12;
