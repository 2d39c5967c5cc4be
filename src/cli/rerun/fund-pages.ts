import { setImmediate } from 'node:timers/promises';
import { periodLabel } from '../../domain/period.js';
import type { Fund } from '../../facts/fund.js';
import { dataPage } from '../../publish/pages/data-page.js';
import { factsPage } from '../../publish/pages/facts-page.js';
import type { PageSite } from '../../publish/pages/page-frame.js';
import type { FactSheet } from '../../show/fact-links.js';
import { checkFund } from '../../subjects/findings/check-fund.js';
import { type DocumentFiles, documentFiles } from './document-files.js';
import { factSheet } from './fact-sheet.js';

/** What the facts alone give, whatever the notebooks show: it is made while they run. */
export interface FundPages {
  site: PageSite;
  sheet: FactSheet;
  /** Pages by their file. */
  pages: ReadonlyMap<string, string>;
  /** Source documents that lie beside their pages. */
  copies: (NonNullable<DocumentFiles['copy']> & { title: string })[];
}

/** Makes the pages of the facts, of what validation found, and of the source documents. */
export async function openFundPages(fund: Fund): Promise<FundPages> {
  const site: PageSite = { placeName: fund.place.name, periodLabel: periodLabel(fund.period) };
  const sheet = factSheet(fund);
  const pages = new Map([['facts.html', factsPage(sheet, site)]]);
  const copies: FundPages['copies'] = [];
  // In between the kernels have their turn.
  await setImmediate();
  for (const document of fund.documents) {
    const { page, copy } = await documentFiles(fund.root, document, site);
    pages.set(`documents/${document.id}.html`, page);
    if (copy !== undefined) copies.push({ ...copy, title: document.title });
  }
  await setImmediate();
  pages.set('data.html', dataPage(sheet, checkFund(fund), site));
  return { site, sheet, pages, copies };
}
