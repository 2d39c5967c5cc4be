import type { IntakeFigure } from '../intake-figure.js';
import type { Earlier } from './known-figures.js';

/**
 * The figures with those of other periods as precise as they are stored: 28.03 亿元 stands in the form as 280,300 万元, yet
 * still means ± 0.005 亿元, so that parts printed to the fen may add up to 280,308.20.
 *
 * @param earlier of the workbook's own period the figures stay as they are
 */
export function withStoredPrecision(figures: readonly IntakeFigure[], { known, period }: Earlier): IntakeFigure[] {
  return figures.map((figure) => {
    if (figure.period === period || figure.state !== 'value') return figure;
    const stored = known.latest(figure);
    const isRounder = stored?.quantity === figure.quantity && (stored.halfUnit ?? 0) > (figure.halfUnit ?? 0);
    return isRounder ? { ...figure, halfUnit: stored.halfUnit } : figure;
  });
}
