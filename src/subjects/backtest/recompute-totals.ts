import { compute, sumOf } from '../../figures/arithmetic.js';
import { type Figure, firstKnown, isKnown } from '../../figures/figure.js';
import { change } from '../../relations/comparisons.js';
import { personsOfShare, regularPersons } from '../../relations/rates.js';
import { derive } from '../../relations/relation.js';
import { totalOfParts, totalOfRegions, totalOfSchemes } from '../../relations/totals.js';
import { type FigureKey, type PrintedKey, type RecomputeInputs, yearBefore } from './recompute-inputs.js';
import { type Route, routeBy, routeOver, SAME } from './recompute-route.js';

/**
 * A figure that stands in the inputs in other words, or is the sum of parts: of the regions, of the two schemes, of the
 * categories of a partition. Every sum that the inputs allow is made.
 */
export function totalRoutes(indicator: string, key: PrintedKey, inputs: RecomputeInputs): Route[] {
  const own = inputs.elsewhere(indicator, key);
  const regions = inputs.regionsOf(indicator, key);
  const routes: Route[] = own === null ? [] : [{ formula: SAME, ours: own }];
  if (regions !== null) routes.push(routeOver(totalOfRegions, regions, inputs));
  if (key.scheme === 'basic') {
    const both = firstKnown(inputs.bothOf(indicator, key), inputs.printedOfBoth(indicator, key));
    if (isKnown(both)) routes.push(routeOver(totalOfSchemes, both, inputs));
  }
  const partitions = key.category === '' ? inputs.partitions(indicator) : [];
  const parts = partitions.map((codes) => partsOf({ indicator, key }, codes, inputs)).filter(isKnown);
  return [...routes, ...parts.map((sum) => routeOver(totalOfParts, sum, inputs))];
}

/** Number of pools whose months, as the report prints them, lie below a line. */
export function poolsBelowRoutes(line: number, key: FigureKey, inputs: RecomputeInputs): Route[] {
  const months = inputs.printedRegions('payableMonths', key);
  const below = compute((...all) => all.filter((own) => own < line).length, ...months);
  return months.length === 0 ? [] : [{ formula: `所印月数低于 ${line} 个月的统筹区个数`, ours: below }];
}

/** Persons of a part: as printed, or its printed share of the whole, as some reports give only shares. */
export function enrolmentRoutes(key: PrintedKey, inputs: RecomputeInputs): Route[] {
  if (key.category === 'regular') {
    const restructured = inputs.of('enrolment', { ...key, category: 'restructured' });
    const enrolment = inputs.of('enrolment', { ...key, category: '' });
    return [routeBy(regularPersons, { enrolment, restructured }, inputs)];
  }
  const own = totalRoutes('enrolment', key, inputs);
  if (!inputs.knows(`${key.category}Share`)) return own;
  return [...own, { ...routeBy(personsOfShare, shareOf(key, inputs), inputs), ours: persons(key, inputs) }];
}

/** Change in persons: from the figures of both years, or from the shares and the totals of both. */
export function enrolmentChangeRoutes(key: FigureKey, inputs: RecomputeInputs): Route[] {
  return [routeBy(change, { now: persons(key, inputs), before: persons(yearBefore(key), inputs) }, inputs)];
}

function persons(key: FigureKey, inputs: RecomputeInputs): Figure {
  const own = inputs.of('enrolment', key);
  return key.category === '' || isKnown(own) ? own : derive(personsOfShare, shareOf(key, inputs));
}

function shareOf(key: FigureKey, inputs: RecomputeInputs): Record<'share' | 'enrolment', Figure> {
  const total = { ...key, category: '' };
  return { share: inputs.of(`${key.category}Share`, total), enrolment: inputs.of('enrolment', total) };
}

/** The figure that has parts. */
interface Whole {
  indicator: string;
  key: FigureKey;
}

function partsOf({ indicator, key }: Whole, codes: readonly string[], inputs: RecomputeInputs): Figure {
  const parts = sumOf(codes.map((category) => inputs.of(indicator, { ...key, category })));
  // A closed fund that is kept beside the employees' is part of their total.
  const isApart = key.scheme === 'employee' && !codes.includes('restructured');
  const closed = isApart ? inputs.own(indicator, { ...key, scheme: 'restructured' }) : null;
  return closed !== null && isKnown(parts) && isKnown(closed) ? sumOf([parts, closed]) : parts;
}
