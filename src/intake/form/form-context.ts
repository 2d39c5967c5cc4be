import { parsePeriod, UNDATED } from '../../domain/period.js';
import type { Region } from '../../domain/region.js';
import { SCHEME_NAMES, type Scheme } from '../../domain/scheme.js';
import type { Fact } from '../../facts/fact.js';
import type { Place, Reference } from '../../facts/reference.js';
import type { FormRow } from './form-column.js';
import type { FormFigures } from './form-figures.js';

/** What the sheets of a form are built from. */
export interface FormContext {
  reference: Reference;
  place: Place;
  /** The form's period. */
  period: string;
  figures: FormFigures;
  regions: readonly Region[];
  /** Facts by report, oldest first; of a form to be filled only those filled in. */
  reports: readonly (readonly Fact[])[];
  /** Rows of a place that has no regions yet, taken from its list of regions; empty for a known place. */
  newRows: readonly FormRow[];
}

/** The period as the bureau writes it in titles: `2021年1季度`, `2022年`; `undated` as it is. */
export function titlePeriod(period: string): string {
  if (period === UNDATED) return period;
  const { year, quarter } = parsePeriod(period);
  return quarter === null ? `${year}年` : `${year}年${quarter}季度`;
}

/** Title of a table: place, period, what it is, and the unit where all its amounts have one. */
export function titleOf({ place, period }: FormContext, what: string, unit = ''): string {
  return `${place.name}${titlePeriod(period)}${what}${unit === '' ? '' : `（单位：${unit}）`}`;
}

/** Whether a fact is of a scheme and of one of the indicators. */
export function isOf(scheme: string, indicators: readonly string[]): (fact: Fact) => boolean {
  return (fact) => fact.scheme === scheme && indicators.includes(fact.indicator);
}

/**
 * The regions that the newest report with figures of a kind used, in its order, and their sum. `kinds` are tried one
 * after the other; when no report has any, all regions that are not sums of others. A place that is one region has one
 * row under its own name.
 */
export function rowsOf(context: FormContext, ...kinds: ((fact: Fact) => boolean)[]): FormRow[] {
  const { regions, place, newRows } = context;
  if (newRows.length > 0) return [...newRows];
  const used = kinds.map((isMeant) => regionsUsed(context, isMeant)).find((codes) => codes.length > 0);
  const plain = regions.filter(({ code, members }) => code !== place.wholeRegion && members.length === 0);
  const codes = used ?? plain.map(({ code }) => code);
  const rows = codes.flatMap((code) => regions.find((region) => region.code === code) ?? []).map(regionRow);
  const whole = regions.find(({ code }) => code === place.wholeRegion);
  if (whole === undefined) return rows;
  return rows.length === 0 ? [regionRow(whole)] : [...rows, totalRow({ region: whole.code, members: whole.members })];
}

/** The row of the sum of regions; that of a place that has none yet has no code, and stands above them. */
export function totalRow(whole: Pick<FormRow, 'region' | 'members'> = { region: '', members: [] }): FormRow {
  return { label: '合计', labelFormula: '', ...whole, scheme: '', isTotal: true };
}

/** Rows of schemes, each of the whole place. */
export function schemeRows({ place }: FormContext, schemes: readonly Scheme[]): FormRow[] {
  const row = { labelFormula: '', region: place.wholeRegion, members: [], isTotal: false };
  return schemes.map((scheme) => ({ ...row, label: SCHEME_NAMES[scheme], scheme }));
}

function regionRow({ code, name, members }: Region): FormRow {
  return { label: name, labelFormula: '', region: code, members, scheme: '', isTotal: false };
}

function regionsUsed({ reports, place }: FormContext, isMeant: (fact: Fact) => boolean): string[] {
  const own = reports.map((facts) => facts.filter((fact) => fact.region !== place.wholeRegion && isMeant(fact)));
  const newest = own.findLast((facts) => facts.length > 0) ?? [];
  return [...new Set(newest.map(({ region }) => region))];
}
