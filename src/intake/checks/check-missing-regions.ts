import { groupBy } from '../../domain/group-by.js';
import { nameOfIndicator } from '../../domain/indicator.js';
import type { IntakeFigure } from '../intake-figure.js';
import type { IntakeFinding } from '../intake-finding.js';
import type { FigureIndex } from './figure-index.js';
import { blockOf, ownerName } from './figure-words.js';
import { comparable } from './last-report.js';

/**
 * Regions that the previous report had figures of and this workbook has not, although it has those of other regions:
 * one doubt a region and scheme, at the columns where they are missing. A blank row counts as missing. A region that stands for
 * others (城区) and its members stand for each other.
 */
export function checkMissingRegions(index: FigureIndex): IntakeFinding[] {
  const { wholeRegion, period, reference } = index.context;
  const column = ({ scheme, indicator, basis }: Pick<IntakeFigure, 'scheme' | 'indicator' | 'basis'>): string =>
    [scheme, indicator, basis].join('|');
  const rows = index.own.filter(
    (figure) => figure.period === period && figure.category === '' && figure.region !== wholeRegion,
  );
  const columns = groupBy(rows, column);
  const filled = new Map(
    [...columns].map(([key, figures]) => [key, new Set(figures.flatMap((f) => (f.quantity === null ? [] : f.region)))]),
  );
  const missing = comparable(index.context).filter((earlier) => {
    if (earlier.region === wholeRegion || earlier.category !== '' || earlier.state !== 'value') return false;
    const regions = filled.get(column(earlier));
    return regions !== undefined && regions.size > 0 && !isPresent(earlier.region, regions, index);
  });
  const byOwner = groupBy(missing, ({ region, scheme }) => `${region}|${scheme}`);
  return [...byOwner.values()].flatMap((figures): IntakeFinding[] => {
    const [first] = figures;
    if (first === undefined) return [];
    const owner = ownerName({ ...first, regionName: index.regionName(first.region) });
    const names = new Set(figures.map(({ indicator }) => nameOfIndicator(reference.indicators, indicator)));
    const places = figures.flatMap((earlier) => columns.get(column(earlier)) ?? []);
    const sheet = places[0]?.sheet ?? '';
    const onSheet = places.filter((place) => place.sheet === sheet);
    const blanks = onSheet.filter(({ region }) => region === first.region);
    const cells = (blanks.length > 0 ? blanks : onSheet).map(({ cell }) => cell);
    const cell = cells.length === 0 ? '' : blockOf(cells);
    const found = blanks.length > 0 ? '空白' : '没有这一行或没有填';
    const message = `${owner}上期（${first.period}）报了${[...names].join('、')}，本期其他统筹区有、这里${found}`;
    return [{ severity: 'doubt', rule: 'missingRegion', sheet, cell, value: '', message, hint: '' }];
  });
}

function isPresent(region: string, regions: ReadonlySet<string>, index: FigureIndex): boolean {
  if (regions.has(region) || index.members(region).some((member) => regions.has(member))) return true;
  return [...regions].some((present) => index.members(present).includes(region));
}
