import { type ColumnTable, from } from 'arquero';
import { parsePeriod } from '../../domain/period.js';
import type { Fact } from '../../facts/fact.js';
import { compoundGrowth } from '../../relations/comparisons.js';
import { valueOf } from '../../relations/relation.js';

/** Trend of one series: a row of {@link rollUpTrend}. */
export interface Trend {
  region: string;
  regionName: string;
  scheme: string;
  category: string;
  firstPeriod: string;
  lastPeriod: string;
  /** Calendar years between the first and the last figure, whatever lies between. */
  years: number;
  first: number;
  last: number;
  /** (last ÷ first)^(1 ÷ years) − 1; null for fewer than two years or a first figure not above zero. */
  compoundGrowth: number | null;
  /** Least-squares slope per year, in the unit of the quantity; null for fewer than two figures. */
  slope: number | null;
}

/**
 * Reduces yearly series to their trend. Only whole years count; unknown figures are left out and the years between
 * the others still count, so that a gap does not steepen the trend.
 *
 * Formula: compoundGrowth = (last ÷ first)^(1 ÷ years) − 1;
 * slope = Σ(year − mean year)(quantity − mean quantity) ÷ Σ(year − mean year)².
 *
 * @param figures facts of one indicator, several years
 * @returns one row a {@link Trend} for each region, scheme and category
 */
export function rollUpTrend(figures: ColumnTable): ColumnTable {
  const series = new Map<string, Fact[]>();
  for (const fact of figures.objects() as Fact[]) {
    if (fact.quantity === null || parsePeriod(fact.period).quarter !== null) continue;
    const key = [fact.region, fact.scheme, fact.category].join('|');
    series.set(key, [...(series.get(key) ?? []), fact]);
  }
  return from([...series.values()].map(trendOf));
}

function trendOf(facts: Fact[]): Trend {
  const points = facts
    .map((fact) => ({ fact, year: parsePeriod(fact.period).year, quantity: fact.quantity ?? 0 }))
    .sort((a, b) => a.year - b.year);
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('rollUpTrend: a series has no figure');
  const years = last.year - first.year;
  const { region, regionName, scheme, category } = first.fact;
  return {
    region,
    regionName,
    scheme,
    category,
    firstPeriod: first.fact.period,
    lastPeriod: last.fact.period,
    years,
    first: first.quantity,
    last: last.quantity,
    compoundGrowth: valueOf(compoundGrowth, { first: first.quantity, last: last.quantity, years }),
    slope: slopeOf(points),
  };
}

function slopeOf(points: { year: number; quantity: number }[]): number | null {
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanYear = mean(points.map(({ year }) => year));
  const meanQuantity = mean(points.map(({ quantity }) => quantity));
  const spread = points.reduce((sum, { year }) => sum + (year - meanYear) ** 2, 0);
  const joint = points.reduce((sum, { year, quantity }) => sum + (year - meanYear) * (quantity - meanQuantity), 0);
  return spread === 0 ? null : joint / spread;
}
