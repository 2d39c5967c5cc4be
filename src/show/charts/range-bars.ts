import type { PlacedPanel } from './row-panels.js';
import { INK, QUIET } from './theme.js';

/** A range on a row: bounds in the panel's unit, null where unknown. */
export interface RangeRow {
  row: number;
  low: number | null;
  high: number | null;
  colour: string;
  hover: string;
}

const WIDTH = 0.62;
const TRANSPARENT = 'rgba(0,0,0,0)';

/**
 * Traces of derived values: a hatched body as long as is certain, and the range in which the value lies as a box at its
 * end. Never a plain bar, which would say that the value is known.
 */
export function rangeBars(rows: readonly RangeRow[], panel: PlacedPanel): Record<string, unknown>[] {
  const known = rows.flatMap(({ low, high, ...row }) => (low === null || high === null ? [] : [{ ...row, low, high }]));
  const place = { type: 'bar', orientation: 'h', xaxis: panel.x, yaxis: panel.y, width: WIDTH, hoverinfo: 'text' };
  const shared = {
    ...place,
    y: known.map(({ row }) => row),
    hovertext: known.map(({ hover }) => hover),
    showlegend: false,
  };
  return [
    {
      ...shared,
      x: known.map(({ low, high }) => certain(low, high)),
      marker: {
        color: TRANSPARENT,
        pattern: {
          shape: '/',
          size: 6,
          solidity: 0.35,
          fgcolor: known.map(({ colour }) => colour),
          bgcolor: TRANSPARENT,
        },
        line: { width: 1, color: QUIET },
      },
    },
    {
      ...shared,
      base: known.map(({ low }) => low),
      x: known.map(({ low, high }) => high - low),
      marker: { color: known.map(({ colour }) => colour), line: { width: 2, color: INK } },
    },
  ];
}

/** The end nearer to zero: what the value is at least; nothing when it may be zero. */
function certain(low: number, high: number): number {
  if (low > 0) return low;
  return high < 0 ? high : 0;
}
