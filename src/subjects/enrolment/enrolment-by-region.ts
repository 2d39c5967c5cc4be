import type { ColumnTable } from 'arquero';
import { InputError } from '../../domain/input-error.js';
import { SCHEME_NAMES, type Scheme } from '../../domain/scheme.js';
import type { Chart } from '../../show/charts/chart.js';
import { chartRows } from '../../show/charts/chart-rows.js';
import { shareRows } from '../../show/charts/share-rows.js';
import { PERSONS } from '../../show/charts/unit.js';

/**
 * Enrolment of one scheme by region, the largest first, each with its persons and its share of the sum.
 * Regions with an unknown figure stand last, marked 未知.
 *
 * @param table columns `scheme`, `regionName`, `quantity` (persons) and `share` of `deriveShareOfSum`; only rows of the scheme
 * @returns chart `enrolment-by-region-employee` or `enrolment-by-region-resident`
 */
export function enrolmentByRegion(table: ColumnTable, options: { scheme: Scheme; title?: string }): Chart {
  const { scheme } = options;
  const title = options.title ?? `${SCHEME_NAMES[scheme]}各统筹区参保人数`;
  const columns = { title, texts: ['scheme', 'regionName'], numbers: ['quantity', 'share'] } as const;
  const rows = chartRows(table, columns).filter((row) => row.scheme === scheme);
  if (rows.length === 0) throw new InputError(`图“${title}”画不出来：表中没有${SCHEME_NAMES[scheme]}（${scheme}）的行`);
  return shareRows({
    name: `enrolment-by-region-${scheme}`,
    title,
    measure: '参保人数',
    what: '参保人数',
    unit: PERSONS,
    parts: rows.map((row) => ({ ...row, name: row.regionName })),
    unknownShare: '（占比未知）',
  });
}
