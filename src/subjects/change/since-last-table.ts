import { groupDigits, wanYuan } from '../../domain/figure-text.js';
import { InputError } from '../../domain/input-error.js';
import { periodLabel } from '../../domain/period.js';
import type { Fund } from '../../facts/fund.js';
import { availableBalance } from '../../relations/balances.js';
import { compact, rightSide } from '../../relations/relation.js';
import { CATEGORY, INDICATOR, SCHEME } from '../../show/tables/columns.js';
import type { TableView } from '../../show/tables/table-view.js';
import { deriveSinceLast, type SinceLast } from './derive-since-last.js';

const TITLES = { amount: '金额', person: '人数' } as const;

/**
 * What both this report and the last one give, beside each other: amounts or head counts. Throws InputError when there
 * is no earlier report, or nothing that both give.
 */
export function sinceLastTable(fund: Fund, kind: keyof typeof TITLES): TableView {
  if (fund.previousPeriod === null) throw new InputError('没有更早的报告，无从比较');
  const kinds = new Map(fund.reference.indicators.map((indicator) => [indicator.code, indicator]));
  const isPerson = (row: SinceLast): boolean => kinds.get(row.indicator)?.unitKind === 'person';
  const rows = (deriveSinceLast(fund).objects() as SinceLast[]).filter((row) => isPerson(row) === (kind === 'person'));
  const last = periodLabel(fund.previousPeriod);
  if (rows.length === 0) throw new InputError(`本期与上一期（${last}）没有同时报告的${TITLES[kind]}，无从比较`);
  const shown = kind === 'person' ? ({ kind: 'count', unit: '人' } as const) : ({ kind: 'amount' } as const);
  return {
    name: kind === 'person' ? 'since-last-persons' : 'since-last-amounts',
    title: `与上一期（${last}）相比：${TITLES[kind]}`,
    columns: [
      { key: 'region', display: 'regionName', label: '统筹区', kind: 'text' },
      SCHEME,
      INDICATOR,
      CATEGORY,
      { key: 'quantity', label: '本期', ...shown, sources: 'ref' },
      { key: 'previousQuantity', label: '上一期', ...shown, sources: 'previousRef' },
      { key: 'change', label: '增减', ...shown },
      { key: 'growth', label: '增长', kind: 'growth' },
      { key: 'caution', label: '可比性', kind: 'text' },
    ],
    rows: rows.map((row) => ({
      ...row,
      previousQuantityHalf: row.previousHalfUnit,
      changeHalf: row.roundingSlack,
      indicatorName: `${kinds.get(row.indicator)?.name ?? row.indicator}${row.category === '' ? '' : `（${row.categoryName}）`}`,
      caution: [row.caveat, roundingText(row, kind)].filter((text) => text !== '').join('；'),
    })),
    notes: [
      '按统筹区、险种、指标、分项逐项对应，不按行的次序。收入、支出等是本年累计，两期所含月数不同时不相减。',
      '居民医保集中在四季度缴费：标“缴费季节不同”的，两期所处季节不同，增减不能当作全年的变化。',
      `实际结余按本工具的算法（${compact(rightSide(availableBalance))}）；报告未印各项的，用所印实际结余。`,
      ...(fund.restatements.length > 0
        ? [`上一期的数有 ${fund.restatements.length} 项已按重述后的数比较，见事实表。`]
        : []),
    ],
  };
}

/** Above this share of the change, what rounding may hide in it is said. */
const TOLD_SLACK = 0.01;

function roundingText({ change, roundingSlack }: SinceLast, kind: keyof typeof TITLES): string {
  if (change === null || roundingSlack <= Math.abs(change) * TOLD_SLACK) return '';
  const slack = kind === 'person' ? `${groupDigits(String(roundingSlack))} 人` : `${wanYuan(roundingSlack)} 万元`;
  return `所印已舍入，增减可差 ±${slack}`;
}
