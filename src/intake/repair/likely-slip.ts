/** A slip of the hand that turns one figure into another, and how much it says. */
export interface Slip {
  /** Chinese; empty when none is likely. */
  phrase: string;
  /** 0 for none, 1 for one wrong digit (any round difference looks like it), 2 for what hardly happens by chance. */
  weight: 0 | 1 | 2;
}

const NONE: Slip = { phrase: '', weight: 0 };
const SHIFT_NAMES: Readonly<Record<number, string>> = {
  1: '10',
  2: '100',
  3: '1,000',
  4: '1 万',
  6: '100 万',
  8: '1 亿',
};
const FEWEST_DIGITS = 2;
/** Digits that must agree before two figures count as one rounded at different places. */
const FEWEST_ROUNDED = 3;

/**
 * The slip that makes `corrected` into `printed`, none when none is likely: `slipBetween('5,899.03', '5,899.30')` is
 * `相邻两位数字颠倒`. Both as printed in the same unit, with or without commas.
 */
export function slipBetween(printed: string, corrected: string): Slip {
  const [typed, meant] = [numberIn(printed), numberIn(corrected)];
  if (typed === undefined || meant === undefined) return NONE;
  // Nothing turns into a figure, or a figure into nothing, by a slip of one digit.
  if (Number(typed.digits) === 0 || Number(meant.digits) === 0) return NONE;
  const [a, b] = aligned(typed.digits, meant.digits);
  if (a === b) return typed.negative === meant.negative ? NONE : strong('正负号写反');
  if (typed.negative !== meant.negative) return NONE;
  const shifted = shift(typed.digits, meant.digits, printed);
  if (shifted !== '') return strong(shifted);
  if (a.length === b.length) {
    const differing = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
    const [first = 0, second = 0] = differing;
    const adjacent = second === first + 1 || (second === first + 2 && a[first + 1] === '.');
    if (differing.length === 2 && adjacent && a[first] === b[second] && a[second] === b[first])
      return strong('相邻两位数字颠倒');
    if (differing.length === 1 && digitsOf(a).replace(/^0+/, '').length >= FEWEST_DIGITS)
      return { phrase: `一位数字写错（${b[first]} 写成 ${a[first]}）`, weight: 1 };
  }
  for (const [left, right] of [
    [typed.digits, meant.digits],
    [a, b],
  ] as const) {
    const [missing, doubled] = [droppedDigit(right, left), droppedDigit(left, right)];
    if (missing !== '') return strong(`漏写一位数字 ${missing}`);
    if (doubled !== '') return strong(`多写一位数字 ${doubled}`);
  }
  return NONE;
}

function strong(phrase: string): Slip {
  return { phrase, weight: 2 };
}

/** Plain digits with their point; undefined when the text is no number. */
function numberIn(text: string): { digits: string; negative: boolean } | undefined {
  const plain = text.replaceAll(/[,，\s%]/g, '').replaceAll('−', '-');
  const [, sign, digits] = /^([+-]?)(\d+(?:\.\d+)?)$/.exec(plain) ?? [];
  return digits === undefined ? undefined : { digits: digits.replace(/^0+(?=\d)/, ''), negative: sign === '-' };
}

/** Both with as many digits after the point: `58` and `5.8` become `58.0` and `5.8`. */
function aligned(a: string, b: string): [string, string] {
  const places = Math.max(placesOf(a), placesOf(b));
  const pad = (text: string): string =>
    places === 0 ? text : `${text}${text.includes('.') ? '' : '.'}${'0'.repeat(places - placesOf(text))}`;
  return [pad(a), pad(b)];
}

function placesOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

function digitsOf(text: string): string {
  return text.replace('.', '');
}

/** The phrase for the same digits with the point elsewhere; empty when the digits differ. */
function shift(typed: string, meant: string, printed: string): string {
  const places = powerOf(typed) - powerOf(meant);
  const name = SHIFT_NAMES[Math.abs(places)];
  if (name === undefined || !sameDigits(significant(typed), significant(meant))) return '';
  if (places === -3 && /^\D?\d{1,3}\.\d{3}$/.test(printed)) return '千分位逗号写成了小数点';
  if (places === 3 && /^\D?\d{1,3},\d{3}$/.test(printed)) return '小数点写成了千分位逗号';
  const size = `${places > 0 ? '大' : '小'}了 ${name}倍`.replace(/(\d)倍/, '$1 倍');
  if (places > 0 && !typed.includes('.') && placesOf(meant) === places) return `${size}，可能漏写小数点`;
  if (Math.abs(places) <= 3) return `${size}，小数点可能错位`;
  return `${size}，单位可能写错（元、万元、亿元）`;
}

/** Position of the first digit above zero before the point: 3 for 5899, −2 for 0.05. */
function powerOf(text: string): number {
  const first = digitsOf(text).search(/[1-9]/);
  return (text.split('.')[0]?.length ?? 0) - 1 - first;
}

function significant(text: string): string {
  return digitsOf(text).replace(/^0+/, '').replace(/0+$/, '');
}

/** The same digits, or one rounded from the other at three digits or more. */
function sameDigits(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < FEWEST_ROUNDED || short.length === long.length) return false;
  const rounded = BigInt(long.slice(0, short.length)) + (Number(long[short.length]) >= 5 ? 1n : 0n);
  return rounded.toString() === short;
}

/** The digit without which `long` reads `short`; empty when there is none or too little is left to tell. */
function droppedDigit(long: string, short: string): string {
  if (long.length !== short.length + 1 || digitsOf(short).length < FEWEST_DIGITS) return '';
  let index = 0;
  while (index < short.length && long[index] === short[index]) index += 1;
  const digit = long[index] ?? '';
  return digit !== '.' && long.slice(index + 1) === short.slice(index) ? digit : '';
}
