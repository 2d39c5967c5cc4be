import { SCHEME_NAMES, schemeName } from '../../domain/scheme.js';
import type { RowPanel } from './row-panels.js';

/** The pools of one scheme, to be drawn in a panel of their own. */
export interface SchemePanel<Row> extends RowPanel {
  scheme: string;
  rows: Row[];
}

/** One panel a scheme, in the order in which reports treat them; rows keep their order. */
export function schemePanels<Row extends { scheme: string; regionName: string }>(
  rows: readonly Row[],
): SchemePanel<Row>[] {
  const known = Object.keys(SCHEME_NAMES);
  const others = rows.map((row) => row.scheme).filter((scheme) => !known.includes(scheme));
  return [...new Set([...known, ...others])]
    .map((scheme) => ({ scheme, rows: rows.filter((row) => row.scheme === scheme) }))
    .filter((panel) => panel.rows.length > 0)
    .map((panel) => ({
      ...panel,
      heading: schemeName(panel.scheme),
      names: panel.rows.map((row) => row.regionName),
    }));
}

/** Rows of a panel beyond which nobody reads a chart: the rest stands in the table. */
export const MOST_ROWS = 30;

/** {@link schemePanels} as they are drawn: of many pools the first. Those left out stand in {@link leftOutNotes}. */
export function drawnPanels<Row extends { scheme: string; regionName: string }>(
  rows: readonly Row[],
): SchemePanel<Row>[] {
  return schemePanels(rows).map((panel) => ({
    ...panel,
    rows: panel.rows.slice(0, MOST_ROWS),
    names: panel.names.slice(0, MOST_ROWS),
  }));
}

/** Of which schemes {@link drawnPanels} leaves pools out, as notes of a chart: `职工医保共 122 个统筹区，只画前 40 个，其余见表。` */
export function leftOutNotes(rows: readonly { scheme: string; regionName: string }[]): string[] {
  return schemePanels(rows)
    .filter((panel) => panel.rows.length > MOST_ROWS)
    .map(({ heading, rows }) => `${heading}共 ${rows.length} 个统筹区，只画前 ${MOST_ROWS} 个，其余见表。`);
}
