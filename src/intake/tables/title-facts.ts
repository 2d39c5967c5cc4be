import type { Unit } from '../../domain/indicator.js';
import type { Cell } from '../workbook/workbook.js';
import type { FoundTable, TableReading } from './find-tables.js';
import { type HeadMeaning, SILENT } from './head-meaning.js';
import type { Segment } from './table-columns.js';
import type { NamedInTitle } from './title-words.js';
import { unitNamed } from './unit-text.js';

/** A doubt about what a title says, told where the table does not say it itself. */
interface TitleDoubt {
  about: 'scheme' | 'region';
  cell: Cell;
  message: string;
}

/** What the titles over a table, or over one of those side by side, and the name of its sheet say together. */
export interface TitleFacts {
  said: HeadMeaning;
  doubts: TitleDoubt[];
  /** Why no figure of the table is taken: it is about another fund; empty when it is about ours. */
  refused: string;
  /** Why figures of the whole place are not taken; empty when the titles are about it. */
  notWhole: string;
  /** Units said for the whole table, the nearest to the head first. */
  units: readonly SaidUnit[];
  title: string;
}

/** Schemes that share their statements, so that a sheet copied from one to the other keeps the wrong title. */
const TWINS = ['employee', 'resident'];

/**
 * Puts the titles over a table, or over one segment of those side by side, together: the nearest to the head wins, the
 * name of the sheet comes last. What contradicts is not decided in silence.
 */
export function titleFacts({ grid, lexicon, table }: TableReading, segment: Segment | undefined): TitleFacts {
  const over = titlesOver(table, segment);
  const nearest = [...over].reverse();
  const longest = [...over].sort((a, b) => b.text.length - a.text.length)[0]?.text ?? '';
  const title = nearest.find(({ text }) => /表|情况/u.test(text))?.text ?? longest;
  const titles = nearest.map((cell) => ({ cell, ...lexicon.namedIn(cell.text) }));
  const sheet = lexicon.namedIn(grid.sheet.name);
  const all = [...titles, sheet];
  const { scheme, doubts } = schemeOf(titles, sheet);
  const namesPart = ({ regions }: NamedInTitle): boolean => regions.some((region) => region !== lexicon.wholeRegion);
  const namesOne = (title: NamedInTitle): boolean => title.regions.length === 1 && namesPart(title);
  const regions = all.find(namesPart)?.regions ?? [];
  const titled = titles.find(namesOne);
  if (titled !== undefined && namesOne(sheet) && titled.regions[0] !== sheet.regions[0]) {
    doubts.push({ about: 'region', cell: titled.cell, message: '表题和工作表名说的不是同一个统筹区，按表题取' });
  }
  const [indicator = ''] = all.find(({ indicators }) => indicators.length === 1)?.indicators ?? [];
  const [foreign] = all.flatMap((title) => title.foreign);
  return {
    said: { ...SILENT, scheme, region: regions.length === 1 ? (regions[0] ?? '') : '', indicator },
    doubts,
    refused: foreign === undefined ? '' : `表题说的“${foreign}”不是这里的险种`,
    notWhole: regions.length > 1 ? '表题说了几个统筹区，不知道是哪一个' : '',
    units: nearest.flatMap((cell) => unitsSaid(cell, lexicon.units)),
    title: title.replace(/\s+/gu, ' '),
  };
}

type Title = NamedInTitle & { cell: Cell };

function schemeOf(titles: readonly Title[], sheet: NamedInTitle): Pick<TitleFacts, 'doubts'> & { scheme: string } {
  const ofSheet = sheet.schemes.length === 1 ? (sheet.schemes[0] ?? '') : '';
  const title = titles.find(({ schemes }) => schemes.length > 0);
  if (title === undefined) return { scheme: ofSheet, doubts: [] };
  const doubted = (scheme: string, message: string) => ({
    scheme,
    doubts: [{ about: 'scheme' as const, cell: title.cell, message }],
  });
  const [first = ''] = title.schemes;
  if (title.schemes.length > 1) {
    if (!title.schemes.includes(ofSheet)) return { scheme: '', doubts: [] };
    return doubted(ofSheet, '表题说了几个险种，按工作表名取其中一个');
  }
  const isTwin = first !== ofSheet && TWINS.includes(first) && TWINS.includes(ofSheet);
  return isTwin ? doubted(first, '表题和工作表名说的不是同一个险种，按表题取') : { scheme: first, doubts: [] };
}

/** In a row with titles over several tables side by side, each has its own; a title alone in its row is everyone's. */
function titlesOver({ titles, segments }: FoundTable, segment: Segment | undefined): Cell[] {
  if (segment === undefined || segments.length < 2) return titles;
  const owner = (column: number): Segment | undefined =>
    segments.findLast((one) => leftOf(one) <= column) ?? segments[0];
  return titles.filter(({ row, column }) => {
    const owners = new Set(titles.filter((other) => other.row === row).map((other) => owner(other.column)));
    return owners.size < 2 || owner(column) === segment;
  });
}

function leftOf({ labels, ignored, figures }: Segment): number {
  return Math.min(...labels, ...ignored, ...figures.map(({ column }) => column));
}

/** A unit that a title says, and the cell that says it. */
interface SaidUnit {
  cell: Cell;
  /** As printed: `万元`, `十万元`. */
  name: string;
  /** Undefined for money in a unit that is not known, such as 十万元: no other title may stand in for it. */
  unit: Unit | undefined;
}

const SAID = /单位\s*:\s*([^():;]*?)(?=\s+[^\s:]*单位|[():;]|$)/gu;
const IN_BRACKETS = /[([【]([^()[\]【】:]*)[)\]】]/gu;
/** Between two units: `万元、人`; after one: `单位：万元 2023年3月31日`. */
const BETWEEN = /[\s、,;]+/u;
const MONEY = /^(?:人民币)?(\p{Script=Han}{0,3}元)$/u;

/** The units that a title says: `（单位：万元、人）`, `金额单位：万元 人数单位：人`, `收支情况表（万元）`. */
function unitsSaid(cell: Cell, units: readonly Unit[]): SaidUnit[] {
  const text = cell.text.normalize('NFKC');
  const said = [...text.matchAll(SAID), ...text.matchAll(IN_BRACKETS)].map(([, inner = '']) => inner.trim());
  return [text.trim(), ...said].flatMap((words) => {
    const whole = unitNamed(words, units);
    if (whole !== undefined) return [{ cell, name: words, unit: whole }];
    return words.split(BETWEEN).flatMap((word): SaidUnit[] => {
      const name = MONEY.exec(word)?.[1] ?? word;
      const unit = unitNamed(name, units);
      return unit !== undefined || MONEY.test(word) ? [{ cell, name, unit }] : [];
    });
  });
}
