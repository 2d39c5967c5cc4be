import { describe, expect, it } from 'vitest';
import { documentPage } from '../../../src/publish/pages/document-page.js';
import { documentHref } from '../../../src/show/fact-address.js';
import { HOSTILE, SHEET, SITE } from './page-sample.js';

const [DOCUMENT] = SHEET.documents;
if (DOCUMENT === undefined) throw new Error('the sample has no document');

const linesOf = (page: string): string[][] =>
  [...page.matchAll(/<div class="line" id="(L\d+)"><a href="#L\d+">\d+<\/a><span>(.*)<\/span>/g)].map((match) =>
    match.slice(1),
  );

describe('the page of a document', () => {
  it('numbers lines from 1, empty ones too, and not the end of the file', () => {
    expect(linesOf(documentPage(DOCUMENT, '攸县\n\n\t12,634.00\n', SITE))).toEqual([
      ['L1', '攸县'],
      ['L2', ''],
      ['L3', '\t12,634.00'],
    ]);
  });

  it('counts lines alike whether they end with a carriage return or not', () => {
    expect(linesOf(documentPage(DOCUMENT, 'a\r\nb\r\n', SITE))).toEqual([
      ['L1', 'a'],
      ['L2', 'b'],
    ]);
  });

  it('has the line to which a source leads', () => {
    expect(documentHref(DOCUMENT.id, 2)).toBe('documents/zhuzhou-2021Q1.html#L2');
    expect(documentPage(DOCUMENT, 'a\nb', SITE)).toContain('id="L2"');
  });

  it('keeps the text of the document as text', () => {
    const page = documentPage({ ...DOCUMENT, title: HOSTILE }, `a & b ${HOSTILE}`, SITE);
    expect(linesOf(page)).toEqual([['L1', 'a &amp; b &lt;img src=x onerror=alert(1)&gt;']]);
    expect(page).not.toContain('<img');
  });
});
