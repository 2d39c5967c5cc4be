import { formatCell, shownColumns } from '../../show/tables/format.js';
import { type Column, markKey, type TableView } from '../../show/tables/table-view.js';

/** Between two columns. */
const GAP = '  ';

/** A table for a terminal, one line a row under its head: Chinese characters take two columns there, figures stand right. */
export function textTable(view: TableView): string[] {
  const columns = shownColumns(view);
  const lines = [
    columns.map(({ label }) => label),
    ...view.rows.map((row) =>
      columns.map((column) => `${formatCell(column, row)}${(row[markKey(column)] ?? '') === '' ? '' : '※'}`),
    ),
  ];
  const widths = columns.map((_, index) => Math.max(...lines.map((cells) => terminalWidth(cells[index] ?? ''))));
  return lines.map((cells) =>
    columns
      .map((column, index) => padded(cells[index] ?? '', column, widths[index] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}

/** Columns that a text takes on a terminal. */
export function terminalWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

/** Wide and full-width characters (Unicode Standard Annex #11) of the scripts that Chinese reports use. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

function padded(text: string, { kind }: Column, width: number): string {
  const air = ' '.repeat(Math.max(0, width - terminalWidth(text)));
  return kind === 'text' || kind === 'grade' ? `${text}${air}` : `${air}${text}`;
}
