/** A period as statements write it, between other characters; not a day, not one end of a range of years. */
const PERIOD =
  /(?<![\d—~.-]|\d年?至)((?:19|20)\d{2})(?:年?Q([1-4])|年(?:度|(?:第|前|1[-—–~至]|一至)?([1-4一二三四])季度|(1[-—–~至]|一至)?(3|6|9|12|三|六|九|十二)月(末|底|份)?(?!\d)|(上半年)|年?(?:末|底))?)?/gu;
const QUARTERS = ['一', '二', '三', '四'];
const MONTH_ENDS: Record<string, number> = { 3: 1, 6: 2, 9: 3, 12: 0, 三: 1, 六: 2, 九: 3, 十二: 0 };

/** A period in a text, and where it stands there. */
export interface WrittenPeriod {
  period: string;
  start: number;
  end: number;
  /** A month alone (`2023年3月`): the end of it, or only what came and went within it. */
  isMonth: boolean;
}

/**
 * Every period that a text without spaces names: `2023年1季度`, `2023年第一季度`, `2023Q1`, `2023年1—3月` → `2023Q1`; `2022年`,
 * `2022年度`, `2022年末`, `2022年1-12月` → `2022`. Days such as `2021.04.13` and ranges such as `2017-2022年` are none.
 */
export function periodsIn(text: string): WrittenPeriod[] {
  return [...text.matchAll(PERIOD)].flatMap((match) => {
    const [whole, year = '', plainQuarter, quarter, from, month, isEnd, half] = match;
    const start = match.index;
    const end = start + whole.length;
    // `2023` alone is a year only when nothing but the text is that; a day or a range goes on after it.
    if (whole === year && !(start === 0 && end === text.length)) return [];
    if (/^(?:\d|月\d|[—~至-]\d{4})/.test(text.slice(end))) return [];
    if (/^年\d+月/.test(text.slice(start + year.length)) && month === undefined) return [];
    const number = half === undefined ? quarterOf(plainQuarter ?? quarter, month) : 2;
    const isMonth = month !== undefined && from === undefined && (isEnd === undefined || isEnd === '份');
    return [{ period: number === 0 ? year : `${year}Q${number}`, start, end, isMonth }];
  });
}

/** The one period that a text names from its first to its last character; empty when it is something else. */
export function wholePeriod(text: string): string {
  const [found] = periodsIn(text);
  return found !== undefined && found.start === 0 && found.end === text.length ? found.period : '';
}

function quarterOf(quarter: string | undefined, month: string | undefined): number {
  if (quarter !== undefined) return QUARTERS.includes(quarter) ? QUARTERS.indexOf(quarter) + 1 : Number(quarter);
  return month === undefined ? 0 : (MONTH_ENDS[month] ?? 0);
}
