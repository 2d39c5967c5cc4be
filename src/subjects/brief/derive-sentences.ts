import { doubtedFigures } from './doubt-sentences.js';
import { budgetsOutside, deficits, largestMovement, notBorneOut } from './fund-sentences.js';
import { belowLine, maybeBelowLine } from './pool-sentences.js';
import { saidOtherwise } from './said-sentences.js';
import type { Sentence, SentenceRule, Situation } from './sentence.js';

/** More than these nobody reads. */
const MOST = 7;
/** Rules in the order in which an office must act on what they say. */
const RULES: readonly SentenceRule[] = [
  belowLine,
  maybeBelowLine,
  saidOtherwise,
  deficits,
  notBorneOut,
  doubtedFigures,
  budgetsOutside,
  largestMovement,
];

/** What a head of office must know of the period, worst first, at most seven sentences. A rule that finds nothing says nothing. */
export function deriveSentences(situation: Situation): Sentence[] {
  return RULES.flatMap((rule) => rule(situation) ?? []).slice(0, MOST);
}
