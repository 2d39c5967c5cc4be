import { plainName, type Region } from '../domain/region.js';
import type { Place, Reference } from '../facts/reference.js';
import type { Grid } from './grid.js';
import type { IntakeFinding } from './intake-finding.js';
import { type REGION_HEADS, regionListOf } from './statement-cells.js';
import type { Cell } from './workbook.js';

/** A region as the form's list gives it. */
export interface NewRegion extends Region {
  /** Six digits of the standard, or empty. */
  divisionCode?: string;
}

/** A place that the reference lacks, with its regions, as the workbook brings it. */
export interface NewPlace {
  place: Place;
  regions: NewRegion[];
}

/** The reference with a new place added; the reference given is unchanged. */
export function withNewPlace(reference: Reference, { place, regions }: NewPlace): Reference {
  return {
    ...reference,
    places: [...reference.places, place],
    regions: Object.assign(Object.create(null), reference.regions, { [place.code]: regions }) as Reference['regions'],
  };
}

const PLACE_CODE = /^[a-z][a-z0-9-]*$/;
const REGION_CODE = /^[0-9a-z][0-9a-z-]*$/i;
const DIVISION_CODE = /^\d{6}$/;
const YES = ['是', 'yes', 'y', '√', '1'];

/**
 * Reads the list of regions of a place that the reference lacks. Findings name every code that is missing, written twice
 * or malformed, every name left blank, and a list without exactly one whole place.
 */
export function readNewPlace(
  grid: Grid,
  code: string,
  name: string,
): { newPlace: NewPlace; findings: IntakeFinding[] } | undefined {
  const list = regionListOf(grid);
  if (list === undefined) return undefined;
  const findings: IntakeFinding[] = [];
  const tell = (cell: Cell | undefined, address: string, message: string, hint = ''): void => {
    const place = { sheet: grid.sheet.name, cell: cell?.address ?? address };
    findings.push({ severity: 'error', rule: 'place', ...place, value: cell?.text ?? '', message, hint });
  };
  if (!PLACE_CODE.test(code)) tell(undefined, '', `地区代码“${code}”应为小写字母和数字，如拼音`);
  if (name === '') tell(undefined, '', '地区名称空白');

  const regions: NewRegion[] = [];
  const wholes: string[] = [];
  const firstOf = new Map<string, Cell>();
  for (const row of list.rows) {
    const cellOf = (key: keyof typeof REGION_HEADS): Cell | undefined => grid.own(row, list.columns.get(key) ?? 0);
    const [codeCell, nameCell, divisionCell] = [cellOf('code'), cellOf('name'), cellOf('divisionCode')];
    if (codeCell === undefined && nameCell === undefined) continue;
    const address = `${row}:${row}`;
    if (codeCell === undefined) tell(nameCell, address, '这个统筹区没有代码');
    else if (!REGION_CODE.test(codeCell.text)) tell(codeCell, address, '统筹区代码应为字母、数字和 -');
    if (nameCell === undefined) tell(codeCell, address, '这个统筹区没有名称');
    if (divisionCell !== undefined && !DIVISION_CODE.test(divisionCell.text)) {
      tell(divisionCell, address, '行政区划代码应为六位数字，没有的留空');
    }
    const aliases = (cellOf('aliases')?.text ?? '').split(/[;；、,，]/u).map((alias) => alias.trim());
    const region = {
      code: codeCell?.text ?? '',
      name: nameCell?.text ?? '',
      aliases: aliases.filter((alias) => alias !== ''),
      kind: cellOf('kind')?.text ?? '',
      members: [],
      note: '',
      divisionCode: divisionCell?.text ?? '',
    };
    for (const cell of [codeCell, nameCell]) {
      const first = cell === undefined ? undefined : firstOf.get(plainName(cell.text));
      if (cell !== undefined && first !== undefined) tell(cell, address, `与 ${first.address} 重复`);
      if (cell !== undefined) firstOf.set(plainName(cell.text), first ?? cell);
    }
    if (YES.includes((cellOf('isWhole')?.text ?? '').toLowerCase())) wholes.push(region.code);
    regions.push(region);
  }
  if (wholes.length !== 1) {
    tell(undefined, '', `应有一个、且只有一个统筹区的“是否全市”写“是”，现有 ${wholes.length} 个`);
  }
  const place = { code, name, wholeRegion: wholes[0] ?? '', isDefault: false };
  return { newPlace: { place, regions }, findings };
}
