import type { ColumnTable } from 'arquero';
import { InputError } from '../../domain/input-error.js';
import { bound, budgetRows, printed } from '../../show/tables/budget-cells.js';
import type { Column, TableView } from '../../show/tables/table-view.js';

const ITEM: Column = { key: 'indicator', display: 'indicatorName', label: '项目', kind: 'text' };
const SCHEME: Column = { key: 'scheme', display: 'schemeName', label: '险种', kind: 'text' };
const PERIOD: Column = { key: 'period', display: 'periodName', label: '期间', kind: 'text' };
const RANGE_NOTE =
  '推算下限、上限：报告未印上年同期数，由所印本期数和增长率（或增减额）推出，每个印数按末位半个单位计误差；推算的数不是报告的数。';
const PRIOR_NOTE =
  '上年同期 ＝ 本期 ÷（1 ＋ 同比增长），或本期 − 增减额；两者都印的取共同部分，互不相容的不推算。上年同期有印数的，照印数。';

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
      { key: 'quantity', label: '本期', kind: 'amount', sources: 'ref' },
      printed('yearAgoQuantity', '上年同期（印）', 'amount'),
      bound('yearAgoLow', '上年同期推算下限', 'amount', 'yearAgoRefs'),
      bound('yearAgoHigh', '上年同期推算上限', 'amount', 'yearAgoRefs'),
      { key: 'yearAgoOrigin', display: 'originName', label: '上年同期来历', kind: 'text' },
      printed('printedGrowth', '所印同比增长', 'growth', 'printedGrowthRef'),
      bound('growthLow', '同比增长推算下限', 'growth'),
      bound('growthHigh', '同比增长推算上限', 'growth'),
      { key: 'growthAgreement', display: 'growthAgreementName', label: '所印与推算', kind: 'text' },
    ],
    rows: budgetRows(flows),
    notes: [RANGE_NOTE, PRIOR_NOTE, '“所印与推算”：上年同期另有印数，或合计由各险种相加时，才能核对所印增长率。'],
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
      { key: 'quantity', label: '本期', kind: 'amount', sources: 'ref' },
      bound('changeLow', '增减额推算下限', 'amount', 'yearAgoRefs'),
      bound('changeHigh', '增减额推算上限', 'amount', 'yearAgoRefs'),
      bound('contributionLow', '贡献推算下限', 'points'),
      bound('contributionHigh', '贡献推算上限', 'points'),
      printed('printedTotal', '所印合计', 'amount', 'printedTotalRef'),
      { key: 'totalAgreement', display: 'totalAgreementName', label: '所印合计与相加', kind: 'text' },
    ],
    rows: budgetRows(contributions).filter((row) => BASIC.includes(String(row.scheme))),
    notes: [
      '贡献 ＝ 本险种增减额 ÷ 两项合计的上年同期数，以百分点计；两险种的贡献之和即合计的同比增长。',
      '合计由职工医保与居民医保相加，不用报告所印的合计；所印合计只供核对。',
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
      { key: 'quantity', label: '金额', kind: 'amount', sources: 'refs' },
      bound('low', '推算下限', 'amount', 'refs'),
      bound('high', '推算上限', 'amount', 'refs'),
      { key: 'origin', display: 'originName', label: '来历', kind: 'text' },
    ],
    rows: budgetRows(history),
    notes: ['金额 ＝ 职工医保 ＋ 居民医保。“无数据”：报告没有给出该期的数，不估计。', RANGE_NOTE],
  };
}

const BASIC = ['employee', 'resident', 'basic'];
