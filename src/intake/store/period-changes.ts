import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { periodLabel } from '../../domain/period.js';
import { findRegion } from '../../domain/region.js';
import type { AcceptedDoubt } from '../../facts/accepted.js';
import { safeText } from '../../facts/csv-text.js';
import type { Fact } from '../../facts/fact.js';
import { ACCEPTED_COLUMNS } from '../../facts/read-accepted.js';
import { DOCUMENT_COLUMNS } from '../../facts/read-documents.js';
import { RESTATEMENT_COLUMNS } from '../../facts/read-restatements.js';
import type { Place, Reference, SourceDocument } from '../../facts/reference.js';
import {
  ACCEPTED_FILE,
  DOCUMENTS_FILE,
  PUBLISHED_FILE,
  RESTATEMENTS_FILE,
  storedWorkbooks,
} from '../../facts/workspace.js';
import type { IntakeFigure } from '../intake-figure.js';
import type { NewPlace } from '../tables/new-place.js';
import type { DataChange } from './data-transaction.js';
import type { RestatedFigure } from './restated-figures.js';
import { type CsvRow, type CsvTable, StoredCsv } from './stored-csv.js';
import { mostPrecise, type StoredFigures, WORKBOOK_FACTS_FILE, workbookDocument } from './stored-figures.js';

const FACT_COLUMNS = ['region', 'scheme', 'indicator', 'category', 'period', 'basis', 'value', 'unit', 'source'];
const PUBLISHED_COLUMNS = [...FACT_COLUMNS.filter((name) => name !== 'basis'), 'explanation'];
const RESTATED_COLUMNS = [...FACT_COLUMNS, ...RESTATEMENT_COLUMNS];
const NOT_PRINTED = '未印';
/** How an explanation begins that is the reason of an accepted doubt. */
const ACCEPTED_FOR = '导入时认可：';
/** Rules that doubt whether a printed figure is what its parts make. */
const DERIVATION_RULES = ['total', 'identity'];

/** A restated figure with why and when. */
export interface DatedRestatement extends RestatedFigure {
  /** `YYYY-MM-DD`. */
  date: string;
  reason: string;
}

/** Everything that an import is to store. */
export interface PeriodPlan {
  root: string;
  place: Place;
  period: string;
  /** Path of the workbook. */
  workbook: string;
  /** What the workbook says of itself; what is absent or empty is given a title from place and period, or said not to be printed. */
  document?: Partial<Pick<SourceDocument, 'title' | 'issuer' | 'date'>>;
  /** Of the bytes that the figures were read from, in hexadecimal; a file that has changed since is refused. */
  sha256?: string;
  /** Facts, derived figures, and comparative figures that are not stored yet. */
  figures: readonly IntakeFigure[];
  restated: readonly DatedRestatement[];
  accepted: readonly AcceptedDoubt[];
  /** The place with its regions when the reference lacks it. */
  newPlace?: NewPlace | undefined;
}

/** What an import is to store, with the bytes of its workbook. */
interface ReadPlan extends PeriodPlan {
  bytes: Uint8Array;
}

/**
 * The files of a period's folder as an import leaves them; files that stay as they are are left out. Only rows of the
 * period's own workbook are replaced. An explanation that somebody wrote beside a derived figure stays with it as long
 * as the figure is the same; where nobody did, the reason for which its doubt was accepted explains it. `earlier` is
 * the folder that keeps what the import before stored, relative to the root; empty when nothing of it changes.
 */
export function periodChanges(
  plan: ReadPlan,
  figures: StoredFigures,
  reference: Reference,
): { changes: DataChange[]; earlier: string } {
  const folder = path.posix.join('data', plan.place.code, plan.period);
  const changes = new ImportedPeriod(plan, folder, reference)
    .files(figures)
    .filter((change) => !isAsStored(plan.root, change));
  const isReplaced = changes.some(({ file }) => /\/(workbook|published|restatements)\.[a-z]+$/.test(file));
  const earlier = earlierFolder(plan.root, folder);
  const kept = isReplaced ? keepEarlier(plan.root, folder, earlier) : [];
  return { changes: [...changes, ...kept], earlier: kept.length === 0 ? '' : earlier };
}

/** The files of a period that an import writes. */
class ImportedPeriod {
  readonly #document: string;
  /** Names of the regions by their codes. A name that stands for another region too would be read back as that one. */
  readonly #regionNames: ReadonlyMap<string, string>;

