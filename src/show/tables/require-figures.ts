import { InputError } from '../../domain/input-error.js';
import type { TableView } from './table-view.js';

/**
 * The table itself. Throws InputError, `未知：没有…`, when it has no row or no figure in any row: a gap is stated, never
 * shown as an empty table.
 *
 * @param keys the figures that the table is about, one of which must be known; all of them where left out
 */
export function requireFigures(table: TableView, what: string, keys?: readonly string[]): TableView {
  const figures = table.columns.filter((column) => column.kind !== 'text' && column.kind !== 'grade');
  const wanted = keys ?? figures.map(({ key }) => key);
  const hasFigure = table.rows.some((row) => wanted.some((key) => typeof row[key] === 'number'));
  if (!hasFigure) throw new InputError(`未知：没有${what}的数据`);
  return table;
}
