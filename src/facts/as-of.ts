/**
 * The date or span that the words of a source give for a figure: `zhuzhou-2022 L340 截至11月底 …` → `截至11月底`,
 * `… 1–9月 …` → `1–9月`. Empty when they give none, or the twelve months of a year: then the figure is the period's own.
 */
export function asOf(source: string): string {
  const words = (PATTERN.exec(source)?.[0] ?? '').replace(/\d{4}年/, '');
  return /^1\D12月/.test(words) ? '' : words;
}

const PATTERN = /截[至止](?:\d{4}年)?\d{1,2}月(?:底|末|\d{1,2}日)?|\d{1,2}[-–—~～至]\d{1,2}月份?/;