  constructor(
    private readonly plan: ReadPlan,
    private readonly folder: string,
    reference: Reference,
  ) {
    this.#document = workbookDocument(plan.place.code, plan.period);
    const regions = plan.newPlace?.regions ?? reference.regions[plan.place.code] ?? [];
    this.#regionNames = new Map(
      regions.map(({ code, name }) => [code, findRegion(regions, name)?.code === code ? name : code]),
    );
  }

  files({ facts, published }: StoredFigures): DataChange[] {
    const workbook = `source/workbook${extensionOf(this.plan.workbook)}`;
    const others = storedWorkbooks(path.join(this.plan.root, this.folder)).filter((name) => name !== workbook);
    return [
      this.#own(WORKBOOK_FACTS_FILE, { columns: FACT_COLUMNS, rows: facts.map((fact) => this.#row(fact)) }),
      this.#own(PUBLISHED_FILE, { columns: PUBLISHED_COLUMNS, rows: this.#publishedRows(published) }),
      this.#own(RESTATEMENTS_FILE, { columns: RESTATED_COLUMNS, rows: this.#restatedRows() }),
      this.#csv(ACCEPTED_FILE).replaced(() => true, {
        columns: ACCEPTED_COLUMNS,
        rows: this.plan.accepted.map((doubt) => safeRow({ ...doubt })),
      }),
      this.#csv(DOCUMENTS_FILE).replaced((old) => old.document === this.#document, {
        columns: DOCUMENT_COLUMNS,
        rows: [this.#documentRow(`${this.folder}/${workbook}`)],
      }),
      { file: `${this.folder}/${workbook}`, content: this.plan.bytes },
      ...others.map((name) => ({ file: `${this.folder}/${name}`, content: null })),
    ];
  }

  #csv(name: string): StoredCsv {
    return new StoredCsv(this.plan.root, `${this.folder}/${name}`);
  }

  /** A file in which the rows that name the workbook as their source are replaced. */
  #own(name: string, table: CsvTable): DataChange {
    return this.#csv(name).replaced(({ source }) => source?.split(' ')[0] === this.#document, table);
  }

  #publishedRows(published: readonly IntakeFigure[]): CsvRow[] {
    const before = this.#csv(PUBLISHED_FILE).rows();
    const explanations = new Map(before.map((old) => [identity(old), old.explanation ?? '']));
    return published.map((figure) => {
      const { basis: _, ...cells } = this.#row(figure);
      const written = explanations.get(identity(cells)) ?? '';
      const isOwnWord = written !== '' && !written.startsWith(ACCEPTED_FOR);
      return { ...cells, explanation: isOwnWord ? written : acceptedFor(figure, this.plan.accepted) };
    });
  }

  #restatedRows(): CsvRow[] {
    const restated = this.plan.restated.map((one) => ({ ...one.figure, restatement: one }));
    return mostPrecise(restated).map(({ restatement: { known, date, reason }, ...figure }) => {
      return { ...this.#row(figure), restates: known.ref, date, reason: safeText(reason) };
    });
  }

  #row(figure: Fact): CsvRow {
    return {
      region: this.#regionNames.get(figure.region) ?? figure.region,
      scheme: figure.scheme,
      indicator: figure.indicator,
      category: figure.category,
      period: figure.period === this.plan.period ? '' : figure.period,
      basis: figure.basis,
      value: figure.printed,
      unit: figure.unit,
      source: `${this.#document} ${figure.source.replace(/[\r\n]+/g, ' ')}`,
    };
  }

  #documentRow(file: string): CsvRow {
    const { document, place, period, workbook, bytes } = this.plan;
    return safeRow({
      document: this.#document,
      title: document?.title || `${place.name}${periodLabel(period)}报表`,
      issuer: document?.issuer || NOT_PRINTED,
      date: document?.date || NOT_PRINTED,
      file,
      note: `工作簿“${path.basename(workbook)}”导入，sha256 ${sha256(bytes)}`,
    });
  }
}

/** Why a derived figure was accepted although it is not what its parts make; empty when nobody doubted it. */
function acceptedFor({ sheet, cell }: IntakeFigure, accepted: readonly AcceptedDoubt[]): string {
  const doubt = accepted.find(
    (one) => DERIVATION_RULES.includes(one.rule) && one.sheet.trim() === sheet.trim() && one.cell === cell,
  );
  return doubt === undefined ? '' : `${ACCEPTED_FOR}${doubt.reason}`;
}

/** Whether a change leaves a file as it is. */
export function isAsStored(root: string, { file, content }: DataChange): boolean {
  const full = path.join(root, file);
  if (content === null || !existsSync(full)) return content === null && !existsSync(full);
  return Buffer.from(content).equals(readFileSync(full));
}

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function safeRow(row: CsvRow): CsvRow {
  return Object.fromEntries(Object.entries(row).map(([name, text]) => [name, safeText(text)]));
}

function identity(row: CsvRow): string {
  const { region, scheme, indicator, category, period, value, unit } = row;
  return [region, scheme, indicator, category, period, value, unit].join('|');
}

/** Copies of what the import before stored; none when there was none. */
function keepEarlier(root: string, folder: string, earlier: string): DataChange[] {
  const [workbook] = storedWorkbooks(path.join(root, folder));
  if (workbook === undefined) return [];
  const tables = [WORKBOOK_FACTS_FILE, PUBLISHED_FILE, RESTATEMENTS_FILE, ACCEPTED_FILE, DOCUMENTS_FILE];
  return [workbook, ...tables]
    .filter((name) => existsSync(path.join(root, folder, name)))
    .map((name) => ({ file: `${earlier}/${name}`, content: readFileSync(path.join(root, folder, name)) }));
}

/** The next free folder: `source/earlier/1`, `source/earlier/2`, … */
function earlierFolder(root: string, folder: string): string {
  const all = path.join(root, folder, 'source', 'earlier');
  const numbers = existsSync(all) ? readdirSync(all).map(Number).filter(Number.isInteger) : [];
  return `${folder}/source/earlier/${Math.max(0, ...numbers) + 1}`;
}

function extensionOf(file: string): string {
  const extension = path.extname(file).toLowerCase();
  return /^\.[a-z]+$/.test(extension) ? extension : '.xlsx';
}
