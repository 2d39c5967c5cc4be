import type { Cell } from '../workbook/workbook.js';
import { type HeadMeaning, SILENT } from './head-meaning.js';
import type { Lexicon } from './lexicon.js';
import type { NamedInTitle } from './title-words.js';

/** A doubt about what a title says, told where the table does not say it itself. */
export interface TitleDoubt {
  about: 'scheme' | 'region';
  cell: Cell;
  message: string;
}

/** What the titles over a table and the name of its sheet say together. */
export interface TitleFacts {
  said: HeadMeaning;
  doubts: TitleDoubt[];
  /** Why no figure of the table is taken: it is about another fund; empty when it is about ours. */
  refused: string;
  /** Why figures of the whole place are not taken; empty when the titles are about it. */
  notWhole: string;
}

/** Schemes that share their statements, so that a sheet copied from one to the other keeps the wrong title. */
const TWINS = ['employee', 'resident'];

/**
 * Puts the titles together: the nearest to the head wins, the name of the sheet comes last. What contradicts is not decided in
 * silence.
 *
 * @param nearest titles, the nearest to the head first
 */
export function titleFacts(nearest: readonly Cell[], sheetName: string, lexicon: Lexicon): TitleFacts {
  const titles = nearest.map((cell) => ({ cell, ...lexicon.namedIn(cell.text) }));
  const sheet = lexicon.namedIn(sheetName);
  const doubts: TitleDoubt[] = [];
  const scheme = schemeOf(titles, sheet, doubts);
  const regions = [...titles, sheet].find((title) => title.regions.length > 0 && !isWholeOnly(title, lexicon))?.regions;
  const titled = titles.find((title) => title.regions.length === 1 && !isWholeOnly(title, lexicon));
  const ofSheet = sheet.regions.length === 1 && !isWholeOnly(sheet, lexicon) ? sheet.regions[0] : undefined;
  if (titled !== undefined && ofSheet !== undefined && titled.regions[0] !== ofSheet) {
    doubts.push({ about: 'region', cell: titled.cell, message: '表题和工作表名说的不是同一个统筹区，按表题取' });
  }
  const indicators = [...titles, sheet].find((title) => title.indicators.length === 1)?.indicators;
  const foreign = [...titles, sheet].flatMap((title) => title.foreign)[0];
  return {
    said: {
      ...SILENT,
      scheme,
      region: regions?.length === 1 ? (regions[0] ?? '') : '',
      indicator: indicators?.[0] ?? '',
    },
    doubts,
    refused: foreign === undefined ? '' : `表题说的“${foreign}”不是这里的险种`,
    notWhole: (regions?.length ?? 0) > 1 ? '表题说了几个统筹区，不知道是哪一个' : '',
  };
}

type Title = NamedInTitle & { cell: Cell };

function schemeOf(titles: readonly Title[], sheet: NamedInTitle, doubts: TitleDoubt[]): string {
  const ofSheet = sheet.schemes.length === 1 ? (sheet.schemes[0] ?? '') : '';
  const title = titles.find(({ schemes }) => schemes.length > 0);
  if (title === undefined) return ofSheet;
  const tell = (message: string): void => {
    doubts.push({ about: 'scheme', cell: title.cell, message });
  };
  const [first = ''] = title.schemes;
  if (title.schemes.length > 1) {
    if (!title.schemes.includes(ofSheet)) return '';
    tell('表题说了几个险种，按工作表名取其中一个');
    return ofSheet;
  }
  if (first !== ofSheet && TWINS.includes(first) && TWINS.includes(ofSheet)) {
    tell('表题和工作表名说的不是同一个险种，按表题取');
  }
  return first;
}

function isWholeOnly({ regions }: NamedInTitle, { wholeRegion }: Lexicon): boolean {
  return regions.every((region) => region === wholeRegion);
}
