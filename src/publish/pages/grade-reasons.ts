import { groupBy } from '../../domain/group-by.js';
import type { Row } from '../../show/tables/table-view.js';

/** What all pools, or all of one scheme, have in common, and of every row the clauses that are left. */
export interface SharedReasons {
  /** Clauses that hold for every pool with more to tell; those of one scheme bear its name. */
  shared: string[];
  moreOf: (row: Row) => string[];
}

/**
 * Splits what the reasons of several pools say alike from what each says by itself: a refusal to compare that stands in every
 * one is told once, one that stands in all of the residents once as theirs. A clause of a single pool stays with it.
 *
 * @param rows of the table of grades, with `reasonMore`
 */
export function sharedReasons(rows: readonly Row[]): SharedReasons {
  const telling = rows.filter((row) => clausesOf(row).length > 0);
  const ofAll = commonTo(telling);
  const bySchemes = [...groupBy(telling, (row) => String(row.scheme)).values()].map((group) => ({
    scheme: group[0]?.scheme,
    name: String(group[0]?.schemeName ?? group[0]?.scheme ?? ''),
    clauses: commonTo(group).filter((clause) => !ofAll.includes(clause)),
  }));
  const isShared = (row: Row, clause: string): boolean =>
    ofAll.includes(clause) ||
    bySchemes.some(({ scheme, clauses }) => scheme === row.scheme && clauses.includes(clause));
  return {
    shared: [
      ...ofAll,
      ...bySchemes.flatMap(({ name, clauses }) =>
        clauses.map((clause) => (clause.startsWith(name) ? clause : `${name}：${clause}`)),
      ),
    ],
    moreOf: (row) => clausesOf(row).filter((clause) => !isShared(row, clause)),
  };
}

function commonTo(rows: readonly Row[]): string[] {
  const [first, ...rest] = rows;
  if (first === undefined || rest.length === 0) return [];
  return clausesOf(first).filter((clause) => rest.every((row) => clausesOf(row).includes(clause)));
}

function clausesOf({ reasonMore }: Row): string[] {
  return String(reasonMore ?? '')
    .split('；')
    .filter((clause) => clause !== '');
}
