import { type Column, markKey, type Row, refsIn, type TableView } from '../../show/tables/table-view.js';
import { type Doubted, Doubts } from './doubts.js';
import type { Doubt } from './own-doubts.js';

/** More notes than these nobody reads under a table. */
const MOST_NOTES = 8;

/**
 * A table in which every figure that the report itself puts in doubt, or that is computed from such a one, has the mark ※, with
 * what speaks against it in a note and, in the CSV, in a column 存疑. Other tables stay as they are.
 *
 * @param funds of which the table is; figures of other periods of the same place are found too
 */
export function withDoubts(view: TableView, funds: Doubted): TableView {
  const doubts = Doubts.of(funds);
  const told = new Map<string, Doubt>();
  const rows = view.rows.map((row) => {
    const marks = view.columns.flatMap((column) => markOf(column, row, { doubts, told }));
    if (marks.length === 0) return row;
    const reasons = [...new Set(marks.map(([, reason]) => reason))].join('；');
    return { ...row, ...Object.fromEntries(marks), [DOUBT.key]: reasons };
  });
  if (told.size === 0) return view;
  return { ...view, columns: [...view.columns, DOUBT], rows, notes: [...view.notes, ...notesOf([...told.values()])] };
}

const DOUBT: Column = { key: 'doubtedFigures', label: '存疑的数', kind: 'text', csvOnly: true };

interface Found {
  doubts: Doubts;
  /** Doubts of the table by what they say of which figure. */
  told: Map<string, Doubt>;
}

function markOf(column: Column, row: Row, { doubts, told }: Found): [string, string][] {
  if (row[column.key] == null) return [];
  const refs = refsIn(column, row);
  const own = refs.flatMap((ref) => doubts.about(ref) ?? []);
  if (own.length === 0) return [];
  for (const doubt of own) told.set(`${doubt.figure}：${doubt.reason}`, doubt);
  const words = own.map(({ figure, reason }) => `${figure}，${reason}`).join('；');
  return [[markKey(column), refs.length === 1 ? `存疑：${words}` : `所依据的数存疑：${words}`]];
}

function notesOf(doubts: readonly Doubt[]): string[] {
  const shown = doubts
    .slice(0, MOST_NOTES)
    .map(
      ({ figure, reason, explanation }) => `※ ${figure}：${reason}。${explanation === '' ? '' : `${explanation}。`}`,
    );
  const rest = doubts.length - shown.length;
  return rest === 0 ? shown : [...shown, `※ 另有 ${rest} 个数存疑，见“数据与校验”。`];
}
