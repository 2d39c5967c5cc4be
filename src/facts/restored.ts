import type { Fund } from './fund.js';

/** References of figures that the document no longer prints and arithmetic proves. Whoever shows one says so: 还原. */
export function restoredRefs({ corrections }: Pick<Fund, 'corrections'>): Set<string> {
  return new Set(corrections.filter(({ kind }) => kind === 'restored').map(({ ref }) => ref));
}
