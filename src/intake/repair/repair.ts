import type { IntakeFigure } from '../intake-figure.js';

/** A cell that must be wrong in one explanation. A suggestion: nothing is changed. */
export interface RepairCell {
  figure: IntakeFigure;
  /** In the base unit; null when the other figures do not determine it. */
  corrected: number | null;
  /** As the cell would print it; empty when not determined. */
  correctedText: string;
  /** How much other values may differ, in the cell's unit, because printed figures are rounded; empty when none may. */
  tolerance: string;
  /** The likely slip in Chinese, or what a formula leaves out; empty when none is likely. */
  slip: string;
  /** 0 without a slip, 1 for one wrong digit, 2 for one that hardly happens by chance, 3 for a wrong formula. */
  slipWeight: number;
}

/** The smallest sets of cells that must be wrong to explain failing identities. */
export interface Repair {
  /** Names of the failing identities that each alternative explains. */
  explains: string[];
  /** Names of the failing identities that it explains only together with other entries. */
  shared: string[];
  /** What those identities take from outside the workbook, in Chinese: it may be wrong instead. */
  outside: string[];
  /**
   * The smallest sets: one when unique, else the likeliest first (a likely slip first), at most 6. Empty when no cell can
   * explain the failures, or when the search was cut short.
   */
  alternatives: RepairCell[][];
  /** Whether more alternatives exist than listed. */
  more: boolean;
  /** False when the search was cut short because too much is wrong. */
  complete: boolean;
}

/** Weight of a slip that hardly happens by chance: it tells the figure to the digit, whatever rounding would leave. */
const STRONG = 2;

/**
 * Whether the first alternative explains several failures, tells a likely slip in every cell, and no other tells any: the
 * others are hardly meant. A single failure is too little to pass over the others.
 */
export function isStrong({ explains, alternatives: [first = [], ...others] }: Repair): boolean {
  if (explains.length < 2 || others.length === 0 || first.length === 0) return false;
  const isPlain = others.every((cells) => cells.every(({ slipWeight }) => slipWeight === 0));
  return isPlain && first.every(({ slipWeight }) => slipWeight >= STRONG);
}

/**
 * Whether a repair says more than the failures do: the search gave up or found nothing, there is one explanation only, a
 * cell has a likely slip, or fewer cells than failures are wrong. Any cell of a single failing sum may be wrong, which
 * needs no saying.
 */
export function isTelling({ explains, shared, alternatives, more, complete }: Repair): boolean {
  const [first] = alternatives;
  if (!complete || first === undefined || (alternatives.length === 1 && !more)) return true;
  if (first.some(({ slipWeight }) => slipWeight > 0)) return true;
  return !more && first.length < explains.length + shared.length;
}

/**
 * A repair in Chinese, one line for a single explanation and one more for each alternative:
 * `最少改 1 处即可解释 2 项不符：居民累计结余分析表!C9 5,899.03 → 5,899.30 万元（相邻两位数字颠倒）`.
 */
export function describeRepair(repair: Repair): string[] {
  const { explains, shared, outside, alternatives, more, complete } = repair;
  const failures = `${explains.length} 项不符`;
  const named = `${failures}（${explains.join('；')}）`;
  if (!complete) return [`${named}：错处太多，找不出最少要改哪几处。请先改好能看出的错，再导入一次`];
  const elsewhere = outside.length === 0 ? [] : [`也可能是工作簿以外的数有误：${outside.join('；')}`];
  const [first] = alternatives;
  if (first === undefined) return [`${named}：改工作簿中的任何数都不能使其相符`, ...elsewhere];
  const alone = explains.length === 0 ? '' : `即可解释 ${failures}`;
  const together = shared.length === 0 ? '' : `另有 ${shared.length} 项须与别处一并改正才能相符`;
  const least = `最少改 ${first.length} 处${alone}${together === '' ? '' : alone === '' ? `，${together.replace('另有', '有')}` : `（${together}）`}`;
  if (isStrong(repair))
    return [`${least}：${first.map(describeCell).join('；')}`, '也有别的改法，但看不出是怎样填错的', ...elsewhere];
  if (alternatives.length === 1 && !more) return [`${least}：${first.map(describeCell).join('；')}`, ...elsewhere];
  const count = more ? `改法不止 ${alternatives.length} 种，先列` : `有 ${alternatives.length} 种改法`;
  return [
    `${least}，${count}：`,
    ...alternatives.map((cells, index) => `${index + 1}. ${cells.map(describeCell).join('；')}`),
    ...elsewhere,
  ];
}

function describeCell({ figure, correctedText, tolerance, slip, slipWeight }: RepairCell): string {
  const unit = figure.unit === '' || figure.unit === '%' ? '' : ` ${figure.unit}`;
  const from = `${figure.ref} ${figure.printed}`;
  if (correctedText === '') return `${from}${unit}（应为何数不能确定）`;
  const notes = [tolerance === '' || slipWeight >= STRONG ? '' : `因四舍五入可差 ${tolerance}`, slip].filter(
    (note) => note !== '',
  );
  return `${from} → ${correctedText}${unit}${notes.length === 0 ? '' : `（${notes.join('；')}）`}`;
}
