import { parsePrinted } from '../../domain/printed.js';
import { rangeOf } from '../workbook/cell-range.js';
import type { Cell } from '../workbook/workbook.js';
import type { ColumnMeaning } from './column-meanings.js';
import { type Reading, report } from './extraction.js';
import type { FoundTable } from './find-tables.js';
import type { Grid } from './grid.js';
import { isFigureLike } from './head-rows.js';
import { nearHint } from './near-words.js';
import type { RowLabel } from './row-labels.js';
import type { ReadSegment, TableFacts } from './table-facts.js';

/** Cells of each column that could not be taken, by the reason. */
export type Untaken = Map<ColumnMeaning, Map<string, Cell[]>>;

const ADD_ALIAS = '请在 data/reference/regions.csv 该行的 aliases 里加上';

/** Reason of a column or row with a unit that is not known, such as 千元. */
export function strangeUnitReason(unit: string): string {
  return `单位“${unit}”不认识（认识的单位见 data/reference/units.csv）`;
}

/** Reason of a column whose head is not known. */
export const UNKNOWN_HEAD = '不认识的栏目';

/** Tells which figures were not taken, once a column and reason. Columns of text only are a note. */
export function tellUntaken(reading: Reading, grid: Grid, untaken: Untaken): void {
  for (const [column, reasons] of untaken) {
    for (const [reason, cells] of reasons) {
      for (const cell of cells) reading.result.uses.set(cell, 'finding');
      const figures = cells.filter((cell) => isFigureLike(cell) || parsePrinted(cell.text) !== undefined);
      const head = column.unknown ?? column.path.at(-1);
      const shown = figures.length > 0 ? figures : cells;
      const near = reading.lexicon.near(head?.text ?? '');
      report(reading, grid, {
        severity: figures.length > 0 ? 'doubt' : 'note',
        rule: 'head',
        cell: head?.address ?? rangeOf(shown),
        value: head?.text ?? '',
        message: `${head === undefined ? '这一栏没有栏目名' : reason}，${rangeOf(shown)} 的 ${shown.length} 格没有取`,
        hint:
          reason === UNKNOWN_HEAD && near.length > 0
            ? `栏目可能是“${near.join('”或“')}”，写法见 data/reference/heads.csv`
            : '',
      });
    }
  }
}

/** Tells what was left blank as a whole: it gives no figures, not even unknown ones. */
export function tellBlank(
  reading: Reading,
  grid: Grid,
  rows: readonly RowLabel[],
  columns: readonly ColumnMeaning[],
): void {
  const names = [...rows.map(({ title }) => title), ...columns.map(({ title }) => title)];
  if (names.length === 0) return;
  const places = [...rows.flatMap(({ cells }) => cells.slice(0, 1)), ...columns.flatMap(({ path }) => path.slice(-1))];
  report(reading, grid, {
    severity: 'note',
    rule: 'unplaced',
    cell: places.map(({ address }) => address).join('、'),
    value: '',
    message: `整行或整栏没有填，不取数：${names.join('、')}`,
  });
}

/** Tells that nothing of a table was filled in. */
export function tellBlankTable(reading: Reading, grid: Grid, { head, body }: FoundTable): void {
  const cells = [...head.words, ...body].flatMap((row) => grid.cellsOf(row));
  report(reading, grid, {
    severity: 'note',
    rule: 'unplaced',
    cell: rangeOf(cells),
    value: '',
    message: '整张表没有填',
  });
}

/** Tells what is doubtful in the titles, where neither rows nor columns say it themselves. */
export function tellTitles(reading: Reading, grid: Grid, { doubts }: TableFacts, segment: ReadSegment): void {
  const { schemes, listsRegions } = segment;
  for (const { about, cell, message } of doubts) {
    if (about === 'scheme' ? schemes.size > 0 : listsRegions) continue;
    const rule = about === 'scheme' ? 'head' : 'region';
    report(reading, grid, { severity: 'doubt', rule, cell: cell.address, value: cell.text, message });
  }
}

/** Tells which brackets in heads were passed over, such as 不含个人账户: they may change what a figure is. */
export function tellUnknownBrackets(reading: Reading, grid: Grid, columns: readonly ColumnMeaning[]): void {
  const heads = new Set(columns.filter(({ unknown }) => unknown === undefined).flatMap(({ path }) => path));
  for (const head of heads) {
    const unknown = reading.lexicon.unknownBrackets(head.text);
    if (unknown.length === 0) continue;
    const message = `括号里的“${unknown.join('”、“')}”没有用，请核对它是否改变口径`;
    report(reading, grid, { severity: 'note', rule: 'head', cell: head.address, value: head.text, message });
  }
}

/**
 * Whether the labels of a row name something; tells what is wrong when they do not and the row holds figures: an unknown
 * region is an error, a subtotal of unnamed regions a doubt.
 *
 * @param assumed name of the region that an unknown label stands for in all likelihood, to check its figures; else empty
 */
export function isKnownRow(
  reading: Reading,
  grid: Grid,
  label: RowLabel,
  figures: readonly Cell[],
  { listsRegions, listsItems }: ReadSegment,
  assumed = '',
): boolean {
  const { meaning, unknown, cells } = label;
  const rule = listsItems ? 'head' : 'region';
  const tell = (severity: 'error' | 'doubt', cell: string, value: string, message: string, hint = ''): false => {
    report(reading, grid, { severity, rule, cell, value, message, hint });
    for (const figure of figures) reading.result.uses.set(figure, 'finding');
    return false;
  };
  const range = rangeOf(figures);
  const first = cells[0];
  if (first === undefined) return tell('error', range, '', '这一行有数而没有行名，应写统筹区或险种');
  if (unknown !== undefined) {
    const strange = reading.lexicon.strangeUnit(unknown.text);
    if (strange !== '')
      return tell('error', unknown.address, unknown.text, `${strangeUnitReason(strange)}，${range} 没有取`);
    if (listsItems) {
      const items = reading.lexicon.near(unknown.text);
      const hint = items.length > 0 ? `项目可能是“${items.join('”或“')}”，写法见 data/reference/heads.csv` : '';
      return tell('doubt', unknown.address, unknown.text, `不认识的项目，${range} 没有取`, hint);
    }
    if (/小计$/u.test(unknown.text.trim())) {
      return tell('doubt', unknown.address, unknown.text, `不知道是哪些统筹区之和，${range} 没有取`);
    }
    const { reference, place } = reading.context;
    const names = (reference.regions[place] ?? []).flatMap(({ name, aliases }) => [name, ...aliases]);
    const message = '不认识的统筹区或险种';
    if (assumed !== '') {
      const hint = `可能是“${assumed}”；若是别名，${ADD_ALIAS}`;
      report(reading, grid, {
        severity: 'error',
        rule: 'region',
        cell: unknown.address,
        value: unknown.text,
        message: `${message}，其余核对暂按“${assumed}”`,
        hint,
      });
      return true;
    }
    const near = nearHint(unknown.text.replace(/\s+/gu, ''), names);
    const hint = `${near === '' ? '' : `${near}；`}若是别名，${ADD_ALIAS}`;
    return tell('error', unknown.address, unknown.text, `${message}，${range} 没有取`, hint);
  }
  if (meaning.isSubtotal && meaning.region === '' && listsRegions) {
    return tell('doubt', first.address, first.text, `不知道是哪些统筹区之和，${range} 没有取`);
  }
  return true;
}
