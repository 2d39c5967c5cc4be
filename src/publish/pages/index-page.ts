import { describeFinding, type Finding } from '../../facts/finding.js';
import type { Shown } from '../../notebook/output.js';
import type { NotebookRecord, RunRecord } from '../../notebook/run-record.js';
import { documentHref } from '../../show/fact-address.js';
import { type FactLinks, type FactSheet, factLinks } from '../../show/fact-links.js';
import { html, type SafeHtml } from '../../show/html.js';
import { tableHtml } from '../../show/tables/table-html.js';
import type { TableView } from '../../show/tables/table-view.js';
import { chartFigure } from '../pictures/chart-figure.js';
import { sourceHtml } from './facts-table.js';
import { GRADES_TABLE, gradesHtml } from './index-grades.js';
import { bannersHtml, manifestHtml, notebooksHtml } from './index-run.js';
import { pageFrame, siteTitle } from './page-frame.js';

/** What a notebook of the run showed. */
export interface NotebookShown extends Shown {
  /** Name of the notebook, as in its record. */
  notebook: string;
}

/** Tables whose content has a section of its own on the page: they stand folded. */
const TOLD_ELSEWHERE = [GRADES_TABLE, 'findings', 'corrections', 'documents'];

/** Everything that the first page of a run tells. */
export interface IndexPageInput {
  run: RunRecord;
  /** In the order of the notebooks. */
  shown: readonly NotebookShown[];
  findings: readonly Finding[];
  sheet: FactSheet;
}

/** The first page of a run, `index.html`: grades first, then charts, tables, notebooks, and what the data is worth. */
export function indexPage({ run, shown, findings, sheet }: IndexPageInput): string {
  const links = factLinks(sheet, '');
  const tables = shown.flatMap(({ tables }) => tables);
  const grades = tables.find(({ name }) => name === GRADES_TABLE);
  const charts = shown.flatMap(({ notebook, charts }) =>
    charts.map((chart) => chartFigure(chart, '', originHtml(notebook, run.notebooks))),
  );
  const sections: [id: string, label: string, body: SafeHtml][] = [
    ['grades', '分级', grades ? gradesHtml(grades, links) : html`<p>本次运行没有得出分级，原因见“笔记本”。</p>`],
    ['charts', '图表', charts.length > 0 ? html`${charts}` : html`<p>本次运行没有图表。</p>`],
    [
      'tables',
      '数据表',
      tables.length > 0
        ? html`${shown.map((part) => tablesHtml(part, run, links))}`
        : html`<p>本次运行没有数据表。</p>`,
    ],
    ['notebooks', '笔记本', notebooksHtml(run.notebooks)],
    ['findings', '校验', findingsHtml(findings, links)],
    ['corrections', '更正', correctionsHtml(sheet, links)],
    ['documents', '资料', documentsHtml(sheet)],
    ['manifest', '运行记录', manifestHtml(run)],
  ];
  const site = { placeName: run.placeName, periodLabel: run.periodLabel };
  return pageFrame({
    site,
    title: '',
    root: '',
    navigation: [
      ...sections.map(([id, label]) => ({ href: `#${id}`, label })),
      { href: 'facts.html', label: '事实表' },
    ],
    body: html`<h1>${siteTitle(site)}</h1>
<p class="lead">分级规则：${run.rule}。<span class="screen">带下划线的数字可以点击，查到录入的数字，再查到原件的那一行或那一格。</span></p>
${bannersHtml(run)}
${importedHtml(sheet)}
${sections.map(
  ([id, label, body]) => html`<section id="${id}"><h2>${label}</h2>
${body}
</section>
`,
)}`,
  });
}

/** What the import of the report's workbook took on somebody's word; nothing when there was none. */
function importedHtml({ restatements, accepted }: FactSheet): SafeHtml | null {
  const parts = [
    restatements.length > 0
      ? html`<a href="facts.html#restatements">重述以前各期的数 ${restatements.length} 项</a>`
      : null,
    accepted.length > 0 ? html`<a href="facts.html#accepted">导入时认可的疑点 ${accepted.length} 项</a>` : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return html`<p>本期数据中有：${parts.map((part, index) => html`${index > 0 ? '，' : ''}${part}`)}。</p>`;
}

function tablesHtml({ notebook, tables }: NotebookShown, run: RunRecord, links: FactLinks): SafeHtml[] {
  return tables.map((view) => {
    const open = TOLD_ELSEWHERE.includes(view.name) ? '' : html` open`;
    return html`<details class="block"${open}><summary>${view.title}（${view.rows.length} 行）</summary>${tableHtml(view, links)}</details>
<p class="downloads">${originHtml(notebook, run.notebooks)}${downloadHtml(view)}</p>
`;
  });
}

function downloadHtml(view: TableView): SafeHtml {
  return html`下载：<a href="tables/${encodeURIComponent(view.name)}.csv" download>CSV</a>`;
}

function originHtml(name: string, notebooks: readonly NotebookRecord[]): SafeHtml {
  const title = notebooks.find((notebook) => notebook.name === name)?.title ?? name;
  return html`出自笔记本：<a href="notebooks/${encodeURIComponent(name)}.html">${title}</a>　`;
}

function findingsHtml(findings: readonly Finding[], links: FactLinks): SafeHtml {
  const groups: [severity: Finding['severity'], title: string][] = [
    ['error', '错误：数据不能使用'],
    ['doubt', '存疑：原件自相矛盾，照录未改'],
  ];
  const parts = groups.map(([severity, title]) => {
    const items = findings.filter((finding) => finding.severity === severity);
    if (items.length === 0) return null;
    return html`<h3>${title}（${items.length} 条）</h3>
<ul class="findings">${items.map(
      (finding) => html`<li>${describeFinding(finding)}${factLink(finding, links)}</li>
`,
    )}</ul>`;
  });
  return findings.length > 0 ? html`${parts}` : html`<p>没有发现问题。</p>`;
}

function factLink(finding: Finding, links: FactLinks): SafeHtml | null {
  const href = links.hrefOf(`${finding.file}#L${finding.line}`);
  return href === undefined ? null : html` <a href="${href}">查看</a>`;
}

function correctionsHtml(sheet: FactSheet, links: FactLinks): SafeHtml {
  if (sheet.corrections.length === 0) return html`<p>没有更正。</p>`;
  const rows = sheet.corrections.map((correction) => {
    const href = links.hrefOf(correction.ref) ?? links.hrefOf(correction.corrects);
    const name = links.nameOf(correction.ref);
    return html`<tr><td class="short">${href === undefined ? name : html`<a href="${href}">${name}</a>`}</td>
<td>${correction.corrects}</td><td class="long">${correction.reason}</td><td>${sourceHtml(correction.source, sheet)}</td></tr>
`;
  });
  return html`<div class="scroll"><table class="small"><thead><tr><th scope="col">更正后</th><th scope="col">更正的行</th><th scope="col">理由</th>
<th scope="col">来源</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function documentsHtml(sheet: FactSheet): SafeHtml {
  if (sheet.documents.length === 0) return html`<p>没有资料。</p>`;
  const items = sheet.documents.map(
    ({
      id,
      title,
      issuer,
      date,
    }) => html`<li><a href="${documentHref(id)}">${title}</a> <span class="soft">${issuer} ${date}</span></li>
`,
  );
  return html`<ul>${items}</ul>`;
}
