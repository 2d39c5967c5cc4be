import { Decimal } from 'decimal.js';
import type { Unit, UnitKind } from '../../domain/indicator.js';
import { parsePrinted } from '../../domain/printed.js';
import type { IntakeFinding } from '../intake-finding.js';
import { readsOtherFile } from '../workbook/other-file.js';
import type { Cell } from '../workbook/workbook.js';
import { figureText, slipIn } from './figure-text.js';
import { unitFor } from './unit-text.js';

/** What is expected of a cell in a column of figures. */
export interface Expected {
  /** Name of the indicator, for messages. */
  name: string;
  unitKind: UnitKind;
  /** Unit that the head or the table says; undefined when they are silent. */
  unit: Unit | undefined;
}

/** A cell as text that `resolveRow` reads, with its unit. */
export interface CellFigure {
  printed: string;
  unit: Unit | undefined;
}

/** Tells a finding about a cell. */
export type Tell = (
  severity: IntakeFinding['severity'],
  rule: IntakeFinding['rule'],
  message: string,
  hint?: string,
) => void;

/**
 * Reads a cell that should hold a figure. Undefined when it cannot be one: the error has been told. A formula without a
 * value is unknown, with a doubt.
 */
export function readFigureCell(
  cell: Cell,
  expected: Expected,
  units: readonly Unit[],
  tell: Tell,
): CellFigure | undefined {
  const should = `${expected.name}应为数字${expected.unit === undefined ? '' : `（${expected.unit.name}）`}`;
  switch (cell.kind) {
    case 'error':
      tell('error', 'figure', `${should}，这里是公式错误`, '请检查公式引用的单元格');
      return undefined;
    case 'date':
      tell('error', 'figure', `${should}，这里是日期`, '可能是单元格格式把数字变成了日期，请重新输入');
      return undefined;
    case 'boolean':
      tell('error', 'figure', `${should}，这里是逻辑值`);
      return undefined;
    case 'noValue':
      tell('doubt', 'noValue', `公式 =${cell.formula} 没有存下结果，按未知处理`, '请在 Excel 里打开并保存一次');
      return { printed: '', unit: expected.unit };
    default:
  }
  const read = figureText(cell.text, units);
  if (read === undefined) {
    tell('error', 'figure', `${should}，空白表示未知，- 表示无`, slipIn(cell.text));
    return undefined;
  }
  if (readsOtherFile(cell.formula)) {
    tell('doubt', 'externalLink', `这个数取自别的文件（=${cell.formula}），无法核对，用的是上次存下的结果`);
  }
  if (cell.shown !== undefined) {
    const message = `格里存的是 ${cell.text}，格式显示成 ${cell.shown}，按存的数取`;
    tell('doubt', 'unit', message, '若单位按显示的数写，请改成真正的数');
  }
  const own = read.unit === undefined ? undefined : unitFor(expected.unitKind, read.unit, units);
  if (read.unit !== undefined && own === undefined) {
    tell('error', 'unit', `单位“${read.unit.name}”不是${expected.name}的单位`);
    return undefined;
  }
  if (own !== undefined && expected.unit !== undefined && own !== expected.unit && own.unitKind !== 'ratio') {
    tell('note', 'unit', `格里写的单位是${own.name}，栏目的单位是${expected.unit.name}，按格里的单位`);
  }
  const unit = own ?? expected.unit;
  return { printed: unit === undefined ? read.printed : roundedToFen(read.printed, unit, tell), unit };
}

/** A quotient such as 128.571428571 万元 is kept to whole fen (half up), and said; anything else stays as printed. */
function roundedToFen(printed: string, unit: Unit, tell: Tell): string {
  if (!unit.unitKind.startsWith('amount') || isShort(printed, unit)) return printed;
  const figure = parsePrinted(printed);
  if (figure?.state !== 'value') return printed;
  const fen = figure.decimal.times(unit.factor);
  if (fen.isInteger()) return printed;
  // Half up as Excel rounds: away from zero.
  const rounded = fen.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).div(unit.factor).toFixed();
  tell('note', 'figure', `小数位超过分，四舍五入到分：${printed} → ${rounded} ${unit.name}`);
  return rounded;
}

/** Whether a figure has no more decimals than its unit has fen: six for 万元. */
function isShort(printed: string, { factor }: Unit): boolean {
  const point = printed.indexOf('.');
  return (
    /^[-\d,.]*$/.test(printed) && /^10*$/.test(factor) && (point === -1 || printed.length - point <= factor.length)
  );
}
