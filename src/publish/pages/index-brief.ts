import { groupBy } from '../../domain/group-by.js';
import { SCHEME_NAMES } from '../../domain/scheme.js';
import type { FactLinks } from '../../show/fact-links.js';
import { html, type SafeHtml } from '../../show/html.js';
import { figureHtml } from '../../show/tables/table-html.js';
import type { Row, TableView } from '../../show/tables/table-view.js';
import type { Sentence } from '../../subjects/brief/sentence.js';
import type { Band } from '../../subjects/months/rule.js';

/**
 * The figures that matter, schemes down and figures across, each a link to its origin, with its change on the year before
 * or why there is none. From the result of `keyFiguresTable`.
 */
export function keyFiguresHtml(view: TableView, links: FactLinks): SafeHtml | null {
  if (view.rows.length === 0) return null;
  const figures = view.columns.find(({ key }) => key === 'figure')?.names as Record<string, string>;
  const schemes = [...new Set(view.rows.map((row) => String(row.scheme)))];
  const common = commonGaps(view.rows);
  const rows = schemes.map((scheme) => {
    const cells = Object.entries(figures).map(([figure, name]) => {
      const row = view.rows.find((entry) => entry.scheme === scheme && entry.figure === figure) ?? {};
      return html`<td>${cellHtml({ ...row, gap: common.has(String(row.gap)) ? '' : row.gap }, { view, name, links })}</td>`;
    });
    return html`<tr><th scope="row">${SCHEME_NAMES[scheme as keyof typeof SCHEME_NAMES] ?? scheme}</th>${cells}</tr>
`;
  });
  return html`<table class="brief"><thead><tr><th scope="col">险种</th>${Object.values(figures).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table>${[...common].map(([gap, of]) => html`<p class="soft common">${[...of].map((figure) => figures[figure]).join('、')}：${gap}。</p>`)}`;
}

/** Why figures have no change, where several say the same, with the figures that do: said once under the table. */
function commonGaps(rows: readonly Row[]): Map<string, Set<string>> {
  const without = rows.filter((row) => row.quantity !== null && (row.gap ?? '') !== '');
  const groups = [...groupBy(without, (row) => String(row.gap))].filter(([, own]) => own.length >= COMMON);
  return new Map(groups.map(([gap, own]) => [gap, new Set(own.map((row) => String(row.figure)))]));
}

const COMMON = 3;

function cellHtml(row: Row, { view, name, links }: { view: TableView; name: string; links: FactLinks }): SafeHtml {
  const label = html`<span class="name" aria-hidden="true">${name}</span>`;
  if (row.quantity == null)
    return html`${label}<span class="unknown" title="${String(row.gap ?? '')}">${shortGap(row)}</span>`;
  const column = view.columns.find(({ key }) => key === 'quantity') ?? {
    key: 'text',
    label: '',
    kind: 'text' as const,
  };
  const text = String(row.changeText ?? '');
  const change = text === '' ? whyHtml(row.gap) : html`<span class="change">${text}</span>`;
  const doubt = row.doubt === '' ? null : html`<span class="doubt">存疑：${String(row.doubt)}</span>`;
  return html`${label}<strong>${figureHtml(column, row, links)}</strong>${change}${whyHtml(row.note)}${doubt}`;
}

function whyHtml(text: Row[string]): SafeHtml | null {
  return text === '' ? null : html`<span class="why">${String(text)}</span>`;
}

function shortGap(row: Row): string {
  return row.figure === 'payableMonths' && row.scheme === 'basic' ? '不合计' : `未知：${String(row.gap ?? '')}`;
}

/** What a report without those figures gives: each with its name, as printed. From the result of `otherFiguresTable`. */
export function otherFiguresHtml(view: TableView, links: FactLinks): SafeHtml | null {
  const items = view.rows.map((row) => {
    const name = String(row.name);
    return html`<li>${cellHtml({ ...row, note: '', doubt: '', gap: '' }, { view, name, links })}</li>
`;
  });
  return items.length === 0 ? null : html`<ul class="brief others">${items}</ul>`;
}

/** How many pools have each grade of a rule, also those that none has, and how many of them a rounding could turn. */
export function gradeTilesHtml(rows: readonly Row[], bands: readonly Band[]): SafeHtml {
  const all = [...[...bands].sort((a, b) => a.severity - b.severity), ...rows];
  // A rule may give two bands, such as those beside the normal one, one grade.
  const grades = [...new Map(all.map((one) => [one.grade, one])).values()];
  const tiles = grades.map(({ grade, gradeName, severity }) => {
    const own = rows.filter((row) => row.grade === grade);
    const turned = turnedInto(own).map((text) => html`<span class="why">${text}</span>`);
    const doubted = own.filter((row) => (row.doubt ?? '') !== '').length;
    const doubts = doubted === 0 ? null : html`<span class="doubt">其中 ${doubted} 个存疑</span>`;
    return html`<li class="tile severity-${Number(severity)}"><strong>${String(gradeName)}</strong> <span class="count">${own.length}</span> 个${turned}${doubts}</li>
`;
  });
  return html`<ul class="tiles">${tiles}</ul>`;
}

/** `其中 3 个（印）可能是预警`: how many pools of a grade a rounding could turn into which, the printed and the computed apart. */
function turnedInto(rows: readonly Row[]): string[] {
  const open = rows.filter((row) => row.roundingDecides === true);
  const groups = groupBy(open, (row) => `${row.monthsOrigin === 'reported'} ${row.possibleGrades}`);
  return [...groups.values()].map((group) => {
    const isPrinted = group[0]?.monthsOrigin === 'reported';
    const grades = String(group[0]?.possibleGrades ?? '').replaceAll('、', '或');
    return `其中 ${group.length} 个${isPrinted ? '（印）可能是' : '按取整的月数会是'}${grades}`;
  });
}

/** The sentences, worst first, each with the way to its table. */
export function sentencesHtml(sentences: readonly Sentence[], hrefOf: (table: string) => string | undefined): SafeHtml {
  if (sentences.length === 0) return html`<p>按报告已有的数，没有需要提醒的事项。</p>`;
  const items = sentences.map(({ topic, text, table }) => {
    const href = hrefOf(table);
    return html`<li><strong class="topic">${topic}</strong><span>${text}${href === undefined ? null : html` <a href="${href}">看表</a>`}</span></li>
`;
  });
  return html`<ol class="sentences">${items}</ol>`;
}
