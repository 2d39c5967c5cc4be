import type { ColumnTable } from 'arquero';
import { InputError } from '../../domain/input-error.js';
import { SCHEME_NAMES, type Scheme } from '../../domain/scheme.js';
import type { Chart } from '../../show/charts/chart.js';
import { chartRows } from '../../show/charts/chart-rows.js';
import { shareRows } from '../../show/charts/share-rows.js';
import { PERSONS } from '../../show/charts/unit.js';

/** Those insured, or those who paid this year. */
type Counted = 'enrolment' | 'payers';

/** Whose persons by region: of which scheme, and whether those insured or those who paid. */
export interface ByRegion {
  scheme: Scheme;
  /** Default: those insured. */
  indicator?: Counted;
}

/** What the persons are called. */
export const COUNTED: Record<Counted, string> = { enrolment: '参保人数', payers: '缴费人数' };

/**
 * Enrolment or payers of one scheme by region, the largest first, each with its persons and its share of the sum.
 * Regions with an unknown figure stand last, marked 未知.
 *
 * @param table columns `scheme`, `regionName`, `quantity` (persons) and `share` of `deriveShareOfSum`; only rows of the scheme
 * @returns chart `enrolment-by-region-<scheme>` or `payers-by-region-<scheme>`
 */
export function enrolmentByRegion(table: ColumnTable, { scheme, indicator = 'enrolment' }: ByRegion): Chart {
  const measure = COUNTED[indicator];
  const title = `${SCHEME_NAMES[scheme]}各统筹区${measure}`;
  const columns = { title, texts: ['scheme', 'regionName'], numbers: ['quantity', 'share'] } as const;
  const rows = chartRows(table, columns).filter((row) => row.scheme === scheme);
  if (rows.length === 0) throw new InputError(`图“${title}”画不出来：表中没有${SCHEME_NAMES[scheme]}（${scheme}）的行`);
  return shareRows({
    name: `${indicator}-by-region-${scheme}`,
    title,
    measure,
    what: measure,
    unit: PERSONS,
    parts: rows.map((row) => ({ ...row, name: row.regionName })),
    unknownShare: '（占比未知）',
  });
}
