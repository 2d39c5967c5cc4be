/** Most words offered as a hint. */
const OFFERED = 3;

/**
 * Words that differ least from a text, at most three and none that differs in more than half of its characters; the
 * nearest first, then those that begin alike. The distance counts characters put in, left out or replaced (Levenshtein).
 */
export function nearWords(text: string, words: Iterable<string>): string[] {
  const near: { word: string; distance: number }[] = [];
  for (const word of new Set(words)) {
    const longest = Math.max(word.length, text.length);
    if (Math.abs(word.length - text.length) * 2 > longest) continue;
    const distance = editDistance(text, word);
    if (distance * 2 <= longest) near.push({ word, distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance || sameStart(text, b.word) - sameStart(text, a.word))
    .slice(0, OFFERED)
    .map(({ word }) => word);
}

/** `可能是攸县、…`; empty when nothing is near. */
export function nearHint(text: string, words: Iterable<string>): string {
  const near = nearWords(text, words);
  return near.length === 0 ? '' : `可能是“${near.join('”或“')}”`;
}

function sameStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
