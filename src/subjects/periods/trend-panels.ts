import type { ColumnTable } from 'arquero';
import { groupBy } from '../../domain/group-by.js';
import { schemeName } from '../../domain/scheme.js';
import type { GridPanel, GridSection } from '../../show/charts/panel-grid.js';
import { periodSlots } from '../../show/charts/period-slots.js';
import { poolKey } from '../keys-of.js';
import type { PeriodRow } from './roll-up-periods.js';

/** A chart of a province must stay readable: of each scheme so many pools at most, those that last shortest. */
const MOST_POOLS = 12;

/** One pool over the periods: a row for each slot of the axis, undefined where no period is stored. */
export interface PoolTrend {
  name: string;
  region: string;
  scheme: string;
  isWhole: boolean;
  slots: readonly (PeriodRow | undefined)[];
}

/** The pools of a chart of trends, and what it leaves out. */
export interface TrendPools {
  slots: readonly string[];
  /** Periods with data. */
  reported: ReadonlySet<string>;
  /** Of each scheme the whole place first, then the pools with the fewest months in the newest period that knows them. */
  schemes: { scheme: string; pools: PoolTrend[] }[];
  /** How many pools are left to the table. */
  left: number;
}

/** Puts the rows of `rollUpPeriods` for which something is drawn into panels. */
export function trendPools(periods: ColumnTable, isDrawn: (row: PeriodRow) => boolean): TrendPools {
  const rows = periods.objects() as PeriodRow[];
  const slots = periodSlots(rows.map(({ period }) => period));
  const pools = [...groupBy(rows, ({ scheme, region }) => `${scheme}|${region}`).values()].filter((pool) =>
    pool.some(isDrawn),
  );
  const schemes = [...groupBy(pools, ([first]) => first?.scheme ?? '')].map(([scheme, own]) => {
    const ordered = own.sort((a, b) => rankOf(a) - rankOf(b));
    const whole = ordered.filter((pool) => pool[0]?.isWhole === true);
    const parts = ordered.filter((pool) => pool[0]?.isWhole !== true);
    const shown = [...whole, ...parts.slice(0, MOST_POOLS)].map((pool) => trendOf(pool, slots));
    return { scheme, pools: shown, left: Math.max(0, parts.length - MOST_POOLS) };
  });
  return {
    slots,
    reported: new Set(rows.map(({ period }) => period)),
    schemes,
    left: schemes.reduce((sum, { left }) => sum + left, 0),
  };
}

/** One section a scheme; schemes of which only the whole place is known share one. */
export function trendSections(
  { schemes }: TrendPools,
  panelOf: (pool: PoolTrend, heading: string) => GridPanel,
): GridSection[] {
  const divided = schemes.filter(({ pools }) => pools.some(({ isWhole }) => !isWhole));
  const rest = schemes.filter((scheme) => !divided.includes(scheme)).flatMap(({ pools }) => pools);
  const sections = divided.map(({ scheme, pools }) => ({
    heading: schemeName(scheme),
    panels: pools.map((pool) => panelOf(pool, pool.name)),
  }));
  if (rest.length === 0) return sections;
  const panels = rest.map((pool) => panelOf(pool, schemeName(pool.scheme)));
  return [...sections, { heading: rest[0]?.name ?? '', panels }];
}

/** What a chart says of the pools that it leaves out; nothing when there are none. */
export function leftOutNotes({ left }: TrendPools): string[] {
  const pools = `每个险种只画最近一期可支付月数最少的 ${MOST_POOLS} 个统筹区`;
  return left === 0 ? [] : [`${pools}，其余 ${left} 个见下表。`];
}

/** Keys of the pools that charts show: the whole of a small place. */
export function shortestPools(periods: ColumnTable): ReadonlySet<string> {
  const { schemes } = trendPools(periods, ({ payableMonths }) => payableMonths !== null);
  return new Set(schemes.flatMap(({ pools }) => pools.map(poolKey)));
}

/** Words where a stored period has nothing to draw: the pool is not listed, or its figures are blank. */
export function gapsOf({ slots }: PoolTrend, isDrawn: (row: PeriodRow) => boolean): GridPanel['gaps'] {
  if (slots.length > FEW) return [];
  return slots.flatMap((row, slot) =>
    row === undefined || isDrawn(row) ? [] : [{ slot, text: row.remark === '' ? '未知' : '未单列' }],
  );
}

/** Labels of all points where there are few, else of the last one. */
export function pointTexts(texts: readonly string[]): string[] {
  const last = texts.findLastIndex((text) => text !== '');
  return texts.map((text, index) => (texts.length <= FEW || index === last ? text : ''));
}

/** So many labels fit beside each other in a panel. */
const FEW = 4;

/** The newest period comes first; who is not in it any more comes after all that are, who has no months last. */
function rankOf(pool: readonly PeriodRow[]): number {
  const at = pool.findLastIndex(({ payableMonths }) => payableMonths !== null);
  return (pool.length - 1 - at) * MANY_MONTHS + (pool[at]?.payableMonths ?? 0);
}

/** More than any fund lasts. */
const MANY_MONTHS = 1e6;

function trendOf(pool: readonly PeriodRow[], slots: readonly string[]): PoolTrend {
  const { regionName: name = '', region = '', scheme = '', isWhole = false } = pool[0] ?? {};
  return { name, region, scheme, isWhole, slots: slots.map((slot) => pool.find(({ period }) => period === slot)) };
}
