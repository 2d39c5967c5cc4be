import type { AcceptedDoubt } from '../../facts/accepted.js';
import type { IntakeFinding } from '../../intake/intake-finding.js';

/**
 * The acceptance of a doubt: of the same rule, cell, value and sentence. Undefined when nobody accepted it. Blanks at the
 * ends of a sheet's name or a value, and kinds of line breaks, are not kept in the data and do not count.
 */
export function acceptanceOf(finding: IntakeFinding, accepted: readonly AcceptedDoubt[]): AcceptedDoubt | undefined {
  return accepted.find(
    (doubt) =>
      doubt.rule === finding.rule &&
      isSame(doubt.sheet, finding.sheet) &&
      isSame(doubt.cell, finding.cell) &&
      isSame(doubt.value, finding.value) &&
      isSame(doubt.message, finding.message),
  );
}

function isSame(stored: string, found: string): boolean {
  return stored === found || stored === found.replace(/\r\n?/g, '\n').trim();
}

/** A reason as it is kept: one line, because it stands in tables. Empty when there is nothing but blanks. */
export function reasonText(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
