import type { ColumnTable } from 'arquero';
import { InputError } from '../../domain/input-error.js';
import { contribution, priorFromChange, priorFromGrowth } from '../../relations/comparisons.js';
import { rightSideOf } from '../../relations/relation.js';
import { totalOfSchemes } from '../../relations/totals.js';
import { agreement, amount, bounds, ITEM, ONE_VERDICT, PERIOD, printed, SCHEME } from '../../show/tables/columns.js';
import { UNKNOWN } from '../../show/tables/format.js';
import { rowsOf, type TableView } from '../../show/tables/table-view.js';

const RANGE_NOTE =
  '推算下限、上限：报告未印上年同期数，由所印本期数和增长率（或增减额）推出，每个印数按末位半个单位计误差；推算的数不是报告的数。';
const BY_GROWTH = rightSideOf(priorFromGrowth, { growth: '同比增长' });
const BY_CHANGE = rightSideOf(priorFromChange, { change: '增减额' });
const PRIOR_NOTE = `上年同期 ＝ ${BY_GROWTH}，或${BY_CHANGE}；两者都印的取共同部分，互不相容的不推算。上年同期有印数的，照印数。`;

/**
 * Flows against the year before: from the result of `deriveYearAgo` or `deriveContribution`. Throws InputError when the
 * report gives none of them: a gap is stated, never shown as an empty table.
 */
export function yearOnYearTable(flows: ColumnTable, options: { name?: string; title?: string } = {}): TableView {
  const title = options.title ?? '基金收支与上年同期比较';
  if (flows.numRows() === 0) throw new InputError(`表“${title}”列不出来：报告没有给出这些项目的数`);
  return {
    name: options.name ?? 'income-expenditure',
    title,
    columns: [
      ITEM,
      SCHEME,
      amount('quantity', '本期', 'ref'),
      printed(amount('yearAgoQuantity', '上年同期（印）')),
      ...bounds(amount('yearAgo', '上年同期推算', 'yearAgoRefs')),
      { key: 'yearAgoOrigin', label: '上年同期来历', kind: 'text', names: ORIGINS },
      printed({ key: 'printedGrowth', label: '所印同比增长', kind: 'growth', sources: 'printedGrowthRef' }),
      ...bounds({ key: 'growth', label: '同比增长推算', kind: 'growth' }),
      agreement('growthAgreement', '所印与推算'),
    ],
    rows: rowsOf(flows),
    notes: [
      RANGE_NOTE,
      PRIOR_NOTE,
      `“所印与推算”：上年同期另有印数、报告另印增减额，或合计由各险种相加时，才能核对所印增长率。${ONE_VERDICT}`,
    ],
  };
}

/** Contributions of the schemes to growth, our total beside the printed one: from the result of `deriveContribution`. */
export function growthContributionTable(contributions: ColumnTable): TableView {
  return {
    name: 'growth-contribution',
    title: '各险种对基金收支增长的贡献',
    columns: [
      ITEM,
      SCHEME,
      amount('quantity', '本期', 'ref'),
      ...bounds(amount('change', '增减额推算', 'yearAgoRefs')),
      ...bounds({ key: 'contribution', label: '贡献推算', kind: 'points' }),
      printed(amount('printedTotal', '所印合计', 'printedTotalRef')),
      agreement('totalAgreement', '所印合计与相加'),
    ],
    rows: rowsOf(contributions).filter((row) => BASIC.includes(String(row.scheme))),
    notes: [
      `${contribution.words}，以百分点计；两险种的贡献之和即合计的同比增长。`,
      `合计由职工医保与居民医保相加，不用报告所印的合计；所印合计只供核对。${ONE_VERDICT}`,
      RANGE_NOTE,
    ],
  };
}

/** Flows of both basic schemes over the years, gaps stated: from the result of `rollUpHistory`. */
export function historyTable(history: ColumnTable): TableView {
  return {
    name: 'income-expenditure-history',
    title: '职工与居民医保基金历年收支',
    columns: [
      ITEM,
      PERIOD,
      amount('quantity', '金额', 'refs'),
      ...bounds({ key: '', label: '推算', kind: 'amount', sources: 'refs' }),
      { key: 'origin', label: '来历', kind: 'text', names: ORIGINS },
    ],
    rows: rowsOf(history),
    notes: [
      `金额 ＝ ${totalOfSchemes.words}。“无数据”：报告没有给出该期的数，不估计；更早的期间都没有数，不列。`,
      RANGE_NOTE,
    ],
  };
}

const BASIC = ['employee', 'resident', 'basic'];

const ORIGINS: Record<string, string> = {
  reported: '照印数',
  derived: '推算',
  contradictory: '所印互相矛盾',
  unknown: UNKNOWN,
  missing: '无数据',
};
