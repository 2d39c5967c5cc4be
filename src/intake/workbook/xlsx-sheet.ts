import { InputError } from '../../domain/input-error.js';
import { shortText } from '../short-text.js';
import { type CellPlace, cellAddress, LAST_COLUMN, LAST_ROW, parseBlock, parseCellAddress } from './cell-address.js';
import { numberText, type Said, trimmedText } from './cell-text.js';
import { damagedFile } from './damaged-file.js';
import { movedFormula } from './formula.js';
import { MOST_MERGES } from './reading-limits.js';
import type { Cell, Merge } from './workbook.js';
import { readRichText, unescapeControls } from './xlsx-strings.js';
import type { XmlScanner } from './xml-scanner.js';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  /** Name of the sheet, for messages. */
  name: string;
  strings: readonly string[];
  formats: readonly string[];
  date1904: boolean;
  /** Is told of every filled cell; throws when there are too many. */
  count: (cell: Cell) => void;
}

interface RawCell {
  type: string;
  style: number;
  /** As the file has it; undefined without a `v`. */
  value?: string;
  /** Text written into the cell itself; undefined without an `is`. */
  inline?: string;
  formula: string;
}

/** The cells that own a formula which others share, by its number. */
type SharedFormulas = Map<string, { formula: string; at: CellPlace }>;

/**
 * Filled cells and merged blocks of a sheet, from its cells alone: the range a sheet declares is not looked at, so that
 * it costs nothing whatever it says. Throws InputError for a cell outside of the grid or given twice.
 */
export function readSheetXml(scanner: XmlScanner, context: SheetContext): { cells: Cell[]; merges: Merge[] } {
  const cells: Cell[] = [];
  const merges: Merge[] = [];
  const shared: SharedFormulas = new Map();
  let inData = false;
  let row = 0;
  let column = 0;
  while (scanner.next()) {
    if (scanner.name === 'sheetData') inData = !scanner.closing && !scanner.empty;
    if (scanner.closing) continue;
    if (inData && scanner.name === 'row') {
      row = Number(scanner.attribute('r') ?? row + 1);
      column = 0;
    } else if (inData && scanner.name === 'c') {
      const stated = scanner.attribute('r');
      const place = stated === undefined ? { row, column: column + 1 } : parseCellAddress(stated);
      if (place === undefined || !isInGrid(place))
        throw damagedFile(`工作表“${context.name}”中单元格的位置“${shortText(stated ?? String(row))}”不存在`);
      column = place.column;
      row = place.row;
      // Sheets may have millions of cells that are only formatted.
      if (scanner.empty) continue;
      const cell = filledCell(readCell(scanner, place, shared), place, context);
      if (cell === undefined) continue;
      context.count(cell);
      cells.push(cell);
    } else if (!inData && scanner.name === 'mergeCell') {
      const block = parseBlock(scanner.attribute('ref') ?? '');
      if (block !== undefined) merges.push(block);
      if (merges.length > MOST_MERGES) {
        throw new InputError(`工作表“${context.name}”的合并单元格多于 ${MOST_MERGES} 处，没有读取`);
      }
    }
  }
  return { cells: inOrder(cells, context.name), merges };
}

/** Leaves the scanner on the end of the cell. */
function readCell(scanner: XmlScanner, at: CellPlace, shared: SharedFormulas): RawCell {
  const cell: RawCell = {
    type: scanner.attribute('t') ?? 'n',
    style: Number(scanner.attribute('s') ?? 0),
    formula: '',
  };
  let group: string | undefined;
  while (scanner.next() && !(scanner.closing && scanner.name === 'c')) {
    if (scanner.name === 'is' && !scanner.closing) cell.inline = readRichText(scanner);
    else if (scanner.name === 'v' && (scanner.closing || scanner.empty)) cell.value = scanner.empty ? '' : scanner.text;
    else if (scanner.name === 'f') {
      if (!scanner.closing) group = scanner.attribute('t') === 'shared' ? scanner.attribute('si') : undefined;
      if (scanner.closing) cell.formula = unescapeControls(scanner.text);
      if (group === undefined || !(scanner.closing || scanner.empty)) continue;
      if (cell.formula !== '') shared.set(group, { formula: cell.formula, at });
      const first = shared.get(group);
      if (first !== undefined) cell.formula = movedFormula(first.formula, first.at, at);
    }
  }
  return cell;
}

/** Undefined for a cell that is only formatted, and for one of nothing but spaces. */
function filledCell(raw: RawCell, { row, column }: CellPlace, context: SheetContext): Cell | undefined {
  const { formula } = raw;
  const said = cellSays(raw, context);
  if (said.text === '' && said.kind === 'text' && formula === '') return undefined;
  return { row, column, address: cellAddress(row, column), ...said, formula };
}

function cellSays(raw: RawCell, { name, strings, formats, date1904 }: SheetContext): Said {
  const { type, value, inline, formula } = raw;
  if (type === 'inlineStr' || inline !== undefined) return { kind: 'text', text: trimmedText(inline ?? value ?? '') };
  if (value === undefined || (value === '' && type !== 'str')) {
    return formula === '' ? { kind: 'text', text: '' } : { kind: 'noValue', text: '' };
  }
  if (type === 'str') return { kind: 'text', text: trimmedText(unescapeControls(value)) };
  if (type === 's') {
    const text = strings[Number(value)];
    if (text === undefined) throw damagedFile(`工作表“${name}”中文字第 ${shortText(value)} 条不存在`);
    return { kind: 'text', text: trimmedText(text) };
  }
  const plain = value.trim();
  if (type === 'b') return { kind: 'boolean', text: plain === '1' || plain === 'true' ? 'TRUE' : 'FALSE' };
  if (type === 'e') return { kind: 'error', text: trimmedText(value) };
  if (type === 'd') return { kind: 'date', text: plain.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ') };
  const number = plain === '' ? Number.NaN : Number(value);
  // No spreadsheet writes this: it is shown as it stands, so that the reader of figures can name it.
  if (!Number.isFinite(number)) return { kind: 'text', text: trimmedText(value) };
  return numberText({ value: number, written: value.trim(), format: formats[raw.style] ?? 'General', date1904 });
}

function isInGrid({ row, column }: CellPlace): boolean {
  return Number.isInteger(row) && row >= 1 && row <= LAST_ROW && column >= 1 && column <= LAST_COLUMN;
}

function inOrder(cells: Cell[], sheet: string): Cell[] {
  const follows = (one: Cell, other: Cell): number => one.row - other.row || one.column - other.column;
  if (cells.some((cell, index) => index > 0 && follows(cells[index - 1] as Cell, cell) >= 0)) cells.sort(follows);
  cells.forEach((cell, index) => {
    if (cell.address === cells[index - 1]?.address)
      throw damagedFile(`工作表“${sheet}”中单元格 ${cell.address} 出现两次`);
  });
  return cells;
}
