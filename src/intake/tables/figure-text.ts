import type { Unit } from '../../domain/indicator.js';
import { parsePrinted } from '../../domain/printed.js';
import { unitAtEnd } from './unit-text.js';

/** A figure as a cell shows it, without its unit. */
export interface FigureText {
  /** What is stored as printed: `1,466.00`. */
  printed: string;
  /** The unit that the cell itself shows: `%`, `万元`; once it is read, also what its head says. */
  unit: Unit | undefined;
}

/** Reads a cell's text: `12.5%`, `1,466.00万元`, `－`. Undefined when it is no figure; nothing is guessed. */
export function figureText(text: string, units: readonly Unit[]): FigureText | undefined {
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
export function slipIn(text: string): string {
  const marks = /[①-⑳]$/u.test(text.trim()) ? text.trim() : text.normalize('NFKC').trim();
  return SLIPS.find(({ pattern }) => pattern.test(marks))?.hint ?? '';
}
