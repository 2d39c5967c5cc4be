import { placeCodeProblem } from '../../domain/place-code.js';
import { plainName, type Region } from '../../domain/region.js';
import type { Place, Reference } from '../../facts/reference.js';
import type { IntakeFinding } from '../intake-finding.js';
import { shortText } from '../short-text.js';
import { cellAddress } from '../workbook/cell-address.js';
import type { FoundIn } from './cell-finding.js';
import type { Grid } from './grid.js';
import { LONGEST_NAME, type NewRegion, type NewRegions, type PlaceProblem, readNewRegions } from './new-regions.js';
import { type RegionList, regionListOf, type Statement, statementsOf } from './statement-cells.js';

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

/**
 * Reads the list of regions of a place that the reference lacks, with its code and name as stated. Findings name at its
 * cell every code that is missing, written twice or malformed, every name left blank or used twice, an unknown kind,
 * and a list without exactly one whole place. What is wrong is read all the same, under a code of its own, so that one
 * mistake is not told again in every table.
 */
export function readNewPlace(
  grid: Grid,
  stated: Pick<Place, 'code' | 'name'>,
  places: readonly Place[],
): { newPlace: NewPlace; findings: IntakeFinding[] } | undefined {
  const list = regionListOf(grid);
  if (list === undefined) return undefined;
  const { code, name } = stated;
  const { regions, wholes, problems } = readNewRegions(grid, list);
  const wholeRegion = (wholes[0]?.region ?? regions[0])?.code ?? '';
  const place = { code, name: shortText(name || code), wholeRegion, isDefault: false };
  const wrong: PlaceProblem[] = [
    { at: statedAt(grid, 'place', code), message: placeCodeProblem(code) },
    { at: statedAt(grid, 'placeName', name), message: placeNameProblem(name, places) },
    ...problems,
    wholesProblem(list, wholes),
  ].filter(({ message }) => message !== '');
  const findings = wrong.map(({ at, message, hint = '' }): IntakeFinding => {
    const { address: cell, text: value } = at;
    return { severity: 'error', rule: 'place', sheet: grid.sheet.name, cell, value, message, hint };
  });
  return { newPlace: { place, regions }, findings };
}

function placeNameProblem(name: string, places: readonly Place[]): string {
  if (name === '') return '地区名称空白';
  if (name.length > LONGEST_NAME) return `名称长于 ${LONGEST_NAME} 个字`;
  const known = places.find((place) => place.name === name);
  return known === undefined ? '' : `已有这个地区，代码是 ${known.code}`;
}

/** Its message is empty when exactly one region is the whole place. */
function wholesProblem({ columns, head }: RegionList, wholes: NewRegions['wholes']): PlaceProblem {
  const where = wholes.length === 0 ? '' : `（${wholes.map(({ cell }) => cell).join('、')}）`;
  const rule = `应有一个、且只有一个统筹区的“是否全市”写“是”，现有 ${wholes.length} 个${where}`;
  const address = wholes[1]?.cell ?? cellAddress(head, columns.get('isWhole') ?? columns.get('name') ?? 1);
  return { at: { address, text: '' }, message: wholes.length === 1 ? '' : rule };
}

/** The cell in which the sheet states something, or would. */
function statedAt(grid: Grid, what: Statement['what'], text: string): FoundIn {
  const found = statementsOf(grid).find((statement) => statement.what === what);
  if (found === undefined) return { address: '', text };
  return { address: found.value?.address ?? cellAddress(found.label.row, found.label.column + 1), text };
}

/**
 * Doubts about the list of regions in the first form of a place whose `regions` are stored by now: the list counts only
 * once, so that a region added there or called otherwise would be passed over in silence.
 */
export function checkListed(grid: Grid, regions: readonly Region[]): IntakeFinding[] {
  const list = regionListOf(grid);
  if (list === undefined) return [];
  return list.rows.flatMap((row): IntakeFinding[] => {
    const code = grid.own(row, list.columns.get('code') ?? 0);
    const name = grid.own(row, list.columns.get('name') ?? 0);
    if (code === undefined || name === undefined) return [];
    const stored = regions.find((region) => region.code === code.text);
    if (stored !== undefined && plainName(stored.name) === plainName(name.text)) return [];
    const is =
      stored === undefined ? `已存的统筹区里没有代码 ${code.text}` : `代码 ${code.text} 已存的名称是“${stored.name}”`;
    const message = `地区已经存过，这张表不再取；${is}`;
    const hint = '要加要改，请改 data/reference/regions.csv';
    const [sheet, cell] = [grid.sheet.name, name.address];
    return [{ severity: 'doubt', rule: 'region', sheet, cell, value: name.text, message, hint }];
  });
}
