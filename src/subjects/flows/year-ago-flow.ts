import type { Agreement } from '../../domain/agreement.js';
import { type BoundColumns, boundsAs, gap, type PrintedColumns, printedAs } from '../../figures/figure.js';

/**
 * A flow of the whole place against the same period of the year before: a row of `deriveYearAgo`. Amounts in fen,
 * growth as ratio, null when unknown. Each `Low` and `High` bound what the printed digits leave open.
 */
export interface YearAgoFlow extends BoundColumns<'yearAgo' | 'change' | 'growth'>, PrintedColumns<'printedGrowth'> {
  scheme: string;
  indicator: string;
  indicatorName: string;
  period: string;
  quantity: number | null;
  low: number | null;
  high: number | null;
  ref: string;
  yearAgoPeriod: string;
  /** `reported` in print, `derived` from printed growth or change, `contradictory` when these exclude each other. */
  yearAgoOrigin: 'reported' | 'derived' | 'contradictory' | 'unknown';
  /** Only where it is reported: a derived amount is an interval, never a figure. */
  yearAgoQuantity: number | null;
  yearAgoRefs: string;
  /** From two reported amounts, unrounded; null where the amount of the year before is derived. */
  growth: number | null;
  /** Whether the growth of two known amounts is the printed one; `not checkable` where the prior is derived from it. */
  growthAgreement: Agreement;
}

const NONE = gap('没有');

/** A row that says nothing: for tables with columns and no rows. */
export const EMPTY_FLOW: YearAgoFlow = {
  ...{ scheme: '', indicator: '', indicatorName: '', period: '' },
  ...{ quantity: null, low: null, high: null, ref: '' },
  ...{
    yearAgoPeriod: '',
    yearAgoOrigin: 'unknown',
    yearAgoQuantity: null,
    ...boundsAs('yearAgo', NONE),
    yearAgoRefs: '',
  },
  ...{
    ...boundsAs('change', NONE),
    growth: null,
    ...boundsAs('growth', NONE),
    ...printedAs('printedGrowth', undefined),
  },
  growthAgreement: 'not checkable',
};
