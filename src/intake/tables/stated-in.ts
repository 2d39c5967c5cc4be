import { groupBy } from '../../domain/group-by.js';
import { plainName } from '../../domain/region.js';
import type { Reference } from '../../facts/reference.js';
import type { IntakeFinding } from '../intake-finding.js';
import type { Cell, Workbook } from '../workbook/workbook.js';
import { type Grid, gridOf } from './grid.js';
import { checkListed, type NewPlace, readNewPlace } from './new-place.js';
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
  what: 'place' | 'placeName' | 'period';
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
  const grids = workbook.sheets.map(gridOf);
  const said = grids.flatMap((grid) => saidOn(grid, reference));
  const saidOf = (what: Said['what']): Said[] => said.filter((one) => one.what === what);
  const period = agreed('期间', withoutWholeYears(saidOf('period')));
  const place = agreed('地区', saidOf('place'));
  const code = place.value;
  const known = reference.places.find((one) => one.code === code);
  const named = known === undefined ? agreed('地区名称', saidOf('placeName')) : { value: known.name, findings: [] };
  const listed = known === undefined ? [] : grids.flatMap((grid) => checkListed(grid, reference.regions[code] ?? []));
  const asked = { code, name: named.value };
  const isNew = known === undefined && code !== '';
  const [brought] = isNew ? grids.flatMap((grid) => readNewPlace(grid, asked, reference.places) ?? []) : [];
  return {
    place: code,
    placeName: named.value,
    period: period.value,
    newPlace: brought?.newPlace,
    findings: [period, place, named, { findings: listed }, brought].flatMap((one) => one?.findings ?? []),
  };
}

/** What the labels of a sheet say, and its titles; its name where neither says the period. */
function saidOn(grid: Grid, reference: Reference): Said[] {
  const sheet = grid.sheet.name;
  const labelled = statementsOf(grid).flatMap(({ what, value }): Said[] => {
    if (value === undefined || what === 'previous') return [];
    const text = plainName(value.text);
    return [{ what, sheet, cell: value, value: what === 'period' ? wholePeriod(text) : text, weight: 2 }];
  });
  const titled = titlesOf(grid).flatMap((cell): Said[] => {
    const place = placeIn(cell.text, reference);
    const places: Said[] = place === undefined ? [] : [{ what: 'place', sheet, cell, value: place, weight: 1 }];
    return [...periodsSaid(sheet, cell, 1), ...places];
  });
  const [corner] = grid.sheet.cells;
  const said = [...labelled, ...titled];
  if (corner === undefined || said.some(({ what }) => what === 'period')) return said;
  return [...said, ...periodsSaid(sheet, { ...corner, text: sheet }, 0)];
}

function periodsSaid(sheet: string, cell: Cell, weight: Said['weight']): Said[] {
  return periodsIn(plainName(cell.text)).map(({ period }) => ({ what: 'period', sheet, cell, value: period, weight }));
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
  const yearsOfQuarters = new Set(said.flatMap(({ value }) => /^(.*?)Q/u.exec(value)?.[1] ?? []));
  return said.filter(({ value }) => !yearsOfQuarters.has(value));
}

/** What labels say, else most titles, else names of sheets; empty for two said equally often. The others are doubts. */
function agreed(what: string, said: readonly Said[]): Pick<Stated, 'findings'> & { value: string } {
  const heaviest = Math.max(...said.map(({ weight }) => weight));
  const heard = said.filter(({ weight }) => weight === heaviest);
  const [most, next] = [...groupBy(heard, ({ value }) => value)].sort(([, a], [, b]) => b.length - a.length);
  const value = most === undefined || most[1].length === next?.[1].length ? '' : most[0];
  const findings = said
    .filter((one) => one.value !== value)
    .map(({ sheet, cell, value: other }): IntakeFinding => {
      const message =
        value === '' ? `各处写的${what}不一致，这里写的是 ${other}` : `这里写的${what}是 ${other}，别处写的是 ${value}`;
      return { severity: 'doubt', rule: 'place', sheet, cell: cell.address, value: cell.text, message, hint: '' };
    });
  return { value, findings };
}
