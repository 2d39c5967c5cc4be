import { describeDefinition } from '../../domain/definition.js';
import { SCHEME_NAMES, schemeName } from '../../domain/scheme.js';
import type { Row } from '../../show/tables/table-view.js';
import { monthsDefinition } from './months-definition.js';

/**
 * What the months of a table stand for, one sentence a definition: `口径（职工医保）：计入范围：…；结余口径：…；月支出口径：…。`
 * Schemes stand in the order of the reports; rows without months say nothing.
 *
 * @param rows rows with `scheme` and `monthsOrigin`
 * @param rule name of the rule that grades them; empty where none is applied
 */
export function definitionNotes(rows: readonly Row[], rule = ''): string[] {
  const order = Object.keys(SCHEME_NAMES);
  const notes = rows
    .filter((row) => row.monthsOrigin !== 'unknown')
    .sort((a, b) => order.indexOf(String(a.scheme)) - order.indexOf(String(b.scheme)))
    .map((row) => {
      const scheme = String(row.scheme);
      const definition = monthsDefinition({ scheme, monthsOrigin: String(row.monthsOrigin) }, rule);
      return `口径（${schemeName(scheme)}）：${describeDefinition(definition)}。`;
    });
  return [...new Set(notes)];
}
