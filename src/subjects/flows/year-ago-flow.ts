import type { Agreement } from '../../domain/agreement.js';

/**
 * A flow of the whole place against the same period of the year before: a row of `deriveYearAgo`. Amounts in fen,
 * growth as ratio, null when unknown. Each `Low` and `High` bound what the printed digits leave open.
 */
export interface YearAgoFlow {
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
  yearAgoLow: number | null;
  yearAgoHigh: number | null;
  yearAgoRefs: string;
  changeLow: number | null;
  changeHigh: number | null;
  /** From two reported amounts, unrounded; null where the amount of the year before is derived. */
  growth: number | null;
  growthLow: number | null;
  growthHigh: number | null;
  printedGrowth: number | null;
  printedGrowthRef: string;
  /** Whether the growth of two known amounts is the printed one; `not checkable` where the prior is derived from it. */
  growthAgreement: Agreement;
}

/** A row that says nothing: for tables with columns and no rows. */
export const EMPTY_FLOW: YearAgoFlow = {
  scheme: '',
  indicator: '',
  indicatorName: '',
  period: '',
  quantity: null,
  low: null,
  high: null,
  ref: '',
  yearAgoPeriod: '',
  yearAgoOrigin: 'unknown',
  yearAgoQuantity: null,
  yearAgoLow: null,
  yearAgoHigh: null,
  yearAgoRefs: '',
  changeLow: null,
  changeHigh: null,
  growth: null,
  growthLow: null,
  growthHigh: null,
  printedGrowth: null,
  printedGrowthRef: '',
  growthAgreement: 'not checkable',
};
