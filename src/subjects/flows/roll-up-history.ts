import { type ColumnTable, from } from 'arquero';
import { parsePeriod, UNDATED } from '../../domain/period.js';
import type { Fact } from '../../facts/fact.js';
import { addIntervals, type Interval } from '../../figures/interval.js';
import { type FlowSource, indicatorName, intervalOf, wholeFacts } from '../../figures/printed-figures.js';
import type { ContributionFlow } from './derive-contribution.js';

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
const PARTS = ['employee', 'resident'];

/**
 * The flows of both basic schemes together over the years before, every period with a row, also those without data: a
 * gap is stated, not left out. Amount = employee + resident, each as reported; the year before may be an interval.
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
  const totals = (contributions.objects() as ContributionFlow[]).filter(
    (row) => row.scheme === 'basic' && indicators.includes(row.indicator),
  );
  const rows = totals.flatMap((total) =>
    periodsBack(fund.period).map((period): HistoryPoint => {
      const about = { period, indicator: total.indicator, indicatorName: indicatorName(fund, total.indicator) };
      if (period === total.period)
        return { ...about, ...point(total.quantity, bounds(total.low, total.high), total.ref) };
      const before = bounds(total.yearAgoLow, total.yearAgoHigh);
      if (period === total.yearAgoPeriod && before !== null)
        return { ...about, ...point(total.yearAgoQuantity, before, total.yearAgoRefs) };
      const facts = PARTS.map((scheme) => reportedOf(fund, scheme, total.indicator, period));
      return { ...about, ...point(sumOf(facts), intervalSum(facts), facts.map((fact) => fact?.ref ?? '').join(';')) };
    }),
  );
  return from(rows.length > 0 ? rows : [EMPTY])
    .filter((row: HistoryPoint) => row.indicator !== '')
    .reify();
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

function reportedOf(fund: FlowSource, scheme: string, indicator: string, period: string): Fact | undefined {
  return wholeFacts(fund).find(
    (fact) =>
      fact.basis === 'actual' && fact.scheme === scheme && fact.indicator === indicator && fact.period === period,
  );
}

function point(
  quantity: number | null,
  interval: Interval | null,
  refs: string,
): Pick<HistoryPoint, 'quantity' | 'low' | 'high' | 'origin' | 'refs'> {
  const origin = quantity !== null ? 'reported' : interval !== null ? 'derived' : 'missing';
  return {
    quantity,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    origin,
    refs: origin === 'missing' ? '' : refs,
  };
}

function sumOf(facts: readonly (Fact | undefined)[]): number | null {
  return facts.reduce<number | null>((sum, fact) => {
    return sum === null || fact?.quantity == null ? null : sum + fact.quantity;
  }, 0);
}

function intervalSum(facts: readonly (Fact | undefined)[]): Interval | null {
  return facts.reduce<Interval | null>(
    (sum, fact) => {
      const own = fact === undefined ? null : intervalOf(fact);
      return sum && own && addIntervals(sum, own);
    },
    { low: 0, high: 0 },
  );
}

function bounds(low: number | null, high: number | null): Interval | null {
  return low === null || high === null ? null : { low, high };
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
