import { type Figure, firstKnown, isKnown } from '../../figures/figure.js';
import { availableBalance, currentBalance, owed, surplusRate, surplusRateOfFlows } from '../../relations/balances.js';
import { payableMonths } from '../../relations/months.js';
import { derive } from '../../relations/relation.js';
import { totalOfRegions } from '../../relations/totals.js';
import type { FigureKey, PrintedKey, RecomputeInputs } from './recompute-inputs.js';
import { wholeRoute } from './recompute-ratios.js';
import { type Route, routeBy, routeOver } from './recompute-route.js';
import { totalRoutes } from './recompute-totals.js';

/** Available balance: from its parts, or from the regions where the report prints nothing else. */
export function availableRoutes(key: FigureKey, inputs: RecomputeInputs): Route[] {
  return [{ ...routeBy(availableBalance, partsOf(key, inputs)), ours: available(key, inputs) }];
}

/** Payables: those of the regions, or what the available balance leaves out where the report prints none. */
export function payablesRoutes(key: FigureKey, inputs: RecomputeInputs): Route[] {
  const own = inputs.of('payables', key);
  const { cumulativeBalance } = partsOf(key, inputs);
  return key.category !== '' || isKnown(own)
    ? [routeOver(totalOfRegions, own)]
    : [routeBy(owed, { cumulativeBalance, availableBalance: available(key, inputs) })];
}

/** Payable months of the available balance. */
export function payableMonthsRoutes(key: FigureKey, inputs: RecomputeInputs): Route[] {
  const monthlyExpenditure = inputs.of('monthlyExpenditure', key);
  return [routeBy(payableMonths, { availableBalance: available(key, inputs), monthlyExpenditure })];
}

/** Balance of the year: as any total, and income − expenditure. */
export function currentBalanceRoutes(key: PrintedKey, inputs: RecomputeInputs): Route[] {
  const own = totalRoutes('currentBalance', key, inputs);
  return key.category !== '' ? own : [wholeRoute(currentBalance, key, inputs), ...own];
}

/** Surplus rate: from the flows, and from the printed balance. */
export function surplusRateRoutes(key: FigureKey, inputs: RecomputeInputs): Route[] {
  return [wholeRoute(surplusRateOfFlows, key, inputs), wholeRoute(surplusRate, key, inputs)];
}

function partsOf(key: FigureKey, inputs: RecomputeInputs): Record<keyof typeof availableBalance.roles, Figure> {
  return {
    cumulativeBalance: inputs.of('cumulativeBalance', key),
    payables: inputs.of('payables', key),
    prepaid: inputs.of('prepaid', key),
  };
}

function available(key: FigureKey, inputs: RecomputeInputs): Figure {
  return firstKnown(derive(availableBalance, partsOf(key, inputs)), inputs.of('availableBalance', key));
}
