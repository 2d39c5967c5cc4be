import { SSF } from '@e965/xlsx';
import { Decimal } from 'decimal.js';
import { groupDigits } from '../../domain/figure-text.js';
import type { Cell } from './workbook.js';

/** A number as its cell holds it. */
export interface NumberCell {
  value: number;
  /** Its digits in the file, where it is written in digits. */
  written?: string;
  /** Number format such as `#,##0.00`; `General` when the cell has none. */
  format: string;
  /** Whether the workbook counts days from the later of the two epochs, as old ones of the Mac do. */
  date1904: boolean;
}

/** Digits that a spreadsheet keeps of a number. */
const DIGITS = 15;
/** Digits in which Excel writes a number into its file. */
const WRITTEN_DIGITS = 17;
const GENERAL = /^(general|g\/通用格式|@)?$/i;
const INVISIBLE = /[\s\u200b\u200e\u200f]/;
const SHOWN = /^([-+]?[\d,]+(?:\.\d+)?)(%?)\s*(?:元|万元|亿元)?$/;
const dateFormats = new Map<string, boolean>();

/**
 * What a number cell says, see {@link Cell.text}: as its format shows it when that is its exact value, else with every
 * digit that a spreadsheet keeps. Behind those a format shows zeros: 70368744177664.9 as `0.00` is `70368744177664.90`,
 * though the double next to it is nearer to .91. A format of a date makes it a date, written `yyyy-mm-dd` with the time of
 * day if there is one.
 *
 * 1466 as `#,##0.00` is `1,466.00`; 1466.123456 so shown is `1466.123456`; 0.1+0.2 is `0.3`; 0.12345 as `0.0%` is
 * `12.345%`; 0 shown as a dash by an accounting format is `0`, because zero was typed.
 */
export function numberText(cell: NumberCell): Said {
  const said = saidBy(cell);
  return said.kind === 'number' && isLonger(cell) ? { ...said, isCut: true } : said;
}

/** What a cell says, wherever it stands. */
export type Said = Pick<Cell, 'kind' | 'text' | 'shown' | 'isCut'>;

function saidBy(cell: NumberCell): Said {
  const { value, format } = cell;
  if (isDateFormat(format)) {
    const date = dateText(cell);
    if (date !== undefined) return { kind: 'date', text: date };
  }
  if (GENERAL.test(format)) return { kind: 'number', text: plainDecimal(value) };
  const scale = scaleOf(format);
  if (scale > 0) {
    const scaled = new Decimal(value).div(10 ** scale).toNumber();
    return { kind: 'number', text: plainDecimal(value), shown: plainDecimal(scaled) };
  }
  const shown = shownText(value, format);
  const [, digits = '', percent = ''] = SHOWN.exec(shown) ?? [];
  const number = percent === '%' ? value * 100 : value;
  if (digits !== '' && isSame(Number(digits.replaceAll(',', '')), number)) {
    const isKept = digits.replace(/\D/g, '').length <= DIGITS;
    return { kind: 'number', text: isKept ? shown : shown.replace(digits, () => withZeros(number, digits)) };
  }
  return { kind: 'number', text: `${plainDecimal(number)}${percent}` };
}

/** The digits that a spreadsheet keeps of a number, in a form of more: behind them stand zeros. */
function withZeros(value: number, form: string): string {
  const kept = new Decimal(plainDecimal(value));
  const text = kept.toFixed(Math.max(kept.decimalPlaces(), form.split('.')[1]?.length ?? 0));
  return form.includes(',') ? groupDigits(text) : text;
}

/**
 * Whether a number has more digits than a spreadsheet keeps. One of fifteen digits has not, though Excel writes the double
 * next to it with seventeen: 70368744177664.906 for 70368744177664.9.
 */
function isLonger({ value, written = '' }: NumberCell): boolean {
  if (Number(value.toPrecision(DIGITS)) !== value) return true;
  if (written.length <= DIGITS) return false;
  const digits = new Decimal(written);
  return digits.precision() > DIGITS && !digits.equals(value.toPrecision(WRITTEN_DIGITS));
}

/** A number with at most 15 significant digits, without an exponent: 1e-7 is `0.0000001`. */
export function plainDecimal(value: number): string {
  const kept = Number(value.toPrecision(DIGITS));
  const text = String(kept === 0 ? 0 : kept);
  return text.includes('e') ? new Decimal(kept).toFixed() : text;
}

/** Text without what cannot be seen at its ends: spaces of every width, marks of byte order, breaks. Breaks inside are `\n`. */
export function trimmedText(text: string): string {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  // Step by step: a pattern for the end of a text takes time by the square of the spaces inside it.
  let start = 0;
  let end = plain.length;
  while (start < end && isInvisible(plain, start)) start += 1;
  while (end > start && isInvisible(plain, end - 1)) end -= 1;
  return plain.slice(start, end);
}

function isInvisible(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // Letters and digits need no closer look.
  return (code <= 0x20 || code >= 0x7f) && (code < 0x3001 || code > 0x9fff) && INVISIBLE.test(text.charAt(at));
}

/**
 * By how many powers of ten a format makes a number smaller: 4 for `0!.0,` and `0!.0000`, which show yuan in 万元 (a comma at
 * the end is a thousand, a written point moves the digits after it). The number stays what it is; what is shown goes
 * beside it, for the reader to ask.
 */
function scaleOf(format: string): number {
  if (!SCALING.test(format)) return 0;
  const [section = ''] = format
    .replace(/[!\\]\.|"\."/g, WRITTEN_POINT)
    .replace(/"[^"]*"|[!\\].|\[[^\]]*\]|_./g, '')
    .split(';');
  const thousands = /[0#?](,+)[^0#?,]*$/.exec(section)?.[1]?.length ?? 0;
  const after = section.includes('.') ? undefined : section.split(WRITTEN_POINT)[1];
  return thousands * 3 + (after?.match(/[0#?]/g)?.length ?? 0);
}

/** A point that is written, not the point of a number, while a format is read. */
const WRITTEN_POINT = '\u0001';
const SCALING = /[!\\]\.|"\."|[0#?],+(?:[^0#?,]|$)/;

function isSame(one: number, other: number): boolean {
  return one.toPrecision(DIGITS) === other.toPrecision(DIGITS);
}

/** Empty for a format that the library cannot apply. */
function shownText(value: number, format: string): string {
  try {
    const shown: unknown = SSF.format(format, value);
    return typeof shown === 'string' ? trimmedText(shown) : '';
  } catch {
    return '';
  }
}

function isDateFormat(format: string): boolean {
  let known = dateFormats.get(format);
  if (known === undefined) {
    // Formats repeat from cell to cell; hostile files may have millions, of which none is worth keeping.
    if (dateFormats.size > 1_000) dateFormats.clear();
    known = SSF.is_date(format) === true;
    dateFormats.set(format, known);
  }
  return known;
}

/** Undefined for a number that is no date: below zero or beyond the last day of a spreadsheet. */
function dateText({ value, date1904 }: NumberCell): string | undefined {
  const parts: unknown = SSF.parse_date_code(value, { date1904 });
  if (typeof parts !== 'object' || parts === null || !('y' in parts)) return undefined;
  const { y, m, d, H, M, S } = parts as Record<'y' | 'm' | 'd' | 'H' | 'M' | 'S', number>;
  const two = (part: number): string => String(part).padStart(2, '0');
  const time = `${two(H)}:${two(M)}:${two(S)}`;
  if (value < 1 && !date1904) return time;
  const day = `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`;
  return Number.isInteger(value) ? day : `${day} ${time}`;
}
