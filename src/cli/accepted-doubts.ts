import type { AcceptedDoubt } from '../facts/accepted.js';
import type { IntakeFinding } from '../intake/intake-finding.js';

/** The acceptance of a doubt: of the same rule, cell, value and sentence. Undefined when nobody accepted it. */
export function acceptanceOf(finding: IntakeFinding, accepted: readonly AcceptedDoubt[]): AcceptedDoubt | undefined {
  return accepted.find(
    (doubt) =>
      doubt.rule === finding.rule &&
      doubt.sheet === finding.sheet &&
      doubt.cell === finding.cell &&
      doubt.value === finding.value &&
      doubt.message === finding.message,
  );
}
