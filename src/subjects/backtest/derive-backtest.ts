import type { ColumnTable } from 'arquero';
import type { Agreement } from '../../domain/agreement.js';
import { minus } from '../../domain/figure-text.js';
import { RowWriter } from '../../facts/columns/columns.js';
import type { PublishedFigure } from '../../facts/fact.js';
import { FactIndex } from '../../facts/fact-index.js';
import type { Fund } from '../../facts/fund.js';
import { isKnown, quantityOf } from '../../figures/figure.js';
import { judge } from './judge.js';
import type { BacktestFund } from './recompute-inputs.js';
import type { Route } from './recompute-route.js';

/** A figure that the report derives, beside ours: a row of {@link deriveBacktest}. Quantities in the base unit. */
export interface BacktestRow
  extends Pick<
    PublishedFigure,
    | 'region'
    | 'regionName'
    | 'scheme'
    | 'indicator'
    | 'category'
    | 'categoryName'
    | 'period'
    | 'reported'
    | 'printed'
    | 'unit'
    | 'source'
    | 'ref'
  > {
  printedQuantity: number | null;
  /** Unrounded; null when not checkable. */
  ours: number | null;
  /** Between what ours lies, as far as the printed digits of the inputs tell. */
  oursLow: number | null;
  oursHigh: number | null;
  /** Rows of the inputs, joined by `;`. */
  inputRefs: string;
  /** How ours was reached; empty when not checkable. */
  formula: string;
  /** A way that gives the printed figure where {@link formula} does not, and what it gives; empty and null where there is none. */
  otherFormula: string;
  other: number | null;
  verdict: Agreement;
  /** Why the printed figure does not follow, from `published.csv`; or what is missing for a check. */
  explanation: string;
  /** Differs, and no row of the data says why. */
  unexplained: boolean;
}

/** Inputs that follow from other inputs, and so are checked like figures that the report derives. */
const DERIVABLE_INPUTS = ['currentBalance'];

/**
 * Holds every figure that the report derives against our own: what it prints, what follows from its inputs, and whether
 * the two agree at the precision of the printed digits. Where its inputs allow several ways to a figure, the one that
 * disagrees most stands, and one that gives the figure is named beside it. A printed figure is never changed.
 *
 * @param fund an opened place and period
 * @returns one row a {@link BacktestRow}, in the order printed
 */
export function deriveBacktest(fund: BacktestFund & Pick<Fund, 'published'>): ColumnTable {
  const listed = FactIndex.overPublished(fund.published);
  const rows = new RowWriter<BacktestRow>();
  for (const printed of fund.published as Iterable<PublishedFigure>) rows.push(rowOf(printed, fund));
  for (const fact of FactIndex.over(fund.facts).select(DERIVABLE_INPUTS, { basis: 'actual' })) {
    if (listed.find(fact) !== undefined) continue;
    const checked = rowOf({ ...fact, explanation: '' }, fund);
    if (checked.verdict !== 'not checkable') rows.push(checked);
  }
  return rows.table();
}

const known = new WeakMap<object, ColumnTable>();

/** The result of {@link deriveBacktest}, made once for a fund: its checks, its doubts and its first page all ask for it. */
export function backtestOf(fund: Fund): ColumnTable {
  const backtest = known.get(fund) ?? deriveBacktest(fund);
  known.set(fund, backtest);
  return backtest;
}

function rowOf(printed: PublishedFigure, fund: BacktestFund): BacktestRow {
  const { route, agreeing, agreement: verdict } = judge(printed, fund);
  const ours = route !== undefined && isKnown(route.ours) ? route.ours : null;
  const { region, regionName, scheme, indicator, category, categoryName, period, reported } = printed;
  return {
    ...{ region, regionName, scheme, indicator, category, categoryName, period, reported },
    printed: printed.printed,
    unit: printed.unit,
    source: printed.source,
    ref: printed.ref,
    printedQuantity: printed.quantity,
    ours: ours?.quantity ?? null,
    oursLow: ours?.low ?? null,
    oursHigh: ours?.high ?? null,
    inputRefs: ours?.refs.join(';') ?? '',
    formula: ours === null ? '' : (route?.formula ?? ''),
    otherFormula: agreeing?.formula ?? '',
    other: agreeing === undefined ? null : quantityOf(agreeing.ours),
    verdict,
    explanation: [printed.explanation, verdict === 'not checkable' ? reasonOf(route, printed, fund) : '']
      .filter((text) => text !== '')
      .join('；'),
    unexplained: verdict === 'differs' && printed.explanation === '',
  };
}

function reasonOf(route: Route | undefined, printed: PublishedFigure, { published }: BacktestFund): string {
  if (printed.quantity === null) return '报告此处空白或数已毁坏，无可比对';
  if (route === undefined || isKnown(route.ours)) {
    const others = published === undefined ? [] : FactIndex.overPublished(published).findAll({ ...printed, basis: '' });
    const elsewhere = others
      .filter(({ ref }) => ref !== printed.ref)
      .map(({ printed, unit }) => `${minus(printed)}${unit}`);
    return elsewhere.length === 0
      ? '报告只在此处给出这个数，没有可供验算的输入数'
      : `报告别处印${elsewhere.join('、')}，没有可供验算的输入数`;
  }
  const shown = route.ours.missing.slice(0, MOST_NAMED);
  const more = route.ours.missing.length - shown.length;
  return `不能验算：${shown.join('，')}${more > 0 ? `，等 ${route.ours.missing.length} 项` : ''}`;
}

const MOST_NAMED = 3;
