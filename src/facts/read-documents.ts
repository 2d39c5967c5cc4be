import { existsSync } from 'node:fs';
import path from 'node:path';
import { readCsvFile } from './csv-file.js';
import { plainText } from './csv-text.js';
import { type Finding, failInRow } from './finding.js';
import type { SourceDocument } from './reference.js';

/** Columns of `documents.csv`, that of the reference and that of a period. */
export const DOCUMENT_COLUMNS = ['document', 'title', 'issuer', 'date', 'file', 'note'] as const;

type DocumentColumn = (typeof DOCUMENT_COLUMNS)[number];

/** Reads the documents of a period's own. A name that is taken, by `others` too, and a missing file are findings. */
export function readDocuments(
  root: string,
  file: string,
  others: readonly SourceDocument[],
): { documents: SourceDocument[]; findings: Finding[] } {
  const { records, findings } = readCsvFile(root, file, { required: DOCUMENT_COLUMNS });
  const names = new Set(others.map(({ id }) => id));
  const documents: SourceDocument[] = [];
  for (const { line, cells } of records) {
    const text = (column: DocumentColumn): string => plainText(cells[column] ?? '');
    const before = findings.length;
    const fail = failInRow(findings, { file, line }, (column) => plainText(cells[column] ?? ''));
    if (text('document') === '') fail('document', '没有写文件的代号');
    else if (names.has(text('document'))) fail('document', '这个代号已有别的文件使用');
    if (text('file') === '' || !existsSync(path.join(root, text('file')))) fail('file', '文件不存在');
    names.add(text('document'));
    if (findings.length > before) continue;
    documents.push(documentOf(text));
  }
  return { documents, findings };
}

/** A document from the texts of its row. */
export function documentOf(text: (column: DocumentColumn) => string): SourceDocument {
  return {
    id: text('document'),
    title: text('title'),
    issuer: text('issuer'),
    date: text('date'),
    file: text('file'),
    note: text('note'),
  };
}
