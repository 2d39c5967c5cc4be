import type { ColumnTable } from 'arquero';
import { SCHEME_NAMES, type Scheme } from '../../domain/scheme.js';
import { compoundGrowth, growth } from '../../relations/comparisons.js';
import { share } from '../../relations/rates.js';
import { rightSideOf } from '../../relations/relation.js';
import { PERIOD, persons, REGION } from '../../show/tables/columns.js';
import { rowsOf, type TableView } from '../../show/tables/table-view.js';
import { type ByRegion, COUNTED } from './enrolment-by-region.js';

/** Enrolment by period with its change and growth: from the result of `deriveGrowth`. */
export function enrolmentTable(enrolment: ColumnTable, options: { scheme: Scheme }): TableView {
  return {
    name: `enrolment-${options.scheme}`,
    title: `${SCHEME_NAMES[options.scheme]}参保人数`,
    columns: [
      PERIOD,
      persons('quantity', '参保人数', 'ref'),
      persons('yearAgoQuantity', '上年同期', 'yearAgoRef'),
      persons('change', '增减'),
      { key: 'growth', label: '同比增长', kind: 'growth' },
    ],
    rows: rowsOf(enrolment),
    notes: [`${GROWTH_NOTE}参保人数为期末数。`],
  };
}

/** Persons paying this year against last year: from the result of `deriveGrowth` over payers. */
export function payersTable(payers: ColumnTable): TableView {
  const table = enrolmentTable(payers, { scheme: 'resident' });
  const columns = table.columns.map((column) =>
    column.key === 'quantity' ? { ...column, label: '缴费人数' } : column,
  );
  return { ...table, name: 'payers-resident', title: '居民医保缴费人数', columns, notes: [GROWTH_NOTE] };
}

/** Compound growth and slope of yearly series: from the result of `rollUpTrend`. */
export function trendTable(trend: ColumnTable, options: { scheme: Scheme }): TableView {
  return {
    name: `enrolment-trend-${options.scheme}`,
    title: `${SCHEME_NAMES[options.scheme]}参保趋势`,
    columns: [
      REGION,
      { key: 'firstPeriod', label: '起', kind: 'text', names: 'period' },
      { key: 'lastPeriod', label: '止', kind: 'text', names: 'period' },
      { key: 'years', label: '年数', kind: 'count', unit: '年' },
      persons('first', '期初'),
      persons('last', '期末'),
      { key: 'compoundGrowth', label: '年均复合增长', kind: 'growth' },
      { key: 'slope', label: '趋势斜率', kind: 'count', unit: '人/年' },
    ],
    // One year is no trend.
    rows: rowsOf(trend).filter(({ years }) => Number(years) > 0),
    empty: `文件里没有两年以上的${SCHEME_NAMES[options.scheme]}参保人数，看不出趋势`,
    notes: [`${compoundGrowth.words}；趋势斜率为最小二乘直线每年增加的人数。`],
  };
}

/** Enrolment or payers by region with each region's share: from the result of `deriveShareOfSum`. */
export function enrolmentByRegionTable(shares: ColumnTable, { scheme, indicator = 'enrolment' }: ByRegion): TableView {
  return {
    name: `${indicator}-by-region-${scheme}`,
    title: `${SCHEME_NAMES[scheme]}各统筹区${COUNTED[indicator]}`,
    columns: [REGION, persons('quantity', COUNTED[indicator], 'ref'), { key: 'share', label: '占全市', kind: 'share' }],
    rows: rowsOf(shares),
    notes: [
      `占全市 ＝ ${rightSideOf(share, { part: '本统筹区', whole: '各统筹区之和' })}；有一个统筹区未知时占比未知。`,
    ],
  };
}

/** Parts of the enrolment with their shares: from the result of `deriveShareOfWhole`. */
export function enrolmentPartsTable(parts: ColumnTable, options: { scheme: Scheme }): TableView {
  return {
    name: `enrolment-parts-${options.scheme}`,
    title: `${SCHEME_NAMES[options.scheme]}参保人员构成`,
    columns: [
      { key: 'categoryName', label: '人群', kind: 'text' },
      persons('quantity', '参保人数', 'ref'),
      persons('whole', '全部参保人数', 'wholeRef'),
      { key: 'share', label: '占比', kind: 'share' },
    ],
    rows: rowsOf(parts),
    notes: [
      `占比 ＝ ${rightSideOf(share, { part: '人群人数', whole: '全部参保人数' })}。女性和 60 岁以上与前几类人群重叠，不能相加。`,
    ],
  };
}

const GROWTH_NOTE = `${growth.words}；上年同期没有数据时为未知。`;
