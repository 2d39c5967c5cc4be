import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { periodLabel } from '../../domain/period.js';
import { findRegion } from '../../domain/region.js';
import type { AcceptedDoubt } from '../../facts/accepted.js';
import { decodeMarked } from '../../facts/csv-file.js';
import { safeText } from '../../facts/csv-text.js';
import type { Fact } from '../../facts/fact.js';
import { ACCEPTED_COLUMNS } from '../../facts/read-accepted.js';
import { DOCUMENT_COLUMNS } from '../../facts/read-documents.js';
import { RESTATEMENT_COLUMNS } from '../../facts/read-restatements.js';
import type { Reference } from '../../facts/reference.js';
import { ACCEPTED_FILE, DOCUMENTS_FILE, PUBLISHED_FILE, RESTATEMENTS_FILE } from '../../facts/workspace.js';
import type { IntakeFigure } from '../intake-figure.js';
import type { DataChange } from './data-transaction.js';
import type { PeriodPlan } from './period-plan.js';
import { type CsvRow, replaceRows, rowsOf } from './replace-rows.js';
import { mostPrecise, type StoredFigures, WORKBOOK_FACTS_FILE, workbookDocument } from './stored-figures.js';

const FACT_COLUMNS = ['region', 'scheme', 'indicator', 'category', 'period', 'basis', 'value', 'unit', 'source'];
const PUBLISHED_COLUMNS = [...FACT_COLUMNS.filter((name) => name !== 'basis'), 'explanation'];
const NOT_PRINTED = '未印';
/** How an explanation begins that is the reason of an accepted doubt. */
const ACCEPTED_FOR = '导入时认可：';
/** Rules that doubt whether a printed figure is what its parts make. */
const DERIVATION_RULES = ['total', 'identity'];

/** What changes in the folder of a period. */
export interface PeriodChanges {
  changes: DataChange[];
  /** Folder that keeps what the import before stored, relative to the root; empty when nothing of it changes. */
  earlier: string;
}

/**
 * The files of a period's folder as an import leaves them; files that stay as they are are left out. Only rows of the
 * period's own workbook are replaced. An explanation that somebody wrote beside a derived figure stays with it as long
 * as the figure is the same; where nobody did, the reason for which its doubt was accepted explains it.
 */
