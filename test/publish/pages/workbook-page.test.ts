import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellReference } from '../../../src/intake/workbook/cell-range.js';
import type { Cell, Sheet } from '../../../src/intake/workbook/workbook.js';
import { sourceHtml } from '../../../src/publish/pages/facts-table.js';
import { isWorkbook, workbookCopyName, workbookPage } from '../../../src/publish/pages/workbook-page.js';
import { cellAnchor, documentHref, sourcePlace } from '../../../src/show/fact-address.js';
import { sheetOf, workbookOf } from '../../fixtures/sheet.js';
import { HOSTILE, SITE } from './page-sample.js';

const DOCUMENT = {
  id: 'zhuzhou-2021Q1-workbook',
  title: '株洲市2021年一季度报表',
  issuer: '株洲市医疗保障事务中心',
  date: '',
  file: 'data/zhuzhou/2021Q1/source/workbook.xlsx',
  note: '导入',
};
const BALANCE = sheetOf('居民累计结余分析表', [
  ['统筹区', '期末累计结余'],
  ['攸县', '12,634.00'],
]);

const cellOf = (cell: Partial<Cell>): Sheet => ({
  name: '表',
  cells: [{ row: 1, column: 1, address: 'A1', kind: 'text', text: '', formula: '', ...cell }],
  merges: [],
  hidden: false,
});
const pageOf = (...sheets: Sheet[]): string => workbookPage(DOCUMENT, workbookOf(...sheets), SITE);

