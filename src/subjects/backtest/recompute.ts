import { yearAgo } from '../../domain/period.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { availableRoutes, bookMonthsRoutes, payableMonthsRoutes, payablesRoutes } from './recompute-balances.js';
import { type FigureKey, type PrintedKey, type RecomputeInputs, yearBefore } from './recompute-inputs.js';
import {
  changeRoutes,
  countShareRoutes,
  executionRoutes,
  growthRoutes,
  priorRoute,
  shareRoutes,
  surplusRateRoutes,
} from './recompute-ratios.js';
import type { Route } from './recompute-route.js';
import {
  currentBalanceRoutes,
  enrolmentChangeRoute,
  enrolmentRoutes,
  poolsBelowRoutes,
  totalRoutes,
} from './recompute-totals.js';

type Routes = (key: PrintedKey, inputs: RecomputeInputs) => Route[];

/** Indicators with a formula of their own. */
const OWN: Readonly<Record<string, Routes>> = {
  availableBalance: availableRoutes,
  payableMonths: payableMonthsRoutes,
  bookPayableMonths: bookMonthsRoutes,
  payables: payablesRoutes,
  currentBalance: currentBalanceRoutes,
  surplusRate: surplusRateRoutes,
  enrolment: enrolmentRoutes,
  deficitPoolShare: (key, inputs) => countShareRoutes(['deficitPools', 'poolCount'], key, inputs),
  surplusPoolShare: (key, inputs) => countShareRoutes(['surplusPools', 'poolCount'], key, inputs),
  drgInstitutionShare: (key, inputs) => countShareRoutes(['drgInstitutions', 'drgEligibleInstitutions'], key, inputs),
  poolsBelowNineMonths: (key, inputs) => poolsBelowRoutes(9, key, inputs),
  // Residents pay by the year: their growth is that of those who paid.
  enrolmentGrowth: (key, inputs) => [...growthRoutes('enrolment', key, inputs), ...growthRoutes('payers', key, inputs)],
  enrolmentChange: (key, inputs) => [enrolmentChangeRoute(key, yearBefore(key), inputs)],
};

/** Indicators that are named after the one they are derived from. */
const BY_ENDING: readonly [RegExp, (base: string, key: FigureKey, inputs: RecomputeInputs) => Route[]][] = [
  [/^(.+)Growth$/, growthRoutes],
  [/^(.+)Change$/, changeRoutes],
  [/^(.+)Execution$/, executionRoutes],
  [/^(.+)Share$/, shareRoutes],
];

/** Every way from the report's inputs to a figure that it derives; none when nothing else in the report leads to it. */
export function recompute(printed: Fact | PublishedFigure, inputs: RecomputeInputs): Route[] {
  const own = OWN[printed.indicator];
  if (own !== undefined) return own(printed, inputs);
  // A share or a change that is itself an input, such as the shares of a chart, is compared as any other input.
  const derived = inputs.has(printed.indicator)
    ? undefined
    : BY_ENDING.find(([ending]) => ending.test(printed.indicator));
  const base = derived?.[0].exec(printed.indicator)?.[1] ?? '';
  if (derived !== undefined && inputs.knows(base)) return derived[1](base, printed, inputs);
  const total = totalRoutes(printed.indicator, printed, inputs);
  const isBefore = printed.period === yearAgo(printed.reported);
  return isBefore ? [...total, priorRoute(printed.indicator, { ...printed, period: printed.reported }, inputs)] : total;
}
