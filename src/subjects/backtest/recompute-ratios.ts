import { roundedOrCut } from '../../figures/figure.js';
import {
  change,
  changeFromGrowth,
  growth,
  growthFromChange,
  growthOfBothSchemes,
  priorFromGrowth,
} from '../../relations/comparisons.js';
import { completion, execution, share } from '../../relations/rates.js';
import type { Relation } from '../../relations/relation.js';
import { type FigureKey, type RecomputeInputs, yearBefore } from './recompute-inputs.js';
import { type Route, routeBy } from './recompute-route.js';

/** Growth against the year before: from both amounts, from the printed change, and for both schemes from theirs. */
export function growthRoutes(base: string, key: FigureKey, inputs: RecomputeInputs): Route[] {
  const now = inputs.wholeOf(base, key);
  const routes = [
    routeBy(growth, { now, before: inputs.wholeOf(base, yearBefore(key)) }),
    routeBy(growthFromChange, { now, change: inputs.printed(`${base}Change`, key) }),
  ];
  if (key.scheme !== 'basic') return routes;
  const [employee, resident] = [
    { ...key, scheme: 'employee' },
    { ...key, scheme: 'resident' },
  ];
  const ofBoth = routeBy(growthOfBothSchemes, {
    employee: inputs.wholeOf(base, employee),
    employeeGrowth: inputs.printed(`${base}Growth`, employee),
    resident: inputs.wholeOf(base, resident),
    residentGrowth: inputs.printed(`${base}Growth`, resident),
  });
  return [...routes, ofBoth];
}

/** Change against the year before: from both amounts, or from the printed growth, whose last digit may be cut off. */
export function changeRoutes(base: string, key: FigureKey, inputs: RecomputeInputs): Route[] {
  const now = inputs.wholeOf(base, key);
  return [
    routeBy(change, { now, before: inputs.wholeOf(base, yearBefore(key)) }),
    routeBy(changeFromGrowth, { now, growth: roundedOrCut(inputs.printed(`${base}Growth`, key)) }),
  ];
}

/** The year before, from this year's amount and the printed growth, whose last digit may be cut off. */
export function priorRoute(base: string, now: FigureKey, inputs: RecomputeInputs): Route {
  const printed = roundedOrCut(inputs.printed(`${base}Growth`, now));
  return routeBy(priorFromGrowth, { now: inputs.wholeOf(base, now), growth: printed });
}

/** Execution: what was carried out of a budget, or reached of a target. */
export function executionRoutes(base: string, key: FigureKey, inputs: RecomputeInputs): Route[] {
  const actual = inputs.wholeOf(base, key);
  return inputs.isAmount(base)
    ? [routeBy(execution, { actual, budget: inputs.wholeOf(base, key, 'budget') })]
    : [routeBy(completion, { actual, target: inputs.wholeOf(base, key, 'target') })];
}

/** Share of a part of its total, or of a region of the whole place. */
export function shareRoutes(base: string, key: FigureKey, inputs: RecomputeInputs): Route[] {
  const whole = inputs.of(base, { ...key, category: '', region: key.category === '' ? inputs.whole : key.region });
  return [routeBy(share, { part: inputs.of(base, key), whole })];
}

/** A relation of inputs of the same region, scheme and period, each printed or added up over the regions. */
export function inputRoutes(relation: Relation, key: FigureKey, inputs: RecomputeInputs): Route[] {
  const roles = Object.entries(relation.roles);
  return [
    routeBy(relation, Object.fromEntries(roles.map(([name, role]) => [name, inputs.of(role.indicator ?? name, key)]))),
  ];
}

/** A relation of inputs that, for both schemes together, are the sums of theirs. */
export function wholeRoute(relation: Relation, key: FigureKey, inputs: RecomputeInputs): Route {
  const roles = Object.entries(relation.roles);
  return routeBy(
    relation,
    Object.fromEntries(roles.map(([name, role]) => [name, inputs.wholeOf(role.indicator ?? name, key)])),
  );
}
