import type { Statement } from '../../facts/statement.js';
import { areDisjoint, isPartOf } from './months-interval.js';
import { lineOf, saidText } from './statement-words.js';

/** Other sentences of the same report that cannot be true together with one: `第 204 行称没有低于 3 个月的`, each once, joined by `；`. */
export function contradictionsOf(statement: Statement, all: readonly Statement[]): string {
  return [...new Set(conflictsOf(statement, all).map((other) => `${lineOf(other)}称${saidText(other)}`))].join('；');
}

/** The sentences that cannot be true together with one. */
export function conflictsOf(statement: Statement, all: readonly Statement[]): Statement[] {
  return all.filter((other) => other.ref !== statement.ref && contradict(statement, other, all));
}

/** Regions that the sentences of a statement's line name for its scheme. */
export function namedBeside(statement: Statement, all: readonly Statement[]): Set<string> {
  const isBeside = (other: Statement): boolean =>
    other.about === 'region' && other.scheme === statement.scheme && isOneLine(other, statement);
  return new Set(all.filter(isBeside).map(({ region }) => region));
}

/** `zhuzhou-2022 L204 …`: the document and its line stand before the words. */
function isOneLine(one: Statement, other: Statement): boolean {
  const lineIn = ({ source }: Statement): string => source.split(' ').slice(0, 2).join(' ');
  return lineIn(one) === lineIn(other);
}

function contradict(one: Statement, other: Statement, all: readonly Statement[]): boolean {
  if (one.scheme !== other.scheme || one.indicator !== other.indicator) return false;
  if (other.about === 'region') {
    if (one.about === 'none') return isPartOf(other, one);
    if (one.about === 'others') return !namedBeside(one, all).has(other.region) && areDisjoint(one, other);
    return one.region === other.region && areDisjoint(one, other);
  }
  return one.about === 'region' && contradict(other, one, all);
}
