import { plainName, type Region } from '../../domain/region.js';
import { REGION_KIND_NAMES, regionKindNamed } from '../../domain/region-kind.js';
import type { Cell } from '../workbook/workbook.js';
import { blankCell, type FoundIn } from './cell-finding.js';
import type { Grid } from './grid.js';
import type { REGION_HEADS, RegionList } from './statement-cells.js';

/** A region as the form's list gives it. */
export interface NewRegion extends Region {
  /** Six digits of the standard, or empty. */
  divisionCode?: string;
}

/** What is wrong in a cell that describes a new place, in Chinese, and what to do. */
export interface PlaceProblem {
  at: FoundIn;
  message: string;
  hint?: string;
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

type RegionCells = Partial<Record<keyof typeof REGION_HEADS, Cell>>;

/** A code, name or alias that another row gives too. */
interface Repeated {
  text: string;
  cell: Cell;
  first: Cell;
}

/** Reads the rows of a list of regions; a row without code and name is none. */
export function readNewRegions(grid: Grid, list: RegionList): NewRegions {
  const result: NewRegions = { regions: [], wholes: [], problems: [] };
  const firstOf = new Map<string, Cell>();
  for (const row of list.rows) {
    const cells: RegionCells = {};
    for (const [key, column] of list.columns) cells[key] = grid.own(row, column);
    const { code, name, isWhole } = cells;
    if (code === undefined && name === undefined) continue;
    const repeated: Repeated[] = [];
    for (const [text, cell] of calledIn(cells)) {
      const first = firstOf.get(plainName(text)) ?? cell;
      firstOf.set(plainName(text), first);
      // A row may say the same twice: a code that is a name, an alias that is the name.
      if (first.row !== row) repeated.push({ text, cell, first });
    }
    // A code that names another region too would put its figures there.
    const isOwn = !repeated.some(({ cell }) => cell === code);
    const region = regionOf(cells, isOwn && code !== undefined ? code.text : `row-${row}`);
    result.regions.push(region);
    if (YES.includes((isWhole?.text ?? '').toLowerCase())) result.wholes.push({ region, cell: isWhole?.address ?? '' });
    const blank = (key: 'code' | 'name'): FoundIn => blankCell(row, list.columns.get(key) ?? 1);
    result.problems.push(...problemsIn(cells, repeated, blank));
  }
  return result;
}

function aliasesIn({ aliases }: RegionCells): string[] {
  const texts = (aliases?.text ?? '').split(/[;；、,，]/u).map((alias) => alias.trim());
  return texts.filter((alias) => alias !== '');
}

/** What a row calls its region: code, name and aliases, each with its cell. */
function calledIn(cells: RegionCells): [string, Cell][] {
  const { code, name, aliases } = cells;
  const named = [code, name].map((cell) => [cell?.text, cell] as const);
  const called = [...named, ...aliasesIn(cells).map((alias) => [alias, aliases] as const)];
  return called.flatMap(([text, cell]): [string, Cell][] => (text && cell ? [[text, cell]] : []));
}

function regionOf(cells: RegionCells, code: string): NewRegion {
  const { name, kind, divisionCode } = cells;
  return {
    code,
    name: name?.text ?? '',
    aliases: aliasesIn(cells),
    kind: regionKindNamed(kind?.text ?? '') ?? '',
    members: [],
    note: '',
    divisionCode: DIVISION_CODE.test(divisionCode?.text ?? '') ? divisionCode?.text : '',
  };
}

function problemsIn(
  { code, name, kind, divisionCode }: RegionCells,
  repeated: readonly Repeated[],
  blank: (key: 'code' | 'name') => FoundIn,
): PlaceProblem[] {
  const problems: PlaceProblem[] = [];
  const tell = (at: FoundIn, message: string, hint?: string): unknown => problems.push({ at, message, hint });
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
