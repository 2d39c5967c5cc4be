import type { ColumnTable } from 'arquero';
import { comparePeriods, parsePeriod, UNDATED } from '../../domain/period.js';
import { FundFigures } from '../../facts/fund-figures.js';
import { tableOf } from '../../facts/table-of.js';
import { sumOf } from '../../figures/arithmetic.js';
import { between, boundsOf, type Figure, isKnown } from '../../figures/figure.js';
import { BASIC_SCHEMES } from '../../relations/totals.js';
import type { ContributionFlow } from './derive-contribution.js';
import type { FlowSource } from './flow-source.js';

/** One period of one flow: a row of {@link rollUpHistory}. Amounts in fen, null when unknown. */
export interface HistoryPoint {
  period: string;
  indicator: string;
  indicatorName: string;
  /** Only where it is reported. */
  quantity: number | null;
  low: number | null;
  high: number | null;
  /** `reported` in print, `derived` from printed growth as an interval, `missing` where no report says anything. */
  origin: 'reported' | 'derived' | 'missing';
  refs: string;
}

/** Years before the one under review that a report of a year compares; a report of a quarter has one. */
const YEARS_BACK = 5;

/**
 * The flows of both basic schemes together over the years before, from the first of which anything is known on, every period
 * with a row, also those without data: a gap is stated, not left out. Amount = employee + resident, each as reported; the year
 * before may be an interval.
 *
 * @param contributions result of `deriveContribution`
 * @param indicators flows to take, income and expenditure unless others are given
 * @returns one row a {@link HistoryPoint}, by indicator and then by period
 */
export function rollUpHistory(
  contributions: ColumnTable,
  fund: FlowSource,
  indicators: readonly string[] = ['income', 'expenditure'],
): ColumnTable {
  const figures = FundFigures.of(fund);
  const totals = (contributions.objects() as ContributionFlow[]).filter(
    (row) => row.scheme === 'basic' && indicators.includes(row.indicator),
  );
  const all = totals.flatMap((total) =>
    periodsBack(fund.period).map((period): HistoryPoint => {
      const { indicator } = total;
      return {
        period,
        indicator,
        indicatorName: figures.nameOfIndicator(indicator),
        ...pointOf(total, period, figures),
      };
    }),
  );
  // Years before the first that anything is known of are no gap in a history: it begins later.
  const first = all.filter(({ origin }) => origin !== 'missing').map(({ period }) => period);
  const rows = all.filter(({ period }) => first.some((known) => comparePeriods(known, period) <= 0));
  return tableOf(rows, () => EMPTY);
}

/** The period and those before it, the same quarter of each year, oldest first. */
function periodsBack(period: string): string[] {
  if (period === UNDATED) return [period];
  const { year, quarter } = parsePeriod(period);
  const back = quarter === null ? YEARS_BACK : 1;
  return Array.from(
    { length: back + 1 },
    (_, index) => `${year - back + index}${quarter === null ? '' : `Q${quarter}`}`,
  );
}

type Point = Pick<HistoryPoint, 'quantity' | 'low' | 'high' | 'origin' | 'refs'>;

function pointOf(total: ContributionFlow, period: string, figures: FundFigures): Point {
  if (period === total.period) return point(total.quantity, between(total.low, total.high), total.ref);
  const before = between(total.yearAgoLow, total.yearAgoHigh);
  if (period === total.yearAgoPeriod && isKnown(before)) return point(total.yearAgoQuantity, before, total.yearAgoRefs);
  const { indicator } = total;
  const parts = BASIC_SCHEMES.map((scheme) => figures.versions({ scheme, indicator, period })[0]);
  const sum = sumOf(
    BASIC_SCHEMES.map((scheme, index) => figures.figureOf(parts[index], { scheme, indicator, period })),
  );
  return point(isKnown(sum) ? sum.quantity : null, sum, parts.map((fact) => fact?.ref ?? '').join(';'));
}

function point(quantity: number | null, figure: Figure, refs: string): Point {
  const origin = quantity !== null ? 'reported' : isKnown(figure) ? 'derived' : 'missing';
  return { quantity, ...boundsOf(figure), origin, refs: origin === 'missing' ? '' : refs };
}

const EMPTY: HistoryPoint = {
  period: '',
  indicator: '',
  indicatorName: '',
  quantity: null,
  low: null,
  high: null,
  origin: 'missing',
  refs: '',
};
