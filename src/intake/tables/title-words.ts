import { plainName } from '../../domain/region.js';
import type { HeadMeaning } from './head-meaning.js';

/** What a title speaks of, each once, in the order of the title. */
export interface NamedInTitle {
  schemes: string[];
  /** Codes of regions; the whole place only where nothing else is named: `株洲市攸县` is 攸县. */
  regions: string[];
  indicators: string[];
  /** Funds that are none of ours, such as 长期护理保险. */
  foreign: string[];
}

/** What a title includes or leaves out besides what it is about: `（含大额医疗）`, `不含离休干部`. */
const ASIDE = /[([【](?:不|未)?(?:包?含|包括|其中)[^)\]】]*[)\]】]?|(?:不|未)(?:包?含|包括)[^,;。)\]】]*/gu;

/** Reads titles by the words of heads; `foreign` are names of funds that are none of ours. */
export function titleReader(
  words: ReadonlyMap<string, HeadMeaning>,
  foreign: readonly string[],
  wholeRegion: string,
): (title: string) => NamedInTitle {
  const longest = Math.max(...[...words.keys()].map((word) => word.length));
  return (title) => {
    const text = plainName(title).replace(ASIDE, '');
    const found: HeadMeaning[] = [];
    for (let start = 0; start < text.length; ) {
      let length = Math.min(longest, text.length - start);
      while (length > 1 && words.get(text.slice(start, start + length)) === undefined) length -= 1;
      const word = length > 1 ? words.get(text.slice(start, start + length)) : undefined;
      if (word !== undefined) found.push(word);
      // Names of regions may share a character: 株洲市本级 is 市本级 of 株洲市.
      start += word === undefined ? 1 : Math.max(1, word.region === '' ? length : length - 1);
    }
    const regions = distinct(found.map(({ region }) => region));
    const own = regions.filter((region) => region !== wholeRegion);
    return {
      schemes: distinct(found.map(({ scheme }) => scheme)),
      regions: own.length > 0 ? own : regions,
      indicators: distinct(found.map(({ indicator }) => indicator)),
      foreign: foreign.filter((fund) => text.includes(fund)),
    };
  };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))];
}
