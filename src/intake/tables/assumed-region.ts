import type { Reading } from './extraction.js';
import { nearWords } from './near-words.js';
import type { RowLabel } from './row-labels.js';

/**
 * Name of the region that a row with an unknown name stands for in all likelihood (悠县 for 攸县): the only near one that no
 * other row of the table names. Empty when there is none or several. It is assumed only to check the other figures,
 * which would all differ for want of this row; the unknown name stays an error.
 */
export function assumedRegion(reading: Reading, labels: readonly RowLabel[], label: RowLabel): string {
  const { unknown, cells } = label;
  if (unknown === undefined || cells.length !== 1) return '';
  const { reference, place } = reading.context;
  const taken = new Set(labels.map(({ meaning }) => meaning.region));
  const free = (reference.regions[place] ?? []).filter(({ code }) => !taken.has(code) && code !== reading.wholeRegion);
  const names = new Map(free.flatMap((region) => [region.name, ...region.aliases].map((name) => [name, region])));
  const near = nearWords(unknown.text.replace(/\s+/gu, ''), names.keys()).flatMap((name) => names.get(name) ?? []);
  const [only] = new Set(near);
  return only !== undefined && near.every((region) => region === only) ? only.name : '';
}
