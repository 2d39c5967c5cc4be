import { plainName, type Region } from '../../domain/region.js';
import type { IntakeFinding } from '../intake-finding.js';
import type { Grid } from './grid.js';
import { regionListOf } from './statement-cells.js';

/**
 * Doubts about the list of regions in the first form of a place that is stored by now: the list counts only once, so that
 * a region added there or called otherwise would be passed over in silence.
 *
 * @param regions those stored of the place
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
    const message =
      stored === undefined
        ? `地区已经存过，这张表不再取；已存的统筹区里没有代码 ${code.text}`
        : `地区已经存过，这张表不再取；代码 ${code.text} 已存的名称是“${stored.name}”`;
    const hint = '要加要改，请改 data/reference/regions.csv';
    const [sheet, cell] = [grid.sheet.name, name.address];
    return [{ severity: 'doubt', rule: 'region', sheet, cell, value: name.text, message, hint }];
  });
}
