import { isStrong, type Repair, type RepairCell } from './repair.js';

/** A slip that hardly happens by chance tells the figure to the digit, although rounding would leave others. */
const CERTAIN = 2;

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
    return [`${least}：${describeCells(first)}`, '也有别的改法，但看不出是怎样填错的', ...elsewhere];
  if (alternatives.length === 1 && !more) return [`${least}：${describeCells(first)}`, ...elsewhere];
  const count = more ? `改法不止 ${alternatives.length} 种，先列` : `有 ${alternatives.length} 种改法`;
  return [
    `${least}，${count}：`,
    ...alternatives.map((cells, index) => `${index + 1}. ${describeCells(cells)}`),
    ...elsewhere,
  ];
}

function describeCells(cells: readonly RepairCell[]): string {
  return cells.map(describeCell).join('；');
}

function describeCell({ figure, correctedText, tolerance, slip, slipWeight }: RepairCell): string {
  const unit = figure.unit === '' || figure.unit === '%' ? '' : ` ${figure.unit}`;
  const from = `${figure.ref} ${figure.printed}`;
  if (correctedText === '') return `${from}${unit}（应为何数不能确定）`;
  const notes = [tolerance === '' || slipWeight >= CERTAIN ? '' : `因四舍五入可差 ${tolerance}`, slip].filter(
    (note) => note !== '',
  );
  return `${from} → ${correctedText}${unit}${notes.length === 0 ? '' : `（${notes.join('；')}）`}`;
}
