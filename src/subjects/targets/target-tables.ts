import type { ColumnTable } from 'arquero';
import { Decimal } from 'decimal.js';
import { minus, roundHalfUp } from '../../domain/figure-text.js';
import { nameOfIndicator } from '../../domain/indicator.js';
import { periodLabel } from '../../domain/period.js';
import type { Fund } from '../../facts/fund.js';
import { completion, impliedTarget, targetGap } from '../../relations/rates.js';
import { rightSide, rightSideOf } from '../../relations/relation.js';
import { CATEGORY, SCHEME } from '../../show/tables/columns.js';
import { itemName } from '../../show/tables/figure-words.js';
import { figureText, signed, UNKNOWN } from '../../show/tables/format.js';
import { type Column, type Row, rowsOf, type TableView } from '../../show/tables/table-view.js';

/** Targets beside their latest results: from the result of `deriveTargetGap`. Figures in the unit of the target. */
export function targetsTable(board: ColumnTable, fund: Pick<Fund, 'reference'>): TableView {
  const factors = new Map(fund.reference.units.map(({ name, factor }) => [name, factor]));
  const rows = rowsOf(board).map((row) => {
    const unit = String(row.targetUnit);
    const gap = typeof row.gap === 'number' ? new Decimal(row.gap).div(factors.get(unit) ?? 1).toNumber() : null;
    return {
      ...row,
      name: itemName(String(row.indicatorName), row.categoryName),
      gap,
      gapText: gap === null ? UNKNOWN : `${gapText(gap)}${unit === '%' ? '个百分点' : unit}`,
      resultWhen: row.resultPeriod === '' ? '' : `${periodLabel(String(row.resultPeriod))}${row.resultAsOf}`,
      reached: REACHED[String(row.comparison)]?.(gap) ?? '',
    };
  });
  return {
    name: 'targets',
    title: '目标与最近结果',
    columns: [
      { key: 'indicator', display: 'name', label: '指标', kind: 'text' },
      CATEGORY,
      SCHEME,
      { key: 'targetPrinted', label: '目标', kind: 'text', sources: 'targetRef' },
      { key: 'resultPrinted', label: '最近结果', kind: 'text', sources: 'resultRef' },
      { key: 'resultWhen', label: '结果时点', kind: 'text' },
      { key: 'gap', display: 'gapText', label: '差距', kind: 'ratio' },
      { key: 'targetUnit', label: '差距的单位', kind: 'text', csvOnly: true },
      { key: 'completion', label: rightSideOf(completion, { actual: '结果', target: '目标' }), kind: 'share' },
      { key: 'reached', label: '是否达到', kind: 'text' },
      { key: 'comparison', label: '可比性', kind: 'text', csvOnly: true },
      { key: 'reason', label: '说明', kind: 'text' },
    ],
    rows,
    notes: [
      ...(rows.length === 0 ? ['本期没有印目标，没有可比的。'] : []),
      `${targetGap.words}；目标都按“不低于”理解，差距为正即达到。`,
      '目标当期没有结果时用更早一期的结果：这是起点，不是完成情况。单位不同或没有结果的不比较，差距未知。',
    ],
  };
}

/** What was worked on and achieved, as printed, with its day or span: from the result of `deriveKpiCompletion`. */
export function kpiTable(kpis: ColumnTable, fund: Pick<Fund, 'reference'>): TableView {
  const rows = rowsOf(kpis).map((row) => ({
    ...row,
    name: itemName(nameOfIndicator(fund.reference.indicators, String(row.indicator)), row.categoryName),
    printedText: row.state === 'unknown' ? UNKNOWN : `${minus(String(row.printed))}${row.unit}`,
    asOfText: row.asOf === '' ? periodLabel(String(row.period)) : `${periodLabel(String(row.period))}${row.asOf}`,
    impliedText: impliedText(row, fund),
  }));
  const completed = rows.some((row) => row.impliedText !== '');
  return {
    name: 'kpis',
    title: '工作指标',
    columns: [
      { key: 'indicator', display: 'name', label: '指标', kind: 'text' },
      CATEGORY,
      SCHEME,
      { key: 'printed', display: 'printedText', label: '数值', kind: 'text', sources: 'ref' },
      { key: 'unit', label: '单位', kind: 'text', csvOnly: true },
      { key: 'asOf', display: 'asOfText', label: '时点', kind: 'text' },
      { key: 'period', label: '期间', kind: 'text', csvOnly: true },
      ...(completed ? COMPLETION_COLUMNS : []),
      { key: 'source', label: '来源', kind: 'text' },
    ],
    rows,
    notes: [
      '时点照报告原文；没有写明的按全期。时点不同的数不能直接比较。',
      ...(completed ? [`报告只印完成率、未印目标的，目标由“${rightSide(impliedTarget)}”推算。`] : []),
    ],
  };
}

const COMPLETION_COLUMNS: Column[] = [
  { key: 'printedCompletion', label: '报告所印完成率', kind: 'share', absent: '', sources: 'completionRef' },
  { key: 'impliedText', label: '由此推算的目标', kind: 'text' },
];

/** The target that a printed completion implies, in the unit and with the decimals of the result. */
function impliedText(row: Row, fund: Pick<Fund, 'reference'>): string {
  const { impliedTargetLow: low, impliedTargetHigh: high, unit, printed } = row;
  if (typeof low !== 'number' || typeof high !== 'number') return '';
  const factor = fund.reference.units.find(({ name }) => name === unit)?.factor ?? 1;
  const decimals = String(printed).split('.')[1]?.length ?? 0;
  const [from, to] = [low, high].map((end) => roundHalfUp(new Decimal(end).div(factor), decimals));
  return `${from === to ? from : `${from}–${to}`}${unit}`;
}

/** Whether a gap reaches the target, by how the two compare. */
const REACHED: Record<string, (gap: number | null) => string> = {
  same: (gap) => (gap === null ? '' : gap >= 0 ? '达到' : '未达到'),
  earlier: (gap) => (gap === null ? '' : gap >= 0 ? '起点已达到' : '起点未达到'),
};

/** `−4`, `+4.33`: without zeros at its end. */
function gapText(gap: number): string {
  return signed(figureText({ kind: 'ratio' }, gap).replace(/\.?0+$/, ''));
}
