import type { AcceptedDoubt } from './accepted.js';
import { checkFacts } from './check-facts.js';
import type { Correction, Fact, PublishedFigure } from './fact.js';
import type { Finding } from './finding.js';
import { checkPrintedTotals } from './printed-totals.js';
import { readAccepted } from './read-accepted.js';
import { readCorrections } from './read-corrections.js';
import { readDocuments } from './read-documents.js';
import { type Figures, readFigures } from './read-figures.js';
import { readRestatements } from './read-restatements.js';
import { readStatements } from './read-statements.js';
import type { Place, Reference, SourceDocument } from './reference.js';
import type { FigureFile } from './resolve-row.js';
import type { Restatement } from './restatement.js';
import type { Statement } from './statement.js';
import { periodFiles } from './workspace.js';

/** Everything that one report of one place says, read and checked. */
export interface Report {
  period: string;
  /** Facts with corrections in the place of rows corrected, and restated figures of earlier periods. */
  facts: Fact[];
  published: PublishedFigure[];
  corrections: Correction[];
  /** Figures of earlier reports that this one states anew. */
  restatements: Restatement[];
  /** Doubts that were accepted when the report was imported. */
  accepted: AcceptedDoubt[];
  /** What its own sentences say of its pools. */
  statements: Statement[];
  /** Documents of the period's own. */
  documents: SourceDocument[];
  findings: Finding[];
  /** Files read, relative to the root. */
  files: string[];
}

/** The folder of a place in a workspace, and the glossary against which its reports are read. */
export interface PlaceFolder {
  root: string;
  place: Place;
  reference: Reference;
}

/** What a file says that is not there. */
const nothing = () => ({
  facts: [],
  rows: [],
  published: [],
  corrections: [],
  restatements: [],
  accepted: [],
  documents: [],
  statements: [],
  findings: [],
});

/** Reads the folder `data/<place>/<period>/`. All findings of all files are collected; nothing is thrown for data. */
export function readReport({ root, place, reference }: PlaceFolder, period: string): Report {
  const files = periodFiles(root, place.code, period);
  const at = (file: string): FigureFile => ({ root, reference, place: place.code, reported: period, file });

  const own = files.facts.map((file) => readFigures(at(file), { required: [], optional: ['basis', 'period'] }));
  const printed = own.flatMap(({ rows }) => rows.map(({ fact }) => fact));
  const corrected = files.corrections
    ? readCorrections(at(files.corrections), printed)
    : { ...nothing(), facts: printed };
  const published: Figures = files.published ? readFigures(at(files.published), PUBLISHED_HEAD) : nothing();
  const restated = files.restatements ? readRestatements(at(files.restatements)) : nothing();
  const { accepted, ...accepting } = files.accepted ? readAccepted(root, files.accepted) : nothing();
  const listed = files.documents ? readDocuments(root, files.documents, reference.documents) : nothing();
  const said = files.statements ? readStatements(at(files.statements)) : nothing();
  const figures = {
    facts: [...corrected.facts, ...restated.facts],
    published: [
      ...published.rows.map(({ fact, cells }) => ({ ...fact, explanation: cells.explanation ?? '' })),
      ...restated.published.map((fact) => ({ ...fact, explanation: '' })),
    ],
  };
  const { facts: ownFiles, ...special } = files;
  return {
    period,
    ...figures,
    corrections: corrected.corrections,
    restatements: restated.restatements,
    accepted,
    statements: said.statements,
    documents: listed.documents,
    findings: [
      ...(own.length > 0 ? own.flatMap(({ findings }) => findings) : [withoutFacts(`data/${place.code}/${period}`)]),
      ...[corrected, published, restated, accepting, listed, said].flatMap(({ findings }) => findings),
      ...checkFacts(figures.facts, reference),
      ...checkPrintedTotals(figures, place.wholeRegion, reference),
    ],
    files: [...ownFiles, ...Object.values(special)],
  };
}

const PUBLISHED_HEAD = { required: ['explanation'], optional: ['period'] };

function withoutFacts(folder: string): Finding {
  const rule = '文件夹里没有任何数据文件（*.csv）';
  return { severity: 'error', file: folder, line: 0, column: '', value: '', rule };
}
