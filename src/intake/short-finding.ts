import type { IntakeFinding } from './intake-finding.js';
import { shortText } from './short-text.js';

/** Several quoted texts and a rule. */
const LONGEST_SENTENCE = 1_000;

/** A finding that can be shown: a cell may hold 32,767 characters, of which its start says enough. */
export function shortFinding(finding: IntakeFinding): IntakeFinding {
  const { value, message, hint } = finding;
  return {
    ...finding,
    value: shortText(value),
    message: shortText(message, LONGEST_SENTENCE),
    hint: shortText(hint, LONGEST_SENTENCE),
  };
}
