import type { IntakeFigure } from '../intake-figure.js';
import type { IntakeFinding } from '../intake-finding.js';
import type { UsedCell } from './cell-uses.js';

/** What is taken from some cells of a workbook. */
export interface Taken {
  figures: readonly IntakeFigure[];
  /** In the order in which they are told. */
  findings: readonly IntakeFinding[];
  /** What the cells were taken for; of two uses of a cell the later counts. */
  uses: readonly UsedCell[];
}

/** What is taken from several places, one after the other. */
export function together(parts: readonly Partial<Taken>[]): Taken {
  return {
    figures: parts.flatMap(({ figures }) => figures ?? []),
    findings: parts.flatMap(({ findings }) => findings ?? []),
    uses: parts.flatMap(({ uses }) => uses ?? []),
  };
}
