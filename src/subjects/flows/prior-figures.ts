import { CONTRADICTORY, jointly } from '../../figures/arithmetic.js';
import { type Figure, gap, isKnown } from '../../figures/figure.js';
import { change, changeFromGrowth, growth, priorFromChange, priorFromGrowth } from '../../relations/comparisons.js';
import { derive } from '../../relations/relation.js';

/** The amount of the year before, the change and the growth, as far as they are known. */
export interface PriorFigures {
  prior: Figure;
  change: Figure;
  growth: Figure;
}

/** With a reported year before. */
export function priorReported(now: Figure, before: Figure): PriorFigures {
  return { prior: before, change: derive(change, { now, before }), growth: derive(growth, { now, before }) };
}

/**
 * What printed growths and changes allow together: each print narrows it. All three are {@link CONTRADICTORY} when one print
 * excludes another.
 */
export function priorFromPrint(now: Figure, growths: readonly Figure[], changes: readonly Figure[]): PriorFigures {
  const prior = jointly([
    ...growths.map((printed) => derive(priorFromGrowth, { now, growth: printed })),
    ...changes.map((printed) => derive(priorFromChange, { now, change: printed })),
  ]);
  const own = jointly([...growths.map((printed) => derive(changeFromGrowth, { now, growth: printed })), ...changes]);
  const ratio = jointly([...growths, derive(growth, { now, before: prior })]);
  if ([prior, own, ratio].includes(CONTRADICTORY)) {
    return { prior: CONTRADICTORY, change: CONTRADICTORY, growth: CONTRADICTORY };
  }
  if (!isKnown(now) || !isKnown(prior)) return { prior: UNKNOWN, change: UNKNOWN, growth: UNKNOWN };
  return { prior, change: own, growth: ratio };
}

const UNKNOWN = gap('没有上年同期数，也没有所印的增长率或增减额');
