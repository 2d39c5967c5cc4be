import { Decimal } from 'decimal.js';
import type { Indicator, Unit } from '../../domain/indicator.js';
import { inBaseUnit, parsePrinted } from '../../domain/printed.js';
import { readsOtherFile } from '../workbook/formula.js';
import type { Cell, CellKind } from '../workbook/workbook.js';
import { type CellFinding, doubt, error, note } from './cell-finding.js';
import { unitAtEnd, unitFor } from './unit-text.js';

/** What is expected of a cell in a column of figures: its indicator's name, for messages, and kind of unit. */
interface Expected extends Pick<Indicator, 'name' | 'unitKind'> {
  /** Unit that the head or the table says; undefined when they are silent. */
  unit: Unit | undefined;
}

/** What a cell gives: its figure as `resolveRow` reads it, undefined when it cannot be one, and what is to be told of it. */
export interface CellReading {
  figure: FigureText | undefined;
  findings: readonly CellFinding[];
}

/** Why a cell of another kind is no figure, and what to do. */
const NO_FIGURE: Partial<Record<CellKind, readonly [what: string, hint: string]>> = {
  error: ['这里是公式错误', '请检查公式引用的单元格'],
  date: ['这里是日期', '可能是单元格格式把数字变成了日期，请重新输入'],
  boolean: ['这里是逻辑值', ''],
};

/** Reads a cell that should hold a figure. What cannot be one is an error; a formula without a value is a doubt. */
export function readFigureCell(cell: Cell, expected: Expected, units: readonly Unit[]): CellReading {
  if (cell.kind === 'noValue') {
    const message = `公式 =${cell.formula} 没有存下结果，按未知处理`;
    const findings = [doubt('noValue', message, '请在 Excel 里打开并保存一次')];
    return { figure: { printed: '', unit: expected.unit }, findings };
  }
  const reason = NO_FIGURE[cell.kind];
  const read = reason === undefined ? figureText(cell.text, units) : undefined;
  if (read === undefined) {
    const should = `${expected.name}应为数字${expected.unit === undefined ? '' : `（${expected.unit.name}）`}`;
    const [what, hint] = reason ?? ['空白表示未知，- 表示无', slipIn(cell.text)];
    return { figure: undefined, findings: [error('figure', `${should}，${what}`, hint)] };
  }
  const { figure, findings } = inUnit(read, expected, units);
  if (cell.isCut && isBeyondDigits(figure)) {
    const message = `${expected.name}超过 15 位，数字格只存得下 15 位，末位不可靠`;
    return { figure: undefined, findings: [error('figure', message, '请把这一格的格式设为文本，重新输入全部数字')] };
  }
  return { figure, findings: [...doubtsOf(cell), ...findings] };
}

/** Whether the fifteen digits of a number cell leave a whole fen or person open. */
function isBeyondDigits(figure: FigureText | undefined): boolean {
  const printed = parsePrinted(figure?.printed ?? '');
  if (figure?.unit === undefined || printed?.state !== 'value') return false;
  return inBaseUnit(printed.decimal, figure.unit).abs().greaterThanOrEqualTo(OPEN_FROM);
}

/** The least number of sixteen digits. */
const OPEN_FROM = 1e15;

/** Doubts about where a figure comes from and how its format shows it. */
function doubtsOf({ formula, text, shown }: Cell): CellFinding[] {
  const doubts: CellFinding[] = [];
  if (readsOtherFile(formula)) {
    doubts.push(doubt('externalLink', `这个数取自别的文件（=${formula}），无法核对，用的是上次存下的结果`));
  }
  if (shown !== undefined) {
    const message = `格里存的是 ${text}，格式显示成 ${shown}，按存的数取`;
    doubts.push(doubt('unit', message, '若单位按显示的数写，请改成真正的数'));
  }
  return doubts;
}

/** A figure in the unit that its cell shows, else in that of its column. */
function inUnit(read: FigureText, { name, unitKind, unit: ofColumn }: Expected, units: readonly Unit[]): CellReading {
  const own = unitFor(unitKind, read.unit, units);
  if (read.unit !== undefined && own === undefined) {
    return { figure: undefined, findings: [error('unit', `单位“${read.unit.name}”不是${name}的单位`)] };
  }
  const unit = own ?? ofColumn;
  const printed = unit === undefined ? read.printed : roundedToFen(read.printed, unit);
  const findings: CellFinding[] = [];
  if (own !== undefined && ofColumn !== undefined && own !== ofColumn && own.unitKind !== 'ratio') {
    findings.push(note('unit', `格里写的单位是${own.name}，栏目的单位是${ofColumn.name}，按格里的单位`));
  }
  if (printed !== read.printed) {
    findings.push(note('figure', `小数位超过分，四舍五入到分：${read.printed} → ${printed} ${unit?.name}`));
  }
  return { figure: { printed, unit }, findings };
}

