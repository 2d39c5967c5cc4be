import { nameOfIndicator } from '../../domain/indicator.js';
import { schemeName } from '../../domain/scheme.js';
import { factKey } from '../../facts/check-facts.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { rowOf } from '../../facts/finding.js';
import { type PlaceFolder, type Report, readReport } from '../../facts/read-report.js';
import type { Reference } from '../../facts/reference.js';
import { listPeriods } from '../../facts/workspace.js';
import type { IntakeFigure } from '../intake-figure.js';
import { findingOn, type IntakeFinding } from '../intake-finding.js';
import { isPoolBalance } from '../tables/figure-meaning.js';
import { storedKey } from './known-figures.js';

/** Name of the document that an imported workbook becomes. */
export function workbookDocument(place: string, period: string): string {
  return `${place}-${period}-workbook`;
}

/** Name of the file of a period's folder that holds the facts of its workbook. */
export const WORKBOOK_FACTS_FILE = 'workbook.csv';

/** More kinds of figures than these are not named. */
const MOST_NAMED = 6;

/** What the figures of a workbook are stored as. */
export interface StoredFigures {
  facts: IntakeFigure[];
  /** What the workbook derives: compared with our own, and an input only where nothing else is there. */
  published: IntakeFigure[];
  /** Derived figures of a budget or target, for which reports have no place. */
  unstored: IntakeFigure[];
}

/**
 * Sorts the figures of a workbook by where they are stored. A figure that stands in it several times is stored once, in
 * its most precise print.
 */
export function sortFigures(figures: readonly IntakeFigure[], { indicators }: Reference): StoredFigures {
  const derived = new Set(indicators.filter(({ kind }) => kind === 'derived').map(({ code }) => code));
  const isPublished = ({ role, indicator, isTotal }: IntakeFigure): boolean =>
    role === 'published' || (role === 'previous' && (derived.has(indicator) || (isTotal && isPoolBalance(indicator))));
  const once = mostPrecise(figures);
  const published = once.filter(isPublished);
  return {
    facts: once.filter((figure) => !isPublished(figure)),
    published: published.filter(({ basis }) => basis === 'actual'),
    unstored: published.filter(({ basis }) => basis !== 'actual'),
  };
}

/** One figure a key, in the order of the first of each. A print with a value goes before a blank one. */
export function mostPrecise<Figure extends Fact>(figures: readonly Figure[]): Figure[] {
  const byKey = new Map<string, Figure>();
  for (const figure of figures) {
    const first = byKey.get(factKey(figure));
    const better = first === undefined || (figure.halfUnit ?? Infinity) < (first.halfUnit ?? Infinity);
    if (better) byKey.set(factKey(figure), figure);
  }
  return [...byKey.values()];
}

/**
 * Errors for figures that other files of the period's folder hold already: one figure cannot have two sources. What an
 * earlier import of the period's workbook wrote does not count; it is replaced.
 */
export function checkStored(folder: PlaceFolder, period: string, figures: readonly IntakeFigure[]): IntakeFinding[] {
  const { root, place } = folder;
  if (!listPeriods(root, place.code).includes(period)) return [];
  const report = readReport(folder, period);
  const document = workbookDocument(place.code, period);
  const corrected = new Map(report.corrections.map(({ ref, corrects }) => [ref, corrects]));
  const isOther = ({ source, ref }: Fact | PublishedFigure): boolean =>
    source.split(' ')[0] !== document && !corrected.get(ref)?.includes(`/${WORKBOOK_FACTS_FILE}#`);
  const others = new Map([...report.published, ...report.facts].filter(isOther).map((one) => [storedKey(one), one]));
  return figures.flatMap((figure) => {
    const other = others.get(factKey(figure));
    if (other === undefined) return [];
    const { file, line } = rowOf(other.ref);
    const message = `本期已由 ${file} 第 ${line} 行登记（${other.printed}${other.unit}），同一个数不能有两个出处`;
    const hint = '要用工作簿的数，请先从该文件删去这一行';
    return [findingOn(figure, { severity: 'error', rule: 'stored', message, hint })];
  });
}

/**
 * A doubt when the import before stored figures of the period that this workbook does not have: it replaces that one, and
 * whoever has a second statement of the same quarter would lose the first without a word. Blanks are no loss.
 *
 * @param stored the period as it is stored
 */
export function checkDropped(
  stored: Report,
  figures: readonly IntakeFigure[],
  { place, reference }: Pick<PlaceFolder, 'place' | 'reference'>,
): IntakeFinding[] {
  const document = workbookDocument(place.code, stored.period);
  const now = new Set(figures.map(storedKey));
  const dropped = [...stored.facts, ...stored.published].filter(
    (figure) =>
      figure.source.split(' ')[0] === document &&
      figure.period === stored.period &&
      figure.state !== 'unknown' &&
      !now.has(storedKey(figure)),
  );
  if (dropped.length === 0) return [];
  const nameOf = ({ scheme, indicator }: Fact | PublishedFigure): string =>
    `${schemeName(scheme)}${nameOfIndicator(reference.indicators, indicator)}`;
  const names = [...new Set(dropped.map(nameOf))];
  const named = names.slice(0, MOST_NAMED).join('、') + (names.length > MOST_NAMED ? '等' : '');
  const message = `上一次导入的工作簿有 ${dropped.length} 个数，这个工作簿里没有：${named}。一期只存一个工作簿，导入后这些数不再存在本期`;
  const hint = '同一期有几个工作簿时，请把各表放进一个工作簿再导入';
  return [{ severity: 'doubt', rule: 'stored', sheet: '', cell: '', value: '', message, hint }];
}
