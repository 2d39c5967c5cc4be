import type { Indicator } from '../../domain/indicator.js';
import { factKey } from '../../facts/check-facts.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { sourcePlace } from '../../show/fact-address.js';
import { indicatorName, printedText } from '../../show/fact-links.js';

/** A figure of either kind. */
export type Figure = Fact | PublishedFigure;

/** A figure that differs; without `before` it is new, without `after` it is gone. */
export interface FigureChange {
  before: Figure | undefined;
  after: Figure | undefined;
}

/**
 * Figures that are new, gone, or say something else: another value, precision, unit, or a blank for a value. The same
 * value written otherwise (`12,634.00`, `12634.00`) or in another cell is no change. In the order of `after`, then what
 * is gone.
 */
export function changedFigures(before: readonly Figure[], after: readonly Figure[]): FigureChange[] {
  const earlier = new Map(before.map((figure) => [keyOf(figure), figure]));
  const later = new Set(after.map(keyOf));
  const changes: FigureChange[] = after
    .map((figure) => ({ before: earlier.get(keyOf(figure)), after: figure }))
    .filter((change) => change.before === undefined || meaning(change.before) !== meaning(change.after));
  const gone = before.filter((figure) => !later.has(keyOf(figure)));
  return [...changes, ...gone.map((figure) => ({ before: figure, after: undefined }))];
}

/** `居民累计结余分析表!B8 攸县 期末累计结余 12,634.00 → 12,643.00 万元` */
export function describeFigureChange({ before, after }: FigureChange, indicators: readonly Indicator[]): string {
  const figure = after ?? before;
  if (figure === undefined) throw new TypeError('a change needs a figure before or after it');
  return `${placeText(figure, indicators)} ${changeText(before, after)}`;
}

function changeText(before: Figure | undefined, after: Figure | undefined): string {
  if (before === undefined) return `新增 ${after === undefined ? '' : printedText(after)}`;
  if (after === undefined) return `${printedText(before)} → 不再有`;
  const sameUnit = before.unit === after.unit && before.state === 'value';
  return `${sameUnit ? before.printed : printedText(before)} → ${printedText(after)}`;
}

/** The cell with its words; for a figure that comes from elsewhere region and indicator. */
function placeText(figure: Figure, indicators: readonly Indicator[]): string {
  const place = sourcePlace(figure.source);
  if (place !== undefined && typeof place.at === 'object') return `${place.label} ${place.words}`.trim();
  const category = figure.categoryName === '' ? '' : `（${figure.categoryName}）`;
  return `${figure.regionName} ${indicatorName(indicators, figure.indicator)}${category}`;
}

/** A fact and a figure that the report derives differ even when they are about the same quantity. */
function keyOf(figure: Figure): string {
  return 'basis' in figure ? factKey(figure) : `published|${factKey({ ...figure, basis: '' })}`;
}

function meaning({ state, quantity, halfUnit, unit }: Figure): string {
  return [state, quantity, halfUnit, unit].join(' ');
}
