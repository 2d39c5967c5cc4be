import { groupBy } from './group-by.js';
import { listIndex } from './list-index.js';

/** What a unit measures; the base unit of each: fen, fen a month, fen a person, person, visit, item, ratio, month. */
export type UnitKind =
  | 'amount'
  | 'amountPerMonth'
  | 'amountPerPerson'
  | 'person'
  | 'visit'
  | 'count'
  | 'ratio'
  | 'month';

/** A figure that documents report, from the glossary `data/reference/indicators.csv`. */
export interface Indicator {
  code: string;
  /** Chinese name as the statements print it. */
  name: string;
  unitKind: UnitKind;
  /** Stock at the period's end, flow of the year to date, or derived from others. */
  kind: 'stock' | 'flow' | 'derived';
  /** Whether a value below zero is possible: a fund may be overdrawn, a head count may not. */
  mayBeNegative: boolean;
}

/** A part of an indicator, such as retired of enrolment. */
export interface Category {
  indicator: string;
  code: string;
  name: string;
  /** Categories of one partition add up to the total; empty when the category is only a part. */
  partition: string;
}

/** A printed unit and its exact factor to the base unit of its kind, as decimal text. */
export interface Unit {
  name: string;
  unitKind: UnitKind;
  factor: string;
}

const byCode = listIndex(({ code }: Indicator) => [code]);

/** The indicator of a code; undefined where the glossary lacks it. */
export function indicatorOf(indicators: readonly Indicator[], code: string): Indicator | undefined {
  return byCode(indicators, code);
}

/** Chinese name of an indicator, or its code where the glossary lacks it. */
export function nameOfIndicator(indicators: readonly Indicator[], code: string): string {
  return indicatorOf(indicators, code)?.name ?? code;
}

const partitions = new WeakMap<readonly Category[], ReadonlyMap<string, Category[][]>>();

/**
 * The partitions of an indicator, each the parts that add up to its total: 在职 and 退休 of 参保人数, but not 女性, which is
 * only a part. The glossary is indexed once and must not change afterwards.
 */
export function partitionsOf(categories: readonly Category[], indicator: string): readonly (readonly Category[])[] {
  const known = partitions.get(categories) ?? indexedPartitions(categories);
  partitions.set(categories, known);
  return known.get(indicator) ?? [];
}

function indexedPartitions(categories: readonly Category[]): ReadonlyMap<string, Category[][]> {
  const parts = categories.filter(({ partition }) => partition !== '');
  const byIndicator = groupBy(parts, ({ indicator }) => indicator);
  return new Map(
    [...byIndicator].map(([indicator, own]) => [indicator, [...groupBy(own, ({ partition }) => partition).values()]]),
  );
}
