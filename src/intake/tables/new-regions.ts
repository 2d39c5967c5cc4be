import { plainName, type Region } from '../../domain/region.js';
import { REGION_KIND_NAMES, regionKindNamed } from '../../domain/region-kind.js';
import { cellAddress } from '../workbook/cell-address.js';
import type { Cell } from '../workbook/workbook.js';
import type { Grid } from './grid.js';
import type { REGION_HEADS, RegionList } from './statement-cells.js';

/** A region as the form's list gives it. */
export interface NewRegion extends Region {
  /** Six digits of the standard, or empty. */
  divisionCode?: string;
}

/** What is wrong in a cell that describes a new place, in Chinese, and what to do. */
export interface PlaceProblem {
  cell: string;
  value: string;
  message: string;
  hint: string;
}

/** The regions of a list, those said to be the whole place with the cell that says so, and what is wrong, row by row. */
export interface NewRegions {
  regions: NewRegion[];
  wholes: { region: NewRegion; cell: string }[];
  problems: PlaceProblem[];
}

/** Longest name of a place or region, in characters. The longest of a county is 12. */
export const LONGEST_NAME = 60;

const REGION_CODE = /^[0-9a-z][0-9a-z-]{0,39}$/i;
const DIVISION_CODE = /^\d{6}$/;
const YES = ['是', 'yes', 'y', '√', '1'];

/** A row of the list. */
interface ListedRow {
  row: number;
  cells: Partial<Record<keyof typeof REGION_HEADS, Cell>>;
  aliases: string[];
  /** Code, name and aliases, each with the cell that gives it. */
  called: { text: string; cell: Cell }[];
}

/** Reads the rows of a list of regions; a row without code and name is none. */
export function readNewRegions(grid: Grid, list: RegionList): NewRegions {
  const rows = list.rows
    .map((row) => listedRow(grid, list, row))
    .filter(({ cells }) => cells.code !== undefined || cells.name !== undefined);
  /** Where each code, name and alias stands first. */
  const firstOf = new Map<string, Cell>();
  for (const { text, cell } of rows.flatMap(({ called }) => called)) {
    if (!firstOf.has(plainName(text))) firstOf.set(plainName(text), cell);
  }
  const result: NewRegions = { regions: [], wholes: [], problems: [] };
  for (const row of rows) {
    const { isWhole } = row.cells;
    const repeated = repeatedIn(row, firstOf);
    const region = regionOf(row, repeated);
    result.regions.push(region);
    if (YES.includes((isWhole?.text ?? '').toLowerCase())) result.wholes.push({ region, cell: isWhole?.address ?? '' });
    result.problems.push(...problemsIn(row, list, repeated));
  }
  return result;
}

function listedRow(grid: Grid, { columns }: RegionList, row: number): ListedRow {
  const cells: ListedRow['cells'] = {};
  for (const [key, column] of columns) cells[key] = grid.own(row, column);
  const aliases = (cells.aliases?.text ?? '')
    .split(/[;；、,，]/u)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '');
  const called = [cells.code, cells.name].flatMap((cell) => (cell === undefined ? [] : [{ text: cell.text, cell }]));
  const also = aliases.flatMap((text) => (cells.aliases === undefined ? [] : [{ text, cell: cells.aliases }]));
  return { row, cells, aliases, called: [...called, ...also].filter(({ text }) => text !== '') };
}

interface Repeated {
  text: string;
  cell: Cell;
  first: Cell;
}

/** What a row repeats of another; it may say the same twice itself: a code that is a name, an alias that is the name. */
function repeatedIn({ row, called }: ListedRow, firstOf: ReadonlyMap<string, Cell>): Repeated[] {
  return called.flatMap(({ text, cell }) => {
    const first = firstOf.get(plainName(text));
    return first === undefined || first.row === row ? [] : [{ text, cell, first }];
  });
}

function regionOf({ row, cells, aliases }: ListedRow, repeated: readonly Repeated[]): NewRegion {
  const { code, name, kind, divisionCode } = cells;
  return {
    // A code that names another region too would put its figures there.
    code: code === undefined || repeated.some(({ cell }) => cell === code) ? `row-${row}` : code.text,
    name: name?.text ?? '',
    aliases,
    kind: regionKindNamed(kind?.text ?? '') ?? '',
    members: [],
    note: '',
    divisionCode: DIVISION_CODE.test(divisionCode?.text ?? '') ? divisionCode?.text : '',
  };
}

function problemsIn({ row, cells }: ListedRow, { columns }: RegionList, repeated: readonly Repeated[]): PlaceProblem[] {
  const problems: PlaceProblem[] = [];
  const tell = (at: { address: string; text: string }, message: string, hint = ''): void => {
    problems.push({ cell: at.address, value: at.text, message, hint });
  };
  const blank = (key: 'code' | 'name') => ({ address: cellAddress(row, columns.get(key) ?? 1), text: '' });
  const { code, name, kind, divisionCode } = cells;
  if (code === undefined) tell(blank('code'), `统筹区“${name?.text}”没有代码`);
  else if (!REGION_CODE.test(code.text)) tell(code, '统筹区代码应为字母、数字和 -（不超过 40 个）');
  if (name === undefined) tell(blank('name'), `统筹区 ${code?.text} 没有名称`);
  else if (name.text.length > LONGEST_NAME) tell(name, `名称长于 ${LONGEST_NAME} 个字`);
  for (const { text, cell, first } of repeated) {
    tell({ address: cell.address, text }, `与 ${first.address} 重复`, '代码、名称、别名都只能指一个统筹区');
  }
  if (kind !== undefined && regionKindNamed(kind.text) === undefined) {
    tell(kind, `不认识的类型，可用：${Object.values(REGION_KIND_NAMES).join('、')}，不清楚的留空`);
  }
  if (divisionCode !== undefined && !DIVISION_CODE.test(divisionCode.text)) {
    tell(divisionCode, '行政区划代码应为六位数字，没有的留空');
  }
  return problems;
}
