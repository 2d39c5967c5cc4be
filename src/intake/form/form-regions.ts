import type { Region } from '../../domain/region.js';
import type { Fact } from '../../facts/fact.js';
import type { FormRow } from './form-column.js';

/** Whose rows a table has. */
export interface RowsAsked {
  regions: readonly Region[];
  wholeRegion: string;
  /** Facts by report, oldest first; of a form to be filled only those filled in. */
  reports: readonly (readonly Fact[])[];
}

/**
 * The regions that the newest report with figures of a kind used, in its order, and their sum. `kinds` are tried one
 * after the other; when no report has any, all regions that are not sums of others. A place that is one region has one
 * row under its own name.
 */
export function regionRows(asked: RowsAsked, ...kinds: ((fact: Fact) => boolean)[]): FormRow[] {
  const { regions, wholeRegion } = asked;
  const used = kinds.map((isMeant) => regionsUsed(asked, isMeant)).find((codes) => codes.length > 0);
  const plain = regions.filter(({ code, members }) => code !== wholeRegion && members.length === 0);
  const codes = used ?? plain.map(({ code }) => code);
  const rows = codes.flatMap((code) => {
    const region = regions.find((entry) => entry.code === code);
    return region === undefined ? [] : [rowOf(region)];
  });
  const whole = regions.find(({ code }) => code === wholeRegion);
  if (whole === undefined) return rows;
  return rows.length === 0 ? [rowOf(whole)] : [...rows, { ...rowOf(whole), label: TOTAL_LABEL, isTotal: true }];
}

/** How the row of the whole place is labelled in a table of regions. */
export const TOTAL_LABEL = '合计';

function regionsUsed({ reports, wholeRegion }: RowsAsked, isMeant: (fact: Fact) => boolean): string[] {
  const own = reports.map((facts) => facts.filter((fact) => fact.region !== wholeRegion && isMeant(fact)));
  const newest = own.findLast((facts) => facts.length > 0) ?? [];
  return [...new Set(newest.map(({ region }) => region))];
}

function rowOf({ code, name, members }: Region): FormRow {
  return { label: name, labelFormula: '', region: code, members, scheme: '', isTotal: false };
}
