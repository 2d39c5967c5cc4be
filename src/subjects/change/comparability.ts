import type { Indicator } from '../../domain/indicator.js';
import { parsePeriod } from '../../domain/period.js';

/** Two figures of one indicator and scheme, by their periods. */
export interface ComparedFigures {
  indicator: Pick<Indicator, 'kind' | 'unitKind'> | undefined;
  scheme: string;
  period: string;
  previousPeriod: string;
}

/** Whether two figures may be subtracted. */
export interface Comparability {
  comparable: boolean;
  /** Chinese: why they may not, or only with care; empty when they may. */
  caveat: string;
}

/**
 * Flows are year to date: those of a quarter and of a whole year are of different length and are not subtracted. Residents pay
 * in the fourth quarter, so that amounts of another season are compared with care.
 */
export function comparabilityOf({ indicator, scheme, period, previousPeriod }: ComparedFigures): Comparability {
  const sameLength = quarterOf(period) === quarterOf(previousPeriod);
  // An average month is as long in a quarter as in a year.
  const cumulates = indicator?.kind === 'flow' && indicator.unitKind !== 'amountPerMonth';
  const comparable = !cumulates || sameLength;
  // Note of the National Healthcare Security Administration to its monthly figures.
  const isSeasonal = scheme === 'resident' && indicator?.unitKind !== 'person' && !sameLength;
  return { comparable, caveat: comparable ? (isSeasonal ? '缴费季节不同' : '') : '累计月数不同，不相减' };
}

function quarterOf(period: string): number {
  return parsePeriod(period).quarter ?? 4;
}
