import { minus } from '../../domain/figure-text.js';
import { schemeName } from '../../domain/scheme.js';
import type { AcceptedDoubt } from '../../facts/accepted.js';
import type { Restatement } from '../../facts/restatement.js';
import { cellReference } from '../../intake/workbook/cell-range.js';
import { documentHref, factAnchor, factHref } from '../../show/fact-address.js';
import { type FactSheet, indicatorName, printedText } from '../../show/fact-links.js';
import { html, type SafeHtml } from '../../show/html.js';
import { factTableHtml, sourceHtml } from './facts-table.js';

const NONE = html`<p>没有。</p>`;

/** Earlier figures that this report states anew: the earlier and the new one beside each other, when and why. */
export function restatementsHtml(sheet: FactSheet): SafeHtml {
  if (sheet.restatements.length === 0) return NONE;
  const shown = new Set([...sheet.facts, ...sheet.published].map((figure) => figure.ref));
  const rows = sheet.restatements.map((restatement) => {
    // What refers to the earlier row, which the new one replaced among the facts, finds it here.
    const id = shown.has(restatement.restates) ? null : html` id="${factAnchor(restatement.restates)}"`;
    return html`<tr${id}>${restatementCells(restatement, sheet)}</tr>
`;
  });
  const heads = ['统筹区', '险种', '指标', '期间', '原数', '新数', '日期', '理由', '来源；原来的行'];
  return html`<p class="soft">本期报表对以前各期的数另有说法。原来的行照旧保留；与上期比较时用新数。</p>
${factTableHtml('重述的数及理由', heads, rows)}`;
}

function restatementCells(restatement: Restatement, sheet: FactSheet): SafeHtml {
  const { restates, ref, printed, unit, period, date, reason, source } = restatement;
  const now = sheet.facts.find((fact) => fact.ref === ref);
  const before = sheet.restated.find((figure) => figure.ref === restates);
  const named = now ?? before;
  const scheme = named?.scheme ?? '';
  const category = named === undefined || named.categoryName === '' ? '' : `（${named.categoryName}）`;
  const newText = now === undefined ? `${minus(printed)} ${unit}` : printedText(now);
  return html`<td class="short">${named?.regionName}</td><td class="short">${schemeName(scheme)}</td>
<td class="short">${named === undefined ? '' : indicatorName(sheet.indicators, named.indicator)}${category}</td><td class="short">${period}</td>
<td class="figure">${before === undefined ? '' : printedText(before)}</td><td class="figure"><a href="${factHref(ref)}">${newText}</a></td>
<td class="short">${date}</td><td>${reason}</td><td>${sourceHtml(source, sheet)}<br>${restates}</td>`;
}

/** Doubts about the workbook that somebody accepted at import, with the cell they are about. */
export function acceptedHtml(sheet: FactSheet): SafeHtml {
  if (sheet.accepted.length === 0) return NONE;
  const rows = sheet.accepted.map(
    (
      doubt,
    ) => html`<tr><td class="short">${doubtPlace(doubt, sheet)}</td><td class="short">${doubt.value}</td><td class="long">${doubt.message}</td>
<td class="long">${doubt.reason}</td><td class="short">${doubt.date}</td></tr>
`,
  );
  return factTableHtml('认可的疑点及理由', ['位置', '原文', '疑点', '理由', '日期'], rows);
}

/** Leads to the first cell that the doubt names, where the workbook has a page. */
function doubtPlace({ sheet: name, cell }: AcceptedDoubt, { documents, workbook }: FactSheet): SafeHtml {
  const text = cell === '' || name === '' ? `${name}${cell}` : cellReference(name, cell);
  const first = /[A-Z]+\d+/.exec(cell)?.[0];
  if (first === undefined || !documents.some(({ id }) => id === workbook)) return html`${text}`;
  return html`<a href="${documentHref(workbook, { sheet: name, cell: first })}">${text}</a>`;
}
