import { plainName } from '../../domain/region.js';
import type { Reference } from '../../facts/reference.js';
import type { IntakeFinding } from '../intake-finding.js';
import type { Cell, Workbook } from '../workbook/workbook.js';
import { checkListed } from './check-listed.js';
import { type Grid, gridOf } from './grid.js';
import { type NewPlace, readNewPlace } from './new-place.js';
import { periodsIn, wholePeriod } from './period-text.js';
import { statementsOf } from './statement-cells.js';

/** What a workbook says of itself; empty where it says nothing. */
export interface Stated {
  /** Code of the place. */
  place: string;
  placeName: string;
  period: string;
  /** Present when the workbook brings a place that the reference lacks. */
  newPlace?: NewPlace;
  findings: IntakeFinding[];
}

/** One place in the workbook that says something, with its weight: a label of the form before a title, the name of a sheet last. */
interface Said {
  sheet: string;
  cell: Cell;
  value: string;
  weight: 0 | 1 | 2;
}

const LONGEST_TITLE = 60;
const TITLE_CELLS = 4;
const IS_TITLE = /[表况](?:$|[(（\s])|统筹区名称|统筹地区|填报单位|编制单位|报表期间|报告期|所属期/u;
const PLACE_SAID = /(?:统筹区名称|统筹地区|地区名称|填报单位|编制单位)[:：]?\s*(\p{Script=Han}+)/u;

/**
 * Which place and period a workbook states: in the form's label cells, else in the titles of its tables
 * (`统筹区名称：株洲市 2021年1季度`); the date of printing is no period. Where titles differ the one that most say is taken, and a
 * doubt names the others.
 */
export function statedIn(workbook: Workbook, reference: Reference): Stated {
  const findings: IntakeFinding[] = [];
  const periods: Said[] = [];
  const places: Said[] = [];
  const names: Said[] = [];
  const grids = workbook.sheets.map(gridOf);
  for (const grid of grids) {
    const sheet = grid.sheet.name;
    for (const { what, value } of statementsOf(grid)) {
      if (value === undefined || what === 'previous') continue;
      const text = plainName(value.text);
      const said: Said = { sheet, cell: value, value: what === 'period' ? wholePeriod(text) : text, weight: 2 };
      (what === 'period' ? periods : what === 'place' ? places : names).push(said);
    }
    for (const cell of titlesOf(grid)) {
      const text = plainName(cell.text);
      for (const { period } of periodsIn(text)) periods.push({ sheet, cell, value: period, weight: 1 });
      const named = placeIn(cell.text, reference);
      if (named !== undefined) places.push({ sheet, cell, value: named, weight: 1 });
    }
    const [corner] = grid.sheet.cells;
    if (corner === undefined || periods.some((said) => said.sheet === sheet)) continue;
    for (const { period } of periodsIn(plainName(sheet))) {
      periods.push({ sheet, cell: { ...corner, text: sheet }, value: period, weight: 0 });
    }
  }
  const period = agreed('期间', withoutWholeYears(periods), findings);
  const code = agreed('地区', places, findings);
  const known = reference.places.find((place) => place.code === code);
  const placeName = known?.name ?? agreed('地区名称', names, findings);
  const base = { place: code, placeName, period };
  if (known !== undefined) findings.push(...grids.flatMap((grid) => checkListed(grid, reference.regions[code] ?? [])));
  const brought = known === undefined && code !== '' ? firstNewPlace(grids, code, placeName, reference) : undefined;
  if (brought === undefined) return { ...base, findings };
  return { ...base, newPlace: brought.newPlace, findings: [...findings, ...brought.findings] };
}

function firstNewPlace(
  grids: readonly Grid[],
  code: string,
  name: string,
  { places }: Reference,
): ReturnType<typeof readNewPlace> {
  for (const grid of grids) {
    const found = readNewPlace(grid, code, name, places);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Cells that may be a table's title: in rows of few cells, no sentence. */
function titlesOf(grid: Grid): Cell[] {
  return grid.rows.flatMap((row) => {
    const cells = grid.cellsOf(row);
    if (cells.length > TITLE_CELLS) return [];
    return cells.filter(({ kind, text }) => {
      if (kind !== 'text' || text.length > LONGEST_TITLE || /[。；]/u.test(text)) return false;
      return IS_TITLE.test(text) || /季度|Q/u.test(wholePeriod(plainName(text)) === '' ? '' : text);
    });
  });
}

/** Code of the place that a title names. */
function placeIn(title: string, { places }: Reference): string | undefined {
  const said = PLACE_SAID.exec(title)?.[1];
  const named = places.find(({ name }) => said === name) ?? places.find(({ name }) => plainName(title).includes(name));
  return named?.code;
}

/** `2023年` in one title does not contradict the first quarter of that year in another. */
function withoutWholeYears(said: readonly Said[]): Said[] {
  const quarters = new Set(
    said.filter(({ value }) => value.includes('Q')).map(({ value }) => value.slice(0, value.indexOf('Q'))),
  );
  return said.filter(({ value }) => !quarters.has(value));
}

/** What labels say, else what most titles say, else the names of sheets; empty when two are said equally often. The others are doubts. */
function agreed(what: string, said: readonly Said[], findings: IntakeFinding[]): string {
  const heaviest = Math.max(...said.map(({ weight }) => weight));
  const counts = new Map<string, number>();
  for (const { value } of said.filter(({ weight }) => weight === heaviest))
    counts.set(value, (counts.get(value) ?? 0) + 1);
  const ordered = [...counts].sort((a, b) => b[1] - a[1]);
  const isTied = ordered.length > 1 && ordered[0]?.[1] === ordered[1]?.[1];
  const value = isTied ? '' : (ordered[0]?.[0] ?? '');
  const others = said.filter((one) => one.value !== value);
  for (const { sheet, cell, value: other } of others) {
    findings.push({
      severity: 'doubt',
      rule: 'place',
      sheet,
      cell: cell.address,
      value: cell.text,
      message:
        value === '' ? `各处写的${what}不一致，这里写的是 ${other}` : `这里写的${what}是 ${other}，别处写的是 ${value}`,
      hint: '',
    });
  }
  return value;
}
