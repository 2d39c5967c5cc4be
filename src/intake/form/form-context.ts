import { parsePeriod, UNDATED } from '../../domain/period.js';
import type { Scheme } from '../../domain/scheme.js';
import type { Fact } from '../../facts/fact.js';
import type { Place } from '../../facts/reference.js';
import type { FormColumn, FormRow, TableContext } from './form-column.js';
import { type RowsAsked, regionRows, TOTAL_LABEL } from './form-regions.js';

/** What the sheets of a form are built from. */
export interface FormContext extends TableContext, RowsAsked {
  place: Place;
  /** Rows of a place that has no regions yet, taken from its list of regions; empty for a known place. */
  newRows: readonly FormRow[];
}

/** The period as the bureau writes it in titles: `2021年1季度`, `2022年`; `undated` as it is. */
export function titlePeriod(period: string): string {
  if (period === UNDATED) return period;
  const { year, quarter } = parsePeriod(period);
  return quarter === null ? `${year}年` : `${year}年${quarter}季度`;
}

/** Title of a table: place, period, what it is. */
export function titleOf({ place, period }: FormContext, what: string): string {
  return `${place.name}${titlePeriod(period)}${what}`;
}

/** The year before the form's, at whose end the opening balance stands: `2023Q1` → `2022`. */
export function lastYear(period: string): string {
  return String(parsePeriod(period).year - 1);
}

/** Rows of regions for a table, with their sum. See {@link regionRows} for `kinds`. */
export function rowsOf(context: FormContext, ...kinds: ((fact: Fact) => boolean)[]): FormRow[] {
  return context.newRows.length > 0 ? [...context.newRows] : regionRows(context, ...kinds);
}

/** The sum of a place that has no regions yet. It stands above them, as how many they will be is not known. */
export function newTotalRow(): FormRow {
  return { label: TOTAL_LABEL, labelFormula: '', region: '', members: [], scheme: '', isTotal: true };
}

/** Rows of schemes, each of the whole place. */
export function schemeRows({ place }: FormContext, labels: readonly [Scheme, string][]): FormRow[] {
  return labels.map(([scheme, label]) => ({
    label,
    labelFormula: '',
    region: place.wholeRegion,
    members: [],
    scheme,
    isTotal: false,
  }));
}

/** A column of actual figures of the form's period to be typed, of the row's scheme, unless `column` says otherwise. */
export function figureColumn(
  { period }: Pick<FormContext, 'period'>,
  column: Pick<FormColumn, 'id' | 'heads' | 'indicator' | 'unit'> & Partial<FormColumn>,
): FormColumn {
  return {
    scheme: '',
    category: '',
    basis: 'actual',
    period,
    formula: undefined,
    total: 'sum',
    isTotalElsewhere: false,
    ...column,
  };
}
