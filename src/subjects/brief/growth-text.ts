import { surePercent } from '../../domain/figure-text.js';
import { signed } from '../../show/tables/format.js';
import type { YearAgoFlow } from '../flows/year-ago-flow.js';

/** Growth between its bounds, and as the report prints it. */
export type Growth = Pick<YearAgoFlow, 'growthLow' | 'growthHigh' | 'printedGrowth' | 'printedGrowthHalf'>;

/**
 * What is said of a flow's growth: that of two reported amounts; else the printed growth, unless the backtest disproves it, and
 * then only the bounds.
 */
export function growthOf({
  growthLow,
  growthHigh,
  printedGrowth,
  printedGrowthHalf,
  growthAgreement,
  yearAgoOrigin,
}: Growth & Pick<YearAgoFlow, 'growthAgreement' | 'yearAgoOrigin'>): Growth {
  const isUsed = yearAgoOrigin !== 'reported' && growthAgreement !== 'differs';
  return { growthLow, growthHigh, printedGrowth: isUsed ? printedGrowth : null, printedGrowthHalf };
}

/**
 * `+28.66%` of two amounts, `+16.15%（印）` as printed, `+6.82% 至 +6.84%` where the printed digits leave more than one hundredth
 * open; empty where the year before is not known.
 */
export function growthText({ growthLow, growthHigh, printedGrowth, printedGrowthHalf }: Growth): string {
  if (printedGrowth !== null) return `${percentText(printedGrowth, printedGrowthHalf)}（印）`;
  if (growthLow === null || growthHigh === null) return '';
  const [low, high] = [percentText(growthLow), percentText(growthHigh)];
  return low === high ? low : `${low} 至 ${high}`;
}

function percentText(ratio: number, half: number | null = null): string {
  return signed(surePercent(ratio, half ?? 0));
}