describe('the page of a workbook', () => {
  it('shows a sheet with its column letters and row numbers, each cell under its own anchor', () => {
    const page = pageOf(BALANCE);
    expect(page).toContain('<thead><tr><th></th><th scope="col">A</th><th scope="col">B</th></tr></thead>');
    expect(page).toContain(
      '<tr><th scope="row">2</th><td id="居民累计结余分析表!A2" class="label">攸县</td><td id="居民累计结余分析表!B2" class="figure">12,634.00</td></tr>',
    );
  });

  it('names columns beyond the twenty-sixth as spreadsheets do', () => {
    const row = [...Array(27).fill('1'), '2'];
    expect(pageOf(sheetOf('宽', [row]))).toContain(
      '<th scope="col">Z</th><th scope="col">AA</th><th scope="col">AB</th>',
    );
  });

  it('has the cell to which a source leads, whatever the name of the sheet', () => {
    const names = ['居民累计结余分析表', 'a b', "it's", '表1（新）', '"<b>', '%20', 'a:20b', '𠮷', '#!', '__proto__'];
    for (const name of names) {
      const href = documentHref(DOCUMENT.id, { sheet: name, cell: 'B2' });
      const anchor = decodeURIComponent(href.split('#')[1] ?? '');
      expect(anchor).not.toMatch(/[\s"'<>%#]/);
      expect(pageOf({ ...BALANCE, name }).split(`<td id="${anchor}"`)).toHaveLength(2);
    }
    expect(new Set(names.map((name) => cellAnchor(name, 'B2'))).size).toBe(names.length);
  });

  it('marks a hidden sheet, a blank sheet, a fault and a formula without a result', () => {
    expect(pageOf({ ...BALANCE, hidden: true })).toContain('隐藏的工作表');
    expect(pageOf({ ...BALANCE, cells: [] })).toContain('<p>空白。</p>');
    expect(pageOf(cellOf({ kind: 'error', text: '#REF!' }))).toContain('<td id="表!A1" class="fault">#REF!</td>');
    expect(pageOf(cellOf({ kind: 'noValue', formula: 'SUM(B2:B9)' }))).toContain(
      '<td id="表!A1" class="fault" title="=SUM(B2:B9)">公式没有结果</td>',
    );
  });

  it('marks left out rows and columns, and says which', () => {
    const page = pageOf({ ...cellOf({ row: 9, column: 30, address: 'AD9', text: '远' }) });
    expect(page).toContain('<th scope="col" title="略去空列 A–AC">…</th><th scope="col">AD</th>');
    expect(page).toContain('<th scope="row" title="略去空行 1–8">…</th>');
  });

  it('offers the workbook itself', () => {
    expect(pageOf(BALANCE)).toContain(
      '<a href="zhuzhou-2021Q1-workbook.xlsx" download>zhuzhou-2021Q1-workbook.xlsx</a>',
    );
  });

  it('offers it also when it cannot be shown, and says why', () => {
    const page = workbookPage(DOCUMENT, '读取超过 5 秒', SITE);
    expect(page).toContain('工作簿不能在本页显示：读取超过 5 秒。');
    expect(page).toContain('download>zhuzhou-2021Q1-workbook.xlsx</a>');
  });

  it('keeps hostile sheets, cells, formulas and titles as text', () => {
    const evil = cellOf({ text: HOSTILE, formula: `"${HOSTILE}` });
    const page = workbookPage({ ...DOCUMENT, title: HOSTILE }, workbookOf({ ...evil, name: HOSTILE }), SITE);
    expect(page).not.toContain('<img');
    expect(page).toContain('>&lt;img src=x onerror=alert(1)&gt;</td>');
  });

  it('stays under 5 MB for nine sheets of 122 regions in two rows each, some 40,000 cells', () => {
    const rows = Array.from({ length: 244 }, (_, row) => Array.from({ length: 19 }, (_, at) => `${row}${at},123.45`));
    const sheets = Array.from({ length: 9 }, (_, index) => sheetOf(`职工医保基金累计结余分析表之${index}`, rows));
    const page = pageOf(...sheets);
    expect(sheets.flatMap(({ cells }) => cells)).toHaveLength(9 * 244 * 19);
    expect(Buffer.byteLength(page)).toBeLessThan(5_000_000);
  });
});

describe('a document', () => {
  it('is a workbook by its ending', () => {
    const files = ['a/workbook.xlsx', 'a/workbook.XLS', 'a/workbook.csv', 'a/report.txt'];
    expect(files.map((file) => isWorkbook({ file }))).toEqual([true, true, true, false]);
    expect(workbookCopyName({ id: 'x-workbook', file: 'a.b/workbook.XLS' })).toBe('x-workbook.xls');
  });
});

describe('the source of an imported fact', () => {
  it('is a document, a cell and words', () => {
    expect(sourcePlace('zhuzhou-2021Q1-workbook 居民累计结余分析表!B8 攸县 期末累计结余')).toEqual({
      document: 'zhuzhou-2021Q1-workbook',
      at: { sheet: '居民累计结余分析表', cell: 'B8' },
      label: '居民累计结余分析表!B8',
      words: '攸县 期末累计结余',
    });
  });

  it('may have a quoted sheet, whose inner quotes are doubled', () => {
    expect(sourcePlace("d 'a b'!AB12 攸县")).toMatchObject({ at: { sheet: 'a b', cell: 'AB12' }, words: '攸县' });
    expect(sourcePlace("d 'it''s!A1 x'!B8")).toMatchObject({ at: { sheet: "it's!A1 x", cell: 'B8' }, words: '' });
    expect(sourcePlace('d L3!B8 攸县')).toMatchObject({ at: { sheet: 'L3', cell: 'B8' } });
  });

  it('is read back whatever the name of the sheet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (sheet) => {
        const source = `d-1 ${cellReference(sheet, 'B8')} 攸县`;
        expect(sourcePlace(source)).toMatchObject({ document: 'd-1', at: { sheet, cell: 'B8' }, words: '攸县' });
      }),
    );
  });

  it('is none when it is written in another way', () => {
    for (const source of ['d a b!B8', 'd 表!B0', 'd 表!8', "d 'a'b'!B8", '表!B8']) {
      expect(sourcePlace(source), source).toBeUndefined();
    }
  });

  it('leads to the cell, and the link is named by it', () => {
    const source = 'zhuzhou-2021Q1-workbook 表!B8 攸县 期末累计结余';
    expect(sourceHtml(source, { documents: [DOCUMENT] }).text).toBe(
      '<a href="documents/zhuzhou-2021Q1-workbook.html#%E8%A1%A8!B8">zhuzhou-2021Q1-workbook 表!B8</a> 攸县 期末累计结余',
    );
  });
});
