import type { Identity, IntakeFigure } from '../intake-figure.js';
import { balanceIdentities } from './balance-identities.js';
import type { CheckContext } from './check-context.js';
import { FigureIndex } from './figure-index.js';
import { partIdentities } from './part-identities.js';
import { repeatIdentities } from './repeated-figures.js';
import { totalIdentities } from './total-identities.js';

/**
 * Everything linear that must hold between the figures of a workbook, those that hold and those that fail: totals over
 * rows and parts, balances, and that a figure printed twice is the same. The first term of each is its left side. An
 * unknown figure makes no identity; figures printed for comparison enter as opening balances and prior years only.
 */
export function identitiesOf(figures: readonly IntakeFigure[], context: CheckContext): Identity[] {
  const index = new FigureIndex(figures, context);
  return [...balancesOf(index, context), ...repeatIdentities(index)];
}

/** {@link identitiesOf} without the repeated figures, which are a rule of their own (`duplicate`). */
export function balancesOf(index: FigureIndex, { known, wholeRegion }: CheckContext): Identity[] {
  return [...totalIdentities(index, wholeRegion), ...partIdentities(index), ...balanceIdentities(index, known)];
}
