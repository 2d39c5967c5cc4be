import { firstKnown, roundedOrCut } from '../../figures/figure.js';
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
import { type FigureKey, type PrintedKey, type RecomputeInputs, yearBefore } from './recompute-inputs.js';
import { type Route, routeBy } from './recompute-route.js';

/** Growth against the year before: from both amounts, from the printed change, and for both schemes from theirs. */
export function growthRoutes(base: string, key: PrintedKey, inputs: RecomputeInputs): Route[] {
  const now = inputs.wholeOf(base, key);
  // A printed change goes with the amount of the same sentence: 3.17 with 39.95, not with 29.46 + 10.50.
  const besides = firstKnown(inputs.beside(base, key), now);
  const routes = [
    routeBy(growth, { now, before: inputs.wholeOf(base, yearBefore(key)) }, inputs),
    routeBy(growthFromChange, { now: besides, change: inputs.printed(`${base}Change`, key) }, inputs),
  ];
  if (key.scheme !== 'basic') return routes;
  const [employee, resident] = [
    { ...key, scheme: 'employee' },
    { ...key, scheme: 'resident' },
  ];
  const ofBoth = {
    employee: inputs.wholeOf(base, employee),
    employeeGrowth: inputs.printed(`${base}Growth`, employee),
    resident: inputs.wholeOf(base, resident),
    residentGrowth: inputs.printed(`${base}Growth`, resident),
  };
  return [...routes, routeBy(growthOfBothSchemes, ofBoth, inputs)];
}

/** Change against the year before: from both amounts, or from the printed growth, whose last digit may be cut off. */
export function changeRoutes(base: string, key: FigureKey, inputs: RecomputeInputs): Route[] {
  const now = inputs.wholeOf(base, key);
  return [
    routeBy(change, { now, before: inputs.wholeOf(base, yearBefore(key)) }, inputs),
    routeBy(changeFromGrowth, { now, growth: roundedOrCut(inputs.printed(`${base}Growth`, key)) }, inputs),
  ];
}

/** The year before, from this year's amount and the printed growth, whose last digit may be cut off. */
export function priorRoute(base: string, now: FigureKey, inputs: RecomputeInputs): Route {
  const printed = roundedOrCut(inputs.printed(`${base}Growth`, now));
  return routeBy(priorFromGrowth, { now: inputs.wholeOf(base, now), growth: printed }, inputs);
}

/** Execution: what was carried out of a budget, or reached of a target. */
export function executionRoutes(base: string, key: FigureKey, inputs: RecomputeInputs): Route[] {
  const actual = inputs.wholeOf(base, key);
  return inputs.isAmount(base)
    ? [routeBy(execution, { actual, budget: inputs.wholeOf(base, key, 'budget') }, inputs)]
    : [routeBy(completion, { actual, target: inputs.wholeOf(base, key, 'target') }, inputs)];
}

/** Share of a part of its total, or of a region of the whole place. */
export function shareRoutes(base: string, key: FigureKey, inputs: RecomputeInputs): Route[] {
  // A scheme's share of the whole place is its share of both schemes together.
  const isScheme = key.category === '' && key.region === inputs.whole;
  const whole = isScheme
    ? inputs.wholeOf(base, { ...key, scheme: 'basic' })
    : inputs.of(base, { ...key, category: '', region: key.category === '' ? inputs.whole : key.region });
  return [routeBy(share, { part: inputs.of(base, key), whole }, inputs)];
}

/** A relation of inputs of the same region, scheme and period, each printed or added up over the regions. */
export function inputRoutes(relation: Relation, key: FigureKey, inputs: RecomputeInputs): Route[] {
  const roles = Object.entries(relation.roles);
  const figures = Object.fromEntries(roles.map(([name, role]) => [name, inputs.of(role.indicator ?? name, key)]));
  return [routeBy(relation, figures, inputs)];
}

/** A relation of inputs that, for both schemes together, are the sums of theirs. */
export function wholeRoute(relation: Relation, key: FigureKey, inputs: RecomputeInputs): Route {
  const roles = Object.entries(relation.roles);
  const figures = Object.fromEntries(roles.map(([name, role]) => [name, inputs.wholeOf(role.indicator ?? name, key)]));
  return routeBy(relation, figures, inputs);
}