export function periodChanges(
  plan: PeriodPlan,
  figures: StoredFigures,
  bytes: Uint8Array,
  reference: Reference,
): PeriodChanges {
  const folder = path.posix.join('data', plan.place.code, plan.period);
  const textOf = (name: string): string => decodeMarked(readOr(plan.root, `${folder}/${name}`, new Uint8Array())) ?? '';
  const document = workbookDocument(plan.place.code, plan.period);
  const isOwn = (row: CsvRow): boolean => row.source?.split(' ')[0] === document;
  const row = rowMaker(plan, document, reference);
  const file = (
    name: string,
    columns: readonly string[],
    own: (row: CsvRow) => boolean,
    rows: CsvRow[],
  ): DataChange => ({
    file: `${folder}/${name}`,
    content: replaceRows(textOf(name), columns, own, rows) ?? null,
  });
  const stored = `${folder}/source/workbook${extensionOf(plan.workbook)}`;
  const explanations = new Map(rowsOf(textOf(PUBLISHED_FILE)).map((old) => [identity(old), old.explanation ?? '']));
  const published = figures.published.map((figure): CsvRow => {
    const { basis: _, ...cells } = row(figure);
    const written = explanations.get(identity(cells)) ?? '';
    const isOwnWord = written !== '' && !written.startsWith(ACCEPTED_FOR);
    return { ...cells, explanation: isOwnWord ? written : acceptedFor(figure, plan.accepted) };
  });
  const restated = mostPrecise(plan.restated.map((one) => ({ ...one.figure, restatement: one })));
  const files = [
    file(WORKBOOK_FACTS_FILE, FACT_COLUMNS, isOwn, figures.facts.map(row)),
    file(PUBLISHED_FILE, PUBLISHED_COLUMNS, isOwn, published),
    file(
      RESTATEMENTS_FILE,
      [...FACT_COLUMNS, ...RESTATEMENT_COLUMNS],
      isOwn,
      restated.map(({ restatement, ...figure }) => {
        const { known, date, reason } = restatement;
        return { ...row(figure), restates: known.ref, date, reason: safeText(reason) };
      }),
    ),
    file(
      ACCEPTED_FILE,
      ACCEPTED_COLUMNS,
      () => true,
      plan.accepted.map((doubt) => safeRow({ ...doubt })),
    ),
    file(DOCUMENTS_FILE, DOCUMENT_COLUMNS, (old) => old.document === document, [
      documentRow(plan, document, stored, bytes),
    ]),
    { file: stored, content: bytes },
    ...otherWorkbooks(plan.root, folder, stored),
  ];
  const changes = files.filter((change) => !isAsStored(plan.root, change));
  const earlier = changes.some(({ file }) => /\/(workbook|published|restatements)\.[a-z]+$/.test(file));
  const kept = earlier ? keepEarlier(plan.root, folder) : [];
  return { changes: [...changes, ...kept], earlier: kept.length === 0 ? '' : earlierFolder(plan.root, folder) };
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

function rowMaker(plan: PeriodPlan, document: string, reference: Reference): (figure: Fact) => CsvRow {
  const regions = plan.newPlace?.regions ?? reference.regions[plan.place.code] ?? [];
  // A name that stands for another region too would be read back as that one.
  const names = new Map(
    regions.map(({ code, name }) => [code, findRegion(regions, name)?.code === code ? name : code]),
  );
  return (figure) => ({
    region: names.get(figure.region) ?? figure.region,
    scheme: figure.scheme,
    indicator: figure.indicator,
    category: figure.category,
    period: figure.period === plan.period ? '' : figure.period,
    basis: figure.basis,
    value: figure.printed,
    unit: figure.unit,
    source: `${document} ${figure.source.replace(/[\r\n]+/g, ' ')}`,
  });
}

function documentRow(plan: PeriodPlan, document: string, file: string, bytes: Uint8Array): CsvRow {
  const { title = '', issuer = '', date = '' } = plan.document ?? {};
  return safeRow({
    document,
    title: title || `${plan.place.name}${periodLabel(plan.period)}报表`,
    issuer: issuer || NOT_PRINTED,
    date: date || NOT_PRINTED,
    file,
    note: `工作簿“${path.basename(plan.workbook)}”导入，sha256 ${sha256(bytes)}`,
  });
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

/** A workbook of another format that the import before stored. */
function otherWorkbooks(root: string, folder: string, stored: string): DataChange[] {
  const source = path.join(root, folder, 'source');
  const names = existsSync(source) ? readdirSync(source).filter((name) => /^workbook\.[a-z]+$/.test(name)) : [];
  return names
    .map((name) => `${folder}/source/${name}`)
    .filter((file) => file !== stored)
    .map((file) => ({ file, content: null }));
}

/** Copies of what the import before stored; none when there was none. */
function keepEarlier(root: string, folder: string): DataChange[] {
  const source = path.join(root, folder, 'source');
  const workbook = existsSync(source) ? readdirSync(source).find((name) => /^workbook\.[a-z]+$/.test(name)) : undefined;
  if (workbook === undefined) return [];
  const tables = [WORKBOOK_FACTS_FILE, PUBLISHED_FILE, RESTATEMENTS_FILE, ACCEPTED_FILE, DOCUMENTS_FILE];
  return [`source/${workbook}`, ...tables]
    .filter((name) => existsSync(path.join(root, folder, name)))
    .map((name) => ({
      file: `${earlierFolder(root, folder)}/${name}`,
      content: readFileSync(path.join(root, folder, name)),
    }));
}

/** The next free folder: `source/earlier/1`, `source/earlier/2`, … */
function earlierFolder(root: string, folder: string): string {
  const all = path.join(root, folder, 'source', 'earlier');
  const numbers = existsSync(all) ? readdirSync(all).map(Number).filter(Number.isInteger) : [];
  return `${folder}/source/earlier/${Math.max(0, ...numbers) + 1}`;
}

function readOr(root: string, file: string, none: Uint8Array): Uint8Array {
  const full = path.join(root, file);
  return existsSync(full) ? readFileSync(full) : none;
}

function extensionOf(file: string): string {
  const extension = path.extname(file).toLowerCase();
  return /^\.[a-z]+$/.test(extension) ? extension : '.xlsx';
}
