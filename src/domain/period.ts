import { InputError } from './input-error.js';

/** A reporting period: a year or a quarter. Flows are year to date, stocks at the period's end. */
export interface Period {
  /** As written in folder names: `2022`, `2021Q1`, or `undated` for a document whose year is lost. */
  text: string;
  /** 0 when the year is lost. */
  year: number;
  /** 1–4, or null for a whole year. */
  quarter: 1 | 2 | 3 | 4 | null;
}

/** Period of a document whose year cannot be read. It comes before all others and has no year before it. */
export const UNDATED = 'undated';

const PATTERN = /^(\d{4})(?:Q([1-4]))?$/;

/** Whether a text is a period such as `2022` or `2021Q1`. */
export function isPeriod(text: string): boolean {
  return text === UNDATED || PATTERN.test(text);
}

/** Reads `2022` or `2021Q1`. Throws {@link InputError} for anything else. */
export function parsePeriod(text: string): Period {
  if (text === UNDATED) return { text, year: 0, quarter: null };
  const match = PATTERN.exec(text);
  if (match === null) throw new InputError(`期间“${text}”无法识别：应为四位年份（如 2022）或年份加季度（如 2021Q1）`);
  const quarter = match[2] === undefined ? null : (Number(match[2]) as 1 | 2 | 3 | 4);
  return { text, year: Number(match[1]), quarter };
}

/** The same period one year earlier: `2021Q1` → `2020Q1`. */
export function yearAgo(text: string): string {
  const period = parsePeriod(text);
  if (text === UNDATED) return '';
  return `${period.year - 1}${period.quarter === null ? '' : `Q${period.quarter}`}`;
}

/**
 * Orders periods by their end, a whole year after its fourth quarter.
 * Negative when `a` ends before `b`, zero when they are the same.
 */
export function comparePeriods(a: string, b: string): number {
  return endOrder(a) - endOrder(b);
}

/** Whether `a` ends on an earlier day than `b`; a year ends on the day of its fourth quarter. */
export function endsBefore(a: string, b: string): boolean {
  const day = (text: string): number => {
    const { year, quarter } = parsePeriod(text);
    return year * 4 + (quarter ?? 4);
  };
  return day(a) < day(b);
}

/** `2022年` or `2021年一季度`. */
export function periodLabel(text: string): string {
  const { year, quarter } = parsePeriod(text);
  if (text === UNDATED) return '年份不明';
  return quarter === null ? `${year}年` : `${year}年${'一二三四'.charAt(quarter - 1)}季度`;
}

function endOrder(text: string): number {
  const { year, quarter } = parsePeriod(text);
  return year * 5 + (quarter ?? 5);
}
