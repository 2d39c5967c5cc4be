import { factKey } from './check-facts.js';
import type { Fact } from './fact.js';
import type { Report } from './read-report.js';

/**
 * What earlier reports know that a report does not state itself: of every figure and period the latest version, a
 * restatement included. Blanks say nothing.
 *
 * @param earlier the newest first
 */
export function earlierFacts(report: Report, earlier: readonly Report[]): Fact[] {
  const seen = new Set(report.facts.map(factKey));
  return earlier.flatMap(({ facts }) =>
    facts.filter((fact) => {
      const key = factKey(fact);
      if (fact.state === 'unknown' || seen.has(key)) return false;
      seen.add(key);
      return true;
    }),
  );
}
