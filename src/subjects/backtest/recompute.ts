import { yearAgo } from '../../domain/period.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { deficitPoolShare, drgInstitutionShare, surplusPoolShare } from '../../relations/rates.js';
import type { Relation } from '../../relations/relation.js';
import {
  availableRoutes,
  bookMonthsRoutes,
  cumulativeBalanceRoutes,
  currentBalanceRoutes,
  fundBalanceRoutes,
  payableMonthsRoutes,
  payablesRoutes,
  surplusRateRoutes,
} from './recompute-balances.js';
import type { PrintedKey, RecomputeInputs } from './recompute-inputs.js';
import {
  changeRoutes,
  executionRoutes,
  growthRoutes,
  inputRoutes,
  priorRoute,
  shareRoutes,
} from './recompute-ratios.js';
import type { Route } from './recompute-route.js';
import { enrolmentChangeRoutes, enrolmentRoutes, poolsBelowRoutes, totalRoutes } from './recompute-totals.js';

type Routes = (key: PrintedKey, inputs: RecomputeInputs) => Route[];

/** Where nothing but the relation itself leads to a figure. */
const by =
  (relation: Relation): Routes =>
  (key, inputs) =>
    inputRoutes(relation, key, inputs);

/** Indicators with ways of their own. */
const OWN: Readonly<Record<string, Routes>> = {
  availableBalance: availableRoutes,
  payableMonths: payableMonthsRoutes,
  bookPayableMonths: bookMonthsRoutes,
  cumulativeBalance: cumulativeBalanceRoutes,
  fundBalance: fundBalanceRoutes,
  payables: payablesRoutes,
  currentBalance: currentBalanceRoutes,
  surplusRate: surplusRateRoutes,
  enrolment: enrolmentRoutes,
  deficitPoolShare: by(deficitPoolShare),
  surplusPoolShare: by(surplusPoolShare),
  drgInstitutionShare: by(drgInstitutionShare),
  poolsBelowNineMonths: (key, inputs) => poolsBelowRoutes(9, key, inputs),
  // Residents pay by the year: their growth is that of those who paid.
  enrolmentGrowth: (key, inputs) => [...growthRoutes('enrolment', key, inputs), ...growthRoutes('payers', key, inputs)],
  enrolmentChange: enrolmentChangeRoutes,
};

/** Indicators that are named after the one they are derived from. */
const BY_ENDING: readonly [RegExp, (base: string, key: PrintedKey, inputs: RecomputeInputs) => Route[]][] = [
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
