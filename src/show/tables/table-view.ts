import type { ColumnTable } from 'arquero';

/**
 * How a column is shown to people and written to CSV.
 *
 * | kind   | value in the row                | shown as            | in CSV            |
 * |--------|---------------------------------|---------------------|-------------------|
 * | text   | string                          | itself              | itself            |
 * | count  | integer (persons, pools)        | 1,234               | 1234              |
 * | amount | integer fen                     | 万元, as many digits as are sure | yuan, exact |
 * | yuan   | integer fen, a person or month  | 元, the same        | yuan, exact       |
 * | share  | ratio 0–1                       | 36.21%              | 0.3621…           |
 * | growth | ratio                           | +1.09% / −3.37%     | 0.0109…           |
 * | points | difference of two ratios        | −1.27 个百分点      | −0.0127…          |
 * | ratio  | plain number                    | 1.76                | unrounded         |
 * | months | months                          | 1.14                | unrounded         |
 * | grade  | code of a grade                 | the row's `gradeName`, coloured by its `severity` | the code |
 *
 * What a figure may be off by stands beside it in the row, as `<key>Half` or as its bounds `<key>Low` and `<key>High`: people
 * see no digit beyond it, so that 7.42 亿元 in one row reads 74,200 and 10,602.85 in the next keeps its decimals. CSV is exact.
 */
export type ColumnKind =
  | 'text'
  | 'count'
  | 'amount'
  | 'yuan'
  | 'share'
  | 'growth'
  | 'points'
  | 'ratio'
  | 'months'
  | 'grade';

/** Chinese names of codes: those of the schemes, verdicts or periods, or a table's own. */
export type Names = 'scheme' | 'agreement' | 'period' | Readonly<Record<string, string>>;

/** One column of a table for people. `null` in a row means unknown and is shown as 未知. */
export interface Column {
  key: string;
  /** Chinese head without the unit, which follows from the kind unless `unit` says it. */
  label: string;
  kind: ColumnKind;
  /** Unit in the head, where it is other than that of the kind or the kind has none: 人, 个, 元/人. */
  unit?: string;
  /** By what names people see the codes of the column. CSV has the codes. */
  names?: Names;
  /** Decimals of an amount of which the row says no doubt. */
  decimals?: number;
  /** End of an interval: people see it rounded outward, so that it still holds. CSV has it unrounded. */
  end?: 'low' | 'high';
  /** What people see where the row has nothing, instead of 未知. */
  absent?: string;
  /** Key of another property of the row that people see instead, such as a figure with its range. */
  display?: string;
  /** Written to CSV and not shown: a column that would say the same in every row. */
  csvOnly?: boolean;
  /** Key of another property of the row that holds references to facts, joined by `;`: makes the figure a link. */
  sources?: string;
}

/** What a cell holds before it is formatted; null and undefined are unknown. */
export type Cell = string | number | boolean | null | undefined;

/** One row of a table, its cells by the keys of the columns. */
export type Row = Record<string, Cell>;

/** A table with its columns named for people: shown in a notebook, on a page, and written as `tables/<name>.csv`. */
export interface TableView {
  /** File name without ending: lower-case letters, digits and hyphens, unique in a period. */
  name: string;
  title: string;
  columns: Column[];
  rows: Row[];
  /** Sentences under the table: definitions, caveats. */
  notes: string[];
  /** What is said in the place of the table when it has no row, without a full stop; else that the document lacks it. */
  empty?: string;
}

/** The sentence that stands for a table without rows: nothing is published empty. */
export function emptyText({ title, empty }: Pick<TableView, 'title' | 'empty'>): string {
  return `**没有列表**：${empty ?? `文件里没有“${title}”的数`}。`;
}

/** The rows of a measure's result. */
export function rowsOf(table: ColumnTable): Row[] {
  return table.objects() as Row[];
}

/** References behind a cell, of the property that its column names. */
export function refsIn({ sources }: Column, row: Row): string[] {
  return sources === undefined
    ? []
    : String(row[sources] ?? '')
        .split(';')
        .filter((ref) => ref !== '');
}

/** Where a row says what speaks against the figure of a column: it has the mark ※ then. */
export function markKey({ key }: Column): string {
  return `${key}Doubt`;
}
