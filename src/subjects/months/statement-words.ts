import type { Statement } from '../../facts/statement.js';
import { sourcePlace } from '../../show/fact-address.js';
import { bandText } from './reason.js';

/** By which balance the months of a sentence are meant. */
export const BALANCE_NAMES: Record<string, string> = { payableMonths: '实际结余', bookPayableMonths: '账面结余' };

/** Where a sentence stands: `第 204 行`. */
export function lineOf({ source }: Pick<Statement, 'source'>): string {
  return sourcePlace(source)?.label ?? source;
}

/** What a sentence says, in few words: `低于 3 个月`, `没有低于 3 个月的`, `0 个`. */
export function saidText({ about, indicator, low, high }: Statement): string {
  const isOfMonths = BALANCE_NAMES[indicator] !== undefined;
  const count = low === high ? `${low}` : `${low ?? ''}–${high ?? ''}`;
  const band = isOfMonths ? bandText({ lower: low, upper: high }) : `${count} 个`;
  return about === 'none' ? `没有${band}的` : band;
}
