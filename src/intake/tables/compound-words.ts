import { contradicts, type HeadMeaning, mergeMeaning, SILENT } from './head-meaning.js';
import { periodsIn, type WrittenPeriod } from './period-text.js';

/** Longest head that is taken apart into words; a longer text is a sentence. */
const LONGEST_HEAD = 40;

/** What a text without spaces means as a whole; undefined when a part of it is unknown. */
export type CompoundReader = (text: string) => HeadMeaning | undefined;

/** Reads texts that are one word, one period, or several of them with nothing between: `职工医保参保人数`. */
export function compoundReader(words: ReadonlyMap<string, HeadMeaning>): CompoundReader {
  const longest = Math.max(...[...words.keys()].map((word) => word.length));
  return (text) => {
    const known = words.get(text);
    if (known !== undefined) return known;
    const [period] = periodsIn(text);
    if (period !== undefined && period.start === 0 && period.end === text.length) return saying(period);
    return text.length > LONGEST_HEAD ? undefined : fewestWords(text, words, longest);
  };
}

/** The fewest words that a text is made of and that do not contradict each other. */
function fewestWords(text: string, words: ReadonlyMap<string, HeadMeaning>, longest: number): HeadMeaning | undefined {
  const best: ({ meaning: HeadMeaning; count: number } | undefined)[] = [{ meaning: SILENT, count: 0 }];
  const periods = periodsIn(text);
  for (let end = 1; end <= text.length; end += 1) {
    for (let start = Math.max(0, end - longest); start < end; start += 1) {
      const before = best[start];
      if (before === undefined || before.count + 1 >= (best[end]?.count ?? Infinity)) continue;
      const period = periods.find((found) => found.start === start && found.end === end);
      const word = period === undefined ? words.get(text.slice(start, end)) : saying(period);
      if (word === undefined || word.place !== '' || word.column !== '' || contradicts(before.meaning, word)) continue;
      best[end] = { meaning: mergeMeaning(before.meaning, word), count: before.count + 1 };
    }
  }
  return text === '' ? undefined : best[text.length]?.meaning;
}

function saying({ period, isMonth }: WrittenPeriod): HeadMeaning {
  return { ...SILENT, period, isMonth };
}
