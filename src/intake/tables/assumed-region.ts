import type { Region } from '../../domain/region.js';
import type { CrossHeads } from './cross-heads.js';
import { nearWords } from './near-words.js';
import type { RowLabel } from './row-labels.js';

/**
 * The region that a row with an unknown name stands for in all likelihood (悠县 for 攸县): the only near one that no
 * other row of the table names. Undefined when there is none or several. It is assumed only to check the other figures,
 * which would all differ for want of this row; the unknown name stays an error.
 */
export function assumedRegion({ lexicon, said }: CrossHeads, { unknown, cells }: RowLabel): Region | undefined {
  if (unknown === undefined || cells.length !== 1) return undefined;
  const taken = new Set(said.labels.map(({ meaning }) => meaning.region));
  const free = lexicon.regions.filter(({ code }) => !taken.has(code) && code !== lexicon.wholeRegion);
  const names = free.flatMap(({ name, aliases }) => [name, ...aliases]);
  const near = nearWords(unknown.text.replace(/\s+/gu, ''), names).map((name) => lexicon.findRegion(name));
  const [only] = near;
  return near.every((region) => region === only) ? only : undefined;
}
