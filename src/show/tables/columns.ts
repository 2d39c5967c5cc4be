import type { Column } from './table-view.js';

/** Scheme by its name. */
export const SCHEME: Column = { key: 'scheme', label: '险种', kind: 'text', names: 'scheme' };
/** Period by its name. */
export const PERIOD: Column = { key: 'period', label: '期间', kind: 'text', names: 'period' };
/** Pooling region by the name that the row has. */
export const REGION: Column = { key: 'regionName', label: '统筹区', kind: 'text' };
/** Indicator by the name that the row has. */
export const INDICATOR: Column = { key: 'indicator', display: 'indicatorName', label: '指标', kind: 'text' };
/** Indicator as an item of income or expenditure. */
export const ITEM: Column = { ...INDICATOR, label: '项目' };
/** Code of a part, which people see with the indicator. */
export const CATEGORY: Column = { key: 'category', label: '分项', kind: 'text', csvOnly: true };
/** What is missing for a result. */
export const GAP: Column = { key: 'gap', label: '缺口', kind: 'text' };
/** What people see where the report prints nothing to compare with: other than 未知, nothing is missing of ours. */
export const NOT_PRINTED = '未印';

/** Column of a figure that the report may not print, or of its difference from ours. */
export function printed(column: Column): Column {
  return { ...column, absent: NOT_PRINTED };
}

/** Columns of both ends of an interval: `{ key: 'growth', label: '推算' }` gives growthLow 推算下限 and growthHigh 推算上限. */
export function bounds(column: Column): [Column, Column] {
  const [low, high] = column.key === '' ? ['low', 'high'] : [`${column.key}Low`, `${column.key}High`];
  return [
    { ...column, key: low, label: `${column.label}下限`, end: 'low' },
    { ...column, key: high, label: `${column.label}上限`, end: 'high' },
  ];
}

/** Column of a verdict by its name. */
export function agreement(key: string, label: string): Column {
  return { key, label, kind: 'text', names: 'agreement' };
}

/** What a table with {@link agreement} says of it: a printed figure has one verdict, wherever it is shown. */
export const ONE_VERDICT = '核对的结论与回测相同：有几种算法的，以与所印相差最大的一种为准，各种算法见回测。';

/** Column of an amount. */
export function amount(key: string, label: string, sources?: string): Column {
  return { key, label, kind: 'amount', ...(sources === undefined ? {} : { sources }) };
}

/** Column of a head count. */
export function persons(key: string, label: string, sources?: string): Column {
  return { ...amount(key, label, sources), kind: 'count', unit: '人' };
}
