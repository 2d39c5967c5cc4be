import type { SourceDocument } from '../../facts/reference.js';
import { columnLetters } from '../../intake/workbook/cell-address.js';
import type { Cell, Sheet, Workbook } from '../../intake/workbook/workbook.js';
import { cellAnchor } from '../../show/fact-address.js';
import { html, type SafeHtml } from '../../show/html.js';
import type { PageSite } from './page-frame.js';
import { layoutSheet, type Piece } from './sheet-layout.js';
import type { Slot } from './sheet-slots.js';
import { sourcePage } from './source-page.js';

/** Longest part of a formula that a page shows. */
const LONGEST_FORMULA = 200;

/** Whether a document is a workbook, which has cells, and not a text, which has lines. By its ending. */
export function isWorkbook({ file }: Pick<SourceDocument, 'file'>): boolean {
  return /\.(xlsx|xls|csv)$/i.test(file);
}

/** Name of the copy of a workbook that lies beside its page in `documents/`: `<id>.xlsx`. */
export function workbookCopyName({ id, file }: Pick<SourceDocument, 'id' | 'file'>): string {
  return `${id}${/\.[^./\\]+$/.exec(file)?.[0].toLowerCase() ?? ''}`;
}

/**
 * A workbook as a page: every sheet a table laid out as in the workbook, every filled cell an anchor that facts lead to.
 * It belongs to `documents/<id>.html`, with a copy of the workbook beside it.
 *
 * @param workbook what was read, or a Chinese sentence that says why it cannot be shown
 */
export function workbookPage(document: SourceDocument, workbook: Workbook | string, site: PageSite): string {
  const copy = workbookCopyName(document);
  return sourcePage(
    document,
    html`<p class="soft">文件：${document.file}。${document.note}</p>
<p class="downloads">下载原件：<a href="${encodeURIComponent(copy)}" download>${copy}</a></p>
${typeof workbook === 'string' ? html`<p class="error">工作簿不能在本页显示：${workbook}。请下载原件查看。</p>` : sheetsHtml(workbook)}`,
    site,
  );
}

function sheetsHtml({ sheets }: Workbook): SafeHtml {
  const items = sheets.map(
    (sheet, index) =>
      html`<li><a href="#sheet-${index + 1}">${sheet.name}</a> <span class="soft">${sheet.cells.length} 格${sheet.hidden ? '，隐藏的工作表' : ''}</span></li>
`,
  );
  return html`<ul>${items}</ul>
<p class="soft">按工作簿的行列排列，只显示填了内容的部分，… 表示略去的空行、空列；由公式算出的格，指针停在格上可以看到公式。</p>
${sheets.map(sheetHtml)}`;
}

function sheetHtml(sheet: Sheet, index: number): SafeHtml {
  const heading = html`<h2 id="sheet-${index + 1}">${sheet.name}${sheet.hidden ? html` <span class="soft">（隐藏的工作表）</span>` : null}</h2>`;
  if (sheet.cells.length === 0) {
    return html`${heading}
<p>空白。</p>
`;
  }
  const { rows, columns, pieces } = layoutSheet(sheet);
  const heads = columns.map((slot) => slotHead(slot, COLUMNS));
  const body = pieces.map(
    (line, row) =>
      html`<tr>${slotHead(rows[row] ?? { first: 0, last: 0 }, ROWS)}${line.map((piece) => pieceHtml(piece, sheet.name, columns[0]))}</tr>
`,
  );
  return html`${heading}
<div class="scroll"><table class="sheet"><thead><tr><th></th>${heads}</tr></thead>
<tbody>${body}</tbody></table></div>
`;
}

const ROWS = { scope: 'row', unit: '行', nameOf: (row: number): string => String(row) };
const COLUMNS = { scope: 'col', unit: '列', nameOf: columnLetters };

/** `8`, `B`, or `…` for a run of blank ones, with what is left out when pointed at. */
function slotHead({ first, last }: Slot, { scope, unit, nameOf }: typeof ROWS): SafeHtml {
  if (first === last) return html`<th scope="${scope}">${nameOf(first)}</th>`;
  return html`<th scope="${scope}" title="略去空${unit} ${nameOf(first)}–${nameOf(last)}">…</th>`;
}

function pieceHtml({ cell, width, height }: Piece, sheet: string, first: Slot | undefined): SafeHtml {
  const span = [width > 1 ? html` colspan="${width}"` : null, height > 1 ? html` rowspan="${height}"` : null];
  if (cell === undefined) return html`<td${span}></td>`;
  // The first column mostly names the rows: it stays in view.
  const label = cell.column === first?.last && width === 1 ? 'label' : undefined;
  const kind = { number: 'figure', error: 'fault', noValue: 'fault' }[cell.kind as string] ?? label;
  const formula = cell.formula === '' ? null : html` title="=${shortened(cell.formula)}"`;
  return html`<td id="${cellAnchor(sheet, cell.address)}"${kind === undefined ? null : html` class="${kind}"`}${formula}${span}>${cellText(cell)}</td>`;
}

function cellText({ kind, text }: Cell): string {
  return kind === 'noValue' ? '公式没有结果' : text;
}

function shortened(formula: string): string {
  const characters = [...formula];
  return characters.length <= LONGEST_FORMULA ? formula : `${characters.slice(0, LONGEST_FORMULA).join('')}…`;
}
