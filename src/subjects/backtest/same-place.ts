import type { Fact } from '../../facts/fact.js';

/**
 * Whether two figures stand beside each other: in one line of the document, or in one row of a table, whose cells have a line
 * or an address each and words that differ in the last. `zhuzhou-2022 L288 … 合计 职工统筹 期末累计结余` and
 * `zhuzhou-2022 L289 … 合计 职工统筹 实际结余` do, and neither stands beside L202.
 */
export function standTogether(one: Pick<Fact, 'source'>, other: Pick<Fact, 'source'>): boolean {
  const [a, b] = [placeOf(one), placeOf(other)];
  return a.document === b.document && (a.address === b.address || (a.row !== '' && a.row === b.row));
}

function placeOf({ source }: Pick<Fact, 'source'>) {
  const [document = '', address = '', ...words] = source.split(' ');
  const row = words.filter((word) => !/^[（印原]/.test(word)).slice(0, -1);
  return { document, address, row: row.join(' ') };
}
