import type { ColumnTable } from 'arquero';
import { PRINTED_NAMES, type Scheme } from '../domain/scheme.js';
import { columnOf } from './columns/columns.js';

const known = new WeakMap<ColumnTable, Map<string, string>>();

/** By what name a report calls the fund of a scheme, as its sources say; empty for a scheme that all call the same. */
function printedFundName(facts: ColumnTable, scheme: string): string {
  const names = PRINTED_NAMES[scheme as Scheme];
  if (names === undefined) return '';
  const byScheme = known.get(facts) ?? new Map<string, string>();
  known.set(facts, byScheme);
  const found = byScheme.get(scheme) ?? nameIn(facts, scheme, names);
  byScheme.set(scheme, found);
  return found;
}

/** What a reader of a comparison must mind where reports call a fund differently; empty where they do not. */
export function fundNameCaveat(scheme: string, reports: readonly ColumnTable[]): string {
  const names = new Set(reports.map((facts) => printedFundName(facts, scheme)).filter((name) => name !== ''));
  return names.size < 2 ? '' : `各期所印基金名称不同（${[...names].join('、')}），是否同一基金报告没有说明`;
}

function nameIn(facts: ColumnTable, scheme: string, names: readonly string[]): string {
  if (facts.numRows() === 0) return '';
  const [schemes, sources] = [columnOf(facts, 'scheme'), columnOf(facts, 'source')];
  let found = '';
  facts.scan((row = 0) => {
    if (found === '' && schemes.at(row) === scheme) {
      found = names.find((name) => String(sources.at(row)).includes(name)) ?? '';
    }
  });
  return found;
}
