import { readFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../../domain/input-error.js';
import type { SourceDocument } from '../../facts/reference.js';
import { readWorkbook } from '../../intake/workbook/read-workbook.js';
import type { Workbook } from '../../intake/workbook/workbook.js';
import { documentPage } from '../../publish/pages/document-page.js';
import type { PageSite } from '../../publish/pages/page-frame.js';
import { isWorkbook, workbookCopyName, workbookPage } from '../../publish/pages/workbook-page.js';

/** A source document in the output. */
export interface DocumentFiles {
  /** The page to which sources lead. */
  page: string;
  /** The workbook itself, to lie beside the page; undefined for a text, which the page shows whole. */
  copy: { name: string; bytes: Uint8Array } | undefined;
}

/** Makes the page of a document: of lines for a text, of sheets for a workbook. */
export async function documentFiles(root: string, document: SourceDocument, site: PageSite): Promise<DocumentFiles> {
  const file = path.join(root, document.file);
  const bytes = readFileSync(file);
  if (!isWorkbook(document)) return { page: documentPage(document, bytes.toString('utf8'), site), copy: undefined };
  const page = workbookPage(document, await workbookOrReason(file), site);
  return { page, copy: { name: workbookCopyName(document), bytes } };
}

/** A workbook that was imported once and cannot be read now must not stop the rerun of facts that are in order. */
async function workbookOrReason(file: string): Promise<Workbook | string> {
  try {
    return await readWorkbook(file);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}
