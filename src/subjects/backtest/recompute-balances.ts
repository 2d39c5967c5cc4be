import { type Figure, firstKnown, isKnown } from '../../figures/figure.js';
import {
  availableBalance,
  availableOfOwed,
  balanceSinceStart,
  currentBalance,
  owed,
  poolsBalance,
  surplusRate,
  surplusRateOfFlows,
} from '../../relations/balances.js';
import { bookPayableMonths, payableMonths } from '../../relations/months.js';
import { totalOfRegions } from '../../relations/totals.js';
import type { FigureKey, PrintedKey, RecomputeInputs } from './recompute-inputs.js';
import { wholeRoute } from './recompute-ratios.js';
import { leading, type Route, routeBy, routeOver, SAME } from './recompute-route.js';
import { totalRoutes } from './recompute-totals.js';

/** Available balance: from its parts, or from the regions where the report prints nothing else; and from what it derives of both. */
export function availableRoutes(key: PrintedKey, inputs: RecomputeInputs): Route[] {
  const own = availableRoute(key, inputs);
  const { cumulativeBalance, payables, prepaid } = printsOf(key, inputs, [own]);
  const byPrints = isKnown(prepaid)
    ? routeBy(availableBalance, { cumulativeBalance, payables, prepaid }, inputs)
    : routeBy(availableOfOwed, { cumulativeBalance, payables }, inputs);
  return [own, ...leading([byPrints])];
}

/** Payables: those of the regions, or what the available balance leaves out where the report prints none. */
export function payablesRoutes(key: PrintedKey, inputs: RecomputeInputs): Route[] {
  const sum = inputs.of('payables', key);
  if (key.category !== '') return [routeOver(totalOfRegions, sum, inputs)];
  const { cumulativeBalance } = partsOf(key, inputs);
  const own = isKnown(sum)
    ? routeOver(totalOfRegions, sum, inputs)
    : routeBy(owed, { cumulativeBalance, availableBalance: availableRoute(key, inputs).ours }, inputs);
  const prints = printsOf(key, inputs, [own]);
  return [own, ...leading([routeBy(owed, prints, inputs)])];
}

/** Payable months of the available balance, as it follows and as the report prints it beside. */
export function payableMonthsRoutes(key: PrintedKey, inputs: RecomputeInputs): Route[] {
  const monthlyExpenditure = inputs.of('monthlyExpenditure', key);
  const balance = availableRoute(key, inputs).ours;
  const own = routeBy(payableMonths, { availableBalance: balance, monthlyExpenditure }, inputs);
  const prints = printsOf(key, inputs, [own]);
  const monthly = firstKnown(prints.monthlyExpenditure, monthlyExpenditure);
  const byPrints = routeBy(
    payableMonths,
    { availableBalance: prints.availableBalance, monthlyExpenditure: monthly },
    inputs,
  );
  return [own, ...leading([byPrints])];
}

/** Months of the book balance, as it follows and as the report prints it beside. */
export function bookMonthsRoutes(key: PrintedKey, inputs: RecomputeInputs): Route[] {
  const monthlyExpenditure = inputs.of('monthlyExpenditure', key);
  const own = routeBy(
    bookPayableMonths,
    { cumulativeBalance: inputs.of('cumulativeBalance', key), monthlyExpenditure },
    inputs,
  );
  const prints = printsOf(key, inputs, [own]);
  const monthly = firstKnown(prints.monthlyExpenditure, monthlyExpenditure);
  const byPrints = { cumulativeBalance: prints.cumulativeBalance, monthlyExpenditure: monthly };
  return [own, ...leading([routeBy(bookPayableMonths, byPrints, inputs)])];
}

/**
 * Cumulative balance of the pools: as any total, and the fund's own, of the employee scheme its pooled part. Only for the
 * period under review: what an earlier report says of the fund does not disprove a total that is restated since.
 */
export function cumulativeBalanceRoutes(key: PrintedKey, inputs: RecomputeInputs): Route[] {
  const category = key.scheme === 'employee' ? 'pooled' : '';
  const fundBalance = inputs.of('fundBalance', { ...key, category });
  const isOwn = key.category === '' && key.period === inputs.period;
  const ofFund = isOwn ? leading([routeBy(poolsBalance, { fundBalance }, inputs)]) : [];
  return [...totalRoutes('cumulativeBalance', key, inputs), ...ofFund];
}

/** Balance of a fund: as any total, and what was levied and not spent since its start. */
export function fundBalanceRoutes(key: PrintedKey, inputs: RecomputeInputs): Route[] {
  const sinceStart = {
    cumulativeLevy: inputs.of('cumulativeLevy', key),
    cumulativeExpenditure: inputs.of('cumulativeExpenditure', key),
  };
  return [...totalRoutes('fundBalance', key, inputs), ...leading([routeBy(balanceSinceStart, sinceStart, inputs)])];
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

/** From the parts where they are all there; else as another place of the report says it, or its regions together do. */
function availableRoute(key: PrintedKey, inputs: RecomputeInputs): Route {
  const parts = partsOf(key, inputs);
  const ofParts = routeBy(availableBalance, parts, inputs);
  if (isKnown(ofParts.ours)) return ofParts;
  const same = inputs.elsewhere('availableBalance', key);
  if (same !== null && isKnown(same)) return { formula: SAME, ours: same };
  const regions = inputs.regionsOf('availableBalance', key);
  return regions === null ? ofParts : routeOver(totalOfRegions, firstKnown(ofParts.ours, regions), inputs);
}

function partsOf(key: FigureKey, inputs: RecomputeInputs): Record<keyof typeof availableBalance.roles, Figure> {
  return {
    cumulativeBalance: inputs.of('cumulativeBalance', key),
    payables: inputs.of('payables', key),
    prepaid: inputs.of('prepaid', key),
  };
}

const PRINTS = ['cumulativeBalance', 'payables', 'prepaid', 'availableBalance', 'monthlyExpenditure'] as const;

/**
 * What the report derives in the same sentence or row of a table; where nothing else leads to a figure, what it derives
 * anywhere.
 */
function printsOf(
  key: PrintedKey,
  inputs: RecomputeInputs,
  own: readonly Route[],
): Record<(typeof PRINTS)[number], Figure> {
  const isReached = leading(own).length > 0;
  const printOf = (indicator: string): Figure => {
    const beside = inputs.beside(indicator, key);
    return isReached ? beside : firstKnown(beside, inputs.printed(indicator, key));
  };
  return Object.fromEntries(PRINTS.map((indicator) => [indicator, printOf(indicator)])) as ReturnType<typeof printsOf>;
}
