import type { Fact } from '../facts/fact.js';

/** What a figure is about, with its names: the first columns of most measures. */
export type FigureKeys = Pick<Fact, 'region' | 'regionName' | 'scheme' | 'indicator' | 'category' | 'categoryName'>;

/** The keys of a figure and nothing else of it. */
export function keysOf({ region, regionName, scheme, indicator, category, categoryName }: FigureKeys): FigureKeys {
  return { region, regionName, scheme, indicator, category, categoryName };
}

/** What makes a pool one: the same region may have a fund of each scheme. */
export function poolKey({ region, scheme }: Pick<FigureKeys, 'region' | 'scheme'>): string {
  return `${region}|${scheme}`;
}

/** Whether a figure is about the period whose report prints it. */
export function isOwn({ period, reported }: Pick<Fact, 'period' | 'reported'>): boolean {
  return period === reported;
}
