import { compute, firstKnown, isKnown, type Recomputed, sumOf } from '../../figures/estimate.js';
import { changeOf } from '../series/derive-growth.js';
import type { FigureKey, PrintedKey, RecomputeInputs } from './recompute-inputs.js';
import type { Route } from './recompute-route.js';

/**
 * A figure that stands in the inputs in other words, or is the sum of parts: of the regions, of the two schemes, of the
 * categories of a partition. Every sum that the inputs allow is made.
 */
export function totalRoutes(indicator: string, key: PrintedKey, inputs: RecomputeInputs): Route[] {
  const own = inputs.elsewhere(indicator, key);
  const regions = inputs.regionsOf(indicator, key);
  const routes: Route[] = own === null ? [] : [{ formula: '与所列输入数相同', ours: own }];
  if (regions !== null) routes.push({ formula: '各统筹区相加', ours: regions });
  if (key.scheme === 'basic') {
    const both = firstKnown(ofBoth(indicator, key, inputs), printedOfBoth(indicator, key, inputs));
    if (isKnown(both)) routes.push({ formula: '职工 ＋ 居民', ours: both });
  }
  if (key.category === '') {
    for (const codes of inputs.partitions(indicator)) {
      const parts = ofParts(indicator, codes, key, inputs);
      if (isKnown(parts)) routes.push({ formula: '各分项相加', ours: parts });
    }
  }
  return routes;
}

/** Number of pools whose months, as the report prints them, lie below a line. */
export function poolsBelowRoutes(line: number, key: FigureKey, inputs: RecomputeInputs): Route[] {
  const months = inputs.printedRegions('payableMonths', key);
  const below = compute((...all) => all.filter((own) => own < line).length, ...months);
  return months.length === 0 ? [] : [{ formula: `所印月数低于 ${line} 个月的统筹区个数`, ours: below }];
}

/** Balance of the year: as any total, and income − expenditure. */
export function currentBalanceRoutes(key: PrintedKey, inputs: RecomputeInputs): Route[] {
  const own = totalRoutes('currentBalance', key, inputs);
  if (key.category !== '') return own;
  const [income, expenditure] = [wholeOf('income', key, inputs), wholeOf('expenditure', key, inputs)];
  const balance = compute((received, spent) => received - spent, income, expenditure);
  return [{ formula: '收入 − 支出', ours: balance }, ...own];
}

/** Persons of a part: as printed, or its printed share of the whole, as some reports give only shares. */
export function enrolmentRoutes(key: PrintedKey, inputs: RecomputeInputs): Route[] {
  const own = totalRoutes('enrolment', key, inputs);
  const total = { ...key, category: '' };
  if (key.category === 'regular') {
    const closed = inputs.of('enrolment', { ...key, category: 'restructured' });
    return [
      { formula: '参保人数 − 改制破产企业', ours: compute((a, b) => a - b, inputs.of('enrolment', total), closed) },
    ];
  }
  if (!inputs.knows(`${key.category}Share`)) return own;
  return [...own, { formula: '占比 × 参保人数', ours: persons(key, inputs) }];
}

/** Change in persons: from the figures of both years, or from the shares and the totals of both. */
export function enrolmentChangeRoute(key: FigureKey, before: FigureKey, inputs: RecomputeInputs): Route {
  const ours = compute(
    (quantity, yearAgoQuantity) => changeOf({ quantity, yearAgoQuantity }),
    persons(key, inputs),
    persons(before, inputs),
  );
  return { formula: '本期 − 上年同期', ours };
}

function persons(key: FigureKey, inputs: RecomputeInputs): Recomputed {
  const own = inputs.of('enrolment', key);
  if (key.category === '' || isKnown(own)) return own;
  const total = { ...key, category: '' };
  return compute(
    (share, whole) => share * whole,
    inputs.of(`${key.category}Share`, total),
    inputs.of('enrolment', total),
  );
}

/**
 * A printed input, or for both schemes together the sum of theirs. Where the report repeats a figure only among what it
 * derives, as the amounts of the year before, that print stands in.
 */
export function wholeOf(indicator: string, key: FigureKey, inputs: RecomputeInputs, basis = 'actual'): Recomputed {
  const own = inputs.of(indicator, key, basis);
  const input = key.scheme === 'basic' ? firstKnown(own, ofBoth(indicator, key, inputs, basis)) : own;
  if (isKnown(input) || basis !== 'actual') return input;
  const print = firstKnown(inputs.printed(indicator, key), printedOfBoth(indicator, key, inputs));
  return isKnown(print) ? print : input;
}

function ofBoth(indicator: string, key: FigureKey, inputs: RecomputeInputs, basis = 'actual'): Recomputed {
  return sumOf(['employee', 'resident'].map((scheme) => inputs.of(indicator, { ...key, scheme }, basis)));
}

function printedOfBoth(indicator: string, key: FigureKey, inputs: RecomputeInputs): Recomputed {
  const schemes = key.scheme === 'basic' ? ['employee', 'resident'] : [key.scheme];
  return sumOf(schemes.map((scheme) => inputs.printed(indicator, { ...key, scheme })));
}

function ofParts(indicator: string, codes: readonly string[], key: FigureKey, inputs: RecomputeInputs): Recomputed {
  const parts = sumOf(codes.map((category) => inputs.of(indicator, { ...key, category })));
  // A closed fund that is kept beside the employees' is part of their total.
  const apart = key.scheme === 'employee' && !codes.includes('restructured');
  const closed = apart ? inputs.own(indicator, { ...key, scheme: 'restructured' }) : parts;
  return isKnown(parts) && closed !== parts && isKnown(closed) ? sumOf([parts, closed]) : parts;
}
