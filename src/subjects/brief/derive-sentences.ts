import { budgetsOutside, deficits, largestMovement, notBorneOut } from './fund-sentences.js';
import { belowLine, maybeBelowLine } from './pool-sentences.js';
import type { Sentence, SentenceRule, Situation } from './sentence.js';

/** At most this many sentences, worst first: rules in the order in which an office must act on them. */
const RULES: readonly SentenceRule[] = [
  belowLine,
  maybeBelowLine,
  deficits,
  notBorneOut,
  budgetsOutside,
  largestMovement,
];

/** What a head of office must know of the period, worst first, at most seven sentences. A rule that finds nothing says nothing. */
export function deriveSentences(situation: Situation): Sentence[] {
  return RULES.flatMap((rule) => rule(situation) ?? []);
}
