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

/** Takes an error about a cell: address, value, Chinese rule, what to do. */
export type TellCell = (cell: string, value: string, message: string, hint?: string) => void;

/** The regions of a list, and those said to be the whole place with the cell that says so. */
export interface NewRegions {
  regions: NewRegion[];
  wholes: { region: NewRegion; cell: string }[];
}

/** Longest name of a place or region, in characters. The longest of a county is 12. */
export const LONGEST_NAME = 60;

const REGION_CODE = /^[0-9a-z][0-9a-z-]{0,39}$/i;
const DIVISION_CODE = /^\d{6}$/;
const YES = ['是', 'yes', 'y', '√', '1'];

/** Reads the rows of a list of regions; a row without code and name is none. */
export function readNewRegions(grid: Grid, list: RegionList, tell: TellCell): NewRegions {
  const result: NewRegions = { regions: [], wholes: [] };
  /** Where each code, name and alias stands first. */
  const firstOf = new Map<string, Cell>();
  for (const row of list.rows) {
    const cellOf = (key: keyof typeof REGION_HEADS): Cell | undefined => grid.own(row, list.columns.get(key) ?? 0);
    const [code, name] = [cellOf('code'), cellOf('name')];
    if (code === undefined && name === undefined) continue;
    const blank = (key: 'code' | 'name'): string => cellAddress(row, list.columns.get(key) ?? 1);
    if (code === undefined) tell(blank('code'), '', `统筹区“${name?.text}”没有代码`);
    else if (!REGION_CODE.test(code.text))
      tell(code.address, code.text, '统筹区代码应为字母、数字和 -（不超过 40 个）');
    if (name === undefined) tell(blank('name'), '', `统筹区 ${code?.text} 没有名称`);
    else if (name.text.length > LONGEST_NAME) tell(name.address, name.text, `名称长于 ${LONGEST_NAME} 个字`);
    const aliases = (cellOf('aliases')?.text ?? '').split(/[;；、,，]/u).map((alias) => alias.trim());
    const texts: [string, Cell | undefined][] = [
      [code?.text ?? '', code],
      [name?.text ?? '', name],
      ...aliases.map((alias): [string, Cell | undefined] => [alias, cellOf('aliases')]),
    ];
    const repeated = texts.filter(([text, cell]) => cell !== undefined && text !== '' && isRepeated(text, cell));
    const region: NewRegion = {
      // A code that names another region too would put its figures there.
      code: code === undefined || repeated.some(([, cell]) => cell === code) ? `row-${row}` : code.text,
      name: name?.text ?? '',
      aliases: aliases.filter((alias) => alias !== ''),
      kind: kindOf(cellOf('kind')),
      members: [],
      note: '',
      divisionCode: divisionCodeOf(cellOf('divisionCode')),
    };
    result.regions.push(region);
    const whole = cellOf('isWhole');
    if (YES.includes((whole?.text ?? '').toLowerCase())) result.wholes.push({ region, cell: whole?.address ?? '' });
  }
  return result;

  function isRepeated(text: string, cell: Cell): boolean {
    const first = firstOf.get(plainName(text));
    if (first === undefined) firstOf.set(plainName(text), cell);
    // A row may say the same twice: a code that is a name, an alias that is the name.
    if (first === undefined || first.row === cell.row) return false;
    tell(cell.address, text, `与 ${first.address} 重复`, '代码、名称、别名都只能指一个统筹区');
    return true;
  }

  function kindOf(cell: Cell | undefined): string {
    const kind = regionKindNamed(cell?.text ?? '');
    if (kind === undefined && cell !== undefined) {
      tell(cell.address, cell.text, `不认识的类型，可用：${Object.values(REGION_KIND_NAMES).join('、')}，不清楚的留空`);
    }
    return kind ?? '';
  }

  function divisionCodeOf(cell: Cell | undefined): string {
    if (cell === undefined || DIVISION_CODE.test(cell.text)) return cell?.text ?? '';
    tell(cell.address, cell.text, '行政区划代码应为六位数字，没有的留空');
    return '';
  }
}
