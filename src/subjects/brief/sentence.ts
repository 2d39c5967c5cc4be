import type { ColumnTable } from 'arquero';
import type { Finding } from '../../facts/finding.js';
import type { Fund } from '../../facts/fund.js';
import type { Rule } from '../months/rule.js';

/** What the sentences of the first page are made from. */
export interface Situation {
  fund: Fund;
  /** Null where no rule is valid in the period. */
  rule: Rule | null;
  /** Result of `gradeRegions`; null without a rule. */
  warnings: ColumnTable | null;
  /** Result of `deriveBacktest`. */
  backtest: ColumnTable;
  /** What `checkFund` finds. */
  findings: readonly Finding[];
}

/** One sentence of the first page: what it says, and where it can be followed. */
export interface Sentence {
  /** What it is about, of the words that people see before it: 预警, 收支, 预算. */
  topic: string;
  text: string;
  /** Name of the table that it is made from. */
  table: string;
  /** References of the facts that it is made from, joined by `;`. */
  refs: string;
}

/** Says one thing about a situation, or nothing. */
export type SentenceRule = (situation: Situation) => Sentence | null;

/** The first few of some things, and how many there are where there are more: `攸县、醴陵市 等 5 个`. */
export function listed(things: readonly string[]): string {
  const shown = things.slice(0, MOST_LISTED).join('、');
  return things.length > MOST_LISTED ? `${shown} 等 ${things.length} 个` : shown;
}

const MOST_LISTED = 4;
