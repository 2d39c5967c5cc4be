import path from 'node:path';
import { InputError } from '../domain/input-error.js';
import { endsBefore, parsePeriod } from '../domain/period.js';
import type { Fact } from '../facts/fact.js';
import { previousReport } from '../facts/previous-report.js';
import { readReference } from '../facts/read-reference.js';
import type { Place, Reference } from '../facts/reference.js';
import { type ReportReader, reportReader } from '../facts/report-reader.js';
import { choosePlace, listPeriods } from '../facts/workspace.js';
import { checkFigures } from './checks/check-figures.js';
import { identitiesOf } from './checks/identities.js';
import type { IntakeFigure } from './intake-figure.js';
import type { IntakeFinding } from './intake-finding.js';
import type { Repair } from './repair/repair.js';
import { smallestRepair } from './repair/smallest-repair.js';
import { shortFinding } from './short-finding.js';
import { shortText } from './short-text.js';
import { knownFigures, withStoredPrecision } from './store/known-figures.js';
import { type RestatedFigure, restatementsIn } from './store/restated-figures.js';
import { checkDropped, checkStored } from './store/stored-figures.js';
import { extractFigures, type PlacedTable } from './tables/extract-figures.js';
import { readHeads } from './tables/head-words.js';
import { type NewPlace, withNewPlace } from './tables/new-place.js';
import { statedIn } from './tables/stated-in.js';
import { readWorkbook } from './workbook/read-workbook.js';

/** Which workbook to examine, and for which place and period where the workbook does not say so itself. */
export interface ExamineOptions {
  root: string;
  /** Path of the workbook. */
  file: string;
  /** Code or name of the place; empty to take what the workbook states. */
  place: string;
  /** Empty to take what the workbook states. */
  period: string;
}

/** Everything that is known of a workbook before anything is written. */
export interface Examination {
  place: Place;
  /** Present when the workbook brings a place that the reference lacks. */
  newPlace: NewPlace | undefined;
  period: string;
  /** Tables that were found, in the order of the workbook. */
  tables: PlacedTable[];
  /** What the import would store: facts, derived figures and comparative figures of other periods not yet known. */
  figures: IntakeFigure[];
  /** Comparative figures that differ from what is stored. */
  restated: RestatedFigure[];
  findings: IntakeFinding[];
  repairs: Repair[];
}

/**
 * Reads a workbook, finds its tables, checks its figures against each other and against what is stored. Nothing is
 * written. Throws InputError for a file that cannot be read, and for a place or period that is unknown or contradicts
 * what the workbook states; everything else is a finding.
 */
export async function examineWorkbook(options: ExamineOptions): Promise<Examination> {
  const { root } = options;
  const workbook = await readWorkbook(options.file);
  const glossary = readReference(root);
  const stated = statedIn(workbook, glossary);
  const reference = stated.newPlace === undefined ? glossary : withNewPlace(glossary, stated.newPlace);
  const { place, period } = subjectOf(options, stated, reference);
  const periods = listPeriods(root, place.code);
  const folder = { root, place, reference };
  const read = reportReader(folder);
  const previous = previousReport(periods, period, read);
  const extraction = extractFigures(workbook, {
    reference,
    heads: readHeads(root),
    place: place.code,
    period,
    previousPeriod: previous?.period ?? '',
  });
  const context = {
    reference,
    wholeRegion: place.wholeRegion,
    period,
    previous: [...(previous?.facts ?? []), ...(previous?.published ?? [])],
    yearToDateBefore: yearToDateBefore(periods, period, read),
    known: knownFigures(periods, read, period),
  };
  const precise = withStoredPrecision(extraction.figures, context);
  const compared = restatementsIn(extraction.figures, context, reference.indicators);
  const figures = [...extraction.figures.filter((figure) => isOwn(figure, period)), ...compared.newComparatives];
  const findings = [
    ...stated.findings,
    ...extraction.findings,
    ...checkFigures(precise, context),
    ...checkStored(folder, period, [...figures, ...compared.restated.map(({ figure }) => figure)]),
  ];
  // Where an error leaves figures out, or there is none at all, they are not missing yet.
  const isWhole = figures.length > 0 && !findings.some(({ severity }) => severity === 'error');
  if (isWhole && periods.includes(period)) findings.push(...checkDropped(read(period), figures, folder));
  return {
    place,
    newPlace: stated.newPlace,
    period,
    tables: extraction.tables,
    figures,
    restated: compared.restated,
    findings: findings.map(shortFinding),
    repairs: smallestRepair(identitiesOf(precise, context)),
  };
}

/** What the workbook is about. */
function subjectOf(
  options: ExamineOptions,
  stated: { place: string; period: string },
  { places }: Reference,
): { place: Place; period: string } {
  // Text that names no place is left for the error that lists them.
  const isAsked = ({ code, name }: Place): boolean => code === options.place || name === options.place;
  const asked = places.find((place) => options.place !== '' && isAsked(place))?.code ?? options.place;
  const place = choosePlace(places, chosen(options.file, PLACE, [asked, stated.place]));
  const period = chosen(options.file, PERIOD, [options.period, stated.period]);
  parsePeriod(period);
  return { place, period };
}

function isOwn(figure: IntakeFigure, period: string): boolean {
  return figure.role !== 'previous' && figure.period === period;
}

const PLACE = { what: '地区', option: '--place' };
const PERIOD = { what: '期间', option: '--period' };

/** What the command line and the workbook say must not differ; one of them must say it. */
function chosen(file: string, { what, option }: typeof PLACE, [asked, stated]: [string, string]): string {
  if (asked !== '' && stated !== '' && asked !== stated) {
    throw new InputError(
      `${path.basename(file)}：表中写的${what}是“${shortText(stated)}”，命令写的是“${asked}”（${option}），请核对后改其一`,
    );
  }
  const value = asked || stated;
  if (value !== '') return value;
  throw new InputError(`${path.basename(file)}：表中没有写明${what}，请用 ${option} 指明`);
}

/** Facts of the latest earlier quarter of the same year; none for a first quarter. */
function yearToDateBefore(periods: readonly string[], period: string, read: ReportReader): Fact[] {
  const { year } = parsePeriod(period);
  const before = periods.findLast((earlier) => endsBefore(earlier, period) && parsePeriod(earlier).year === year);
  return before === undefined ? [] : read(before).facts;
}
