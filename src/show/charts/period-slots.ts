import { comparePeriods, parsePeriod, UNDATED } from '../../domain/period.js';

/**
 * The places of periods on an axis, those included that nobody reports: of every year from the first to the last the quarters
 * that any year has. 2021Q1 and 2022 leave room for 2021 and 2022Q1, so that a gap in the data is a gap in the picture.
 */
export function periodSlots(reported: readonly string[]): string[] {
  const sorted = [...new Set(reported)].sort(comparePeriods);
  const dated = sorted.filter((period) => period !== UNDATED).map(parsePeriod);
  const [first, last] = [dated[0], dated.at(-1)];
  if (first === undefined || last === undefined) return sorted;
  const endings = [...new Set(dated.map(({ quarter }) => (quarter === null ? '' : `Q${quarter}`)))];
  const years = Array.from({ length: last.year - first.year + 1 }, (_, index) => first.year + index);
  const slots = years
    .flatMap((year) => endings.map((ending) => `${year}${ending}`))
    .filter((slot) => comparePeriods(slot, first.text) >= 0 && comparePeriods(slot, last.text) <= 0);
  return [...sorted.filter((period) => period === UNDATED), ...slots.sort(comparePeriods)];
}