/** A quotient such as 128.571428571 万元 is kept to whole fen (half up); anything else stays as printed. */
function roundedToFen(printed: string, unit: Unit): string {
  if (!unit.unitKind.startsWith('amount') || isShort(printed, unit)) return printed;
  const figure = parsePrinted(printed);
  if (figure?.state !== 'value') return printed;
  const fen = inBaseUnit(figure.decimal, unit);
  // Half up as Excel rounds: away from zero.
  return fen.isInteger() ? printed : fen.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).div(unit.factor).toFixed();
}

/** Whether a figure has no more decimals than its unit has fen: six for 万元. */
function isShort(printed: string, { factor }: Unit): boolean {
  const point = printed.indexOf('.');
  const isPlain = /^[-\d,.]*$/.test(printed) && /^10*$/.test(factor);
  return isPlain && (point === -1 || printed.length - point <= factor.length);
}

/** A figure as a cell shows it, without its unit. */
interface FigureText {
  /** What is stored as printed: `1,466.00`. */
  printed: string;
  /** The unit that the cell itself shows: `%`, `万元`; once it is read, also what its head says. */
  unit: Unit | undefined;
}

/** Reads a cell's text: `12.5%`, `1,466.00万元`, `－`. Undefined when it is no figure; nothing is guessed. */
function figureText(text: string, units: readonly Unit[]): FigureText | undefined {
  if (parsePrinted(text) !== undefined) return { printed: text.trim(), unit: undefined };
  const trimmed = text.trim();
  const unit = unitAtEnd(trimmed, units);
  if (unit === undefined) return undefined;
  const printed = trimmed.slice(0, trimmed.length - unit.name.length).trim();
  return parsePrinted(printed)?.state === 'value' ? { printed, unit } : undefined;
}

/** Slips that people make in figures, with what to write instead. The first that fits is told. */
const SLIPS: readonly { pattern: RegExp; hint: string }[] = [
  { pattern: /^[(][\d,.]+[)]$/, hint: '括号不表示负数，负数请写成 -123.45' },
  { pattern: /^[▲△▼▽][\d,.]+$/u, hint: '负数请写成 -123.45' },
  { pattern: /^[\d,.]*[oOlI〇○][\d,.oOlI〇○]*$/u, hint: '可能把数字 0 打成了字母 O，或把 1 打成了 l' },
  { pattern: /^-?\d+[.。]\d+[.。]\d+$/, hint: '有两个小数点；如果是日期，请改为数字' },
  { pattern: /^-?[\d,]+[。·]\d+$/, hint: '小数点应为“.”' },
  { pattern: /^-?[\d,，、]+,[\d,]*(\.\d+)?$/u, hint: '可能是千分位逗号打错位置，或把小数点打成了逗号' },
  { pattern: /^-?\d+、\d+$/, hint: '可能把小数点打成了顿号' },
  { pattern: /^-?[\d,]+ +[\d, ]*(\.\d+)?$/, hint: '数字中间有空格' },
  { pattern: /约|余|多|近|左右|以上|以下|≈|[<>≥≤]/u, hint: '约数请写成确定的数，说明写在备注里' },
  { pattern: /^(?:无|没有|\/|\\|×|—\/—)$/u, hint: '没有的写 -，不知道的留空' },
  { pattern: /^(?:未知|不详|暂无|待定|缺|n\/?a)$/iu, hint: '不知道的请留空' },
  { pattern: /^-?[\d,.]+[①-⑳*※]$/u, hint: '数字后面有注号，请删去' },
  { pattern: /^\d{4}[-/年]\d{1,2}([-/月]\d{1,2}日?)?$/u, hint: '看来是日期' },
  { pattern: /^[-+]?[\d,.]+(?:至|~|—|-)[\d,.]+$/u, hint: '应为一个数，不是范围' },
];

/** The likely slip in a text that is no figure; empty when none is likely. */
function slipIn(text: string): string {
  const marks = /[①-⑳]$/u.test(text.trim()) ? text.trim() : text.normalize('NFKC').trim();
  return SLIPS.find(({ pattern }) => pattern.test(marks))?.hint ?? '';
}
