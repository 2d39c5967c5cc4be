import type { NotebookShown } from '../../notebook/output.js';
import type { RunRecord } from '../../notebook/run-record.js';
import { documentHref } from '../../show/fact-address.js';
import { type FactLinks, type FactSheet, factLinks } from '../../show/fact-links.js';
import { html, type SafeHtml } from '../../show/html.js';
import type { TableView } from '../../show/tables/table-view.js';
import type { Sentence } from '../../subjects/brief/sentence.js';
import type { Band } from '../../subjects/months/rule.js';
import { chartFigure } from '../pictures/chart-figure.js';
import { gradeTilesHtml, keyFiguresHtml, otherFiguresHtml, sentencesHtml } from './index-brief.js';
import { GRADES_TABLE, gradesHtml } from './index-grades.js';
import { failureHtml, omissionsHtml } from './index-run.js';
import { subjectsHtml } from './index-subjects.js';
import { pageFrame, siteTitle } from './page-frame.js';

/** Another period of the place, as its page is found from this one. */
export interface PeriodLink {
  label: string;
  href: string;
}

/** Everything that the first page of a run tells. */
export interface IndexPageInput {
  run: RunRecord;
  /** Result of `keyFiguresTable`. */
  keyFigures: TableView;
  /** Result of `otherFiguresTable`: what the page shows where those are few. */
  otherFigures: TableView;
  /** Worst first. */
  sentences: readonly Sentence[];
  /** Bands of the rule by which pools were graded; none without a rule. */
  bands: readonly Band[];
  /** In the order of the notebooks. */
  shown: readonly NotebookShown[];
  sheet: FactSheet;
  /** Periods of the place that have a page, the newest first, without this one. */
  periods: readonly PeriodLink[];
}

/** Name of the chart that stands on the first page. */
const MONTHS_CHART = 'payable-months-by-region';

/**
 * The first page of a run, `index.html`: the figures that matter, the grades counted, at most seven sentences, then months
 * and grades, then the way to everything else.
 */
export function indexPage(input: IndexPageInput): string {
  const { run, shown, sheet } = input;
  const links = factLinks(sheet, '');
  const tables = new Map(shown.flatMap(({ notebook, tables }) => tables.map(({ name }) => [name, notebook] as const)));
  const hrefOf = (table: string): string | undefined => {
    const notebook = tables.get(table);
    return notebook === undefined ? undefined : `notebooks/${encodeURIComponent(notebook)}.html#table-${table}`;
  };
  const grades = shown.flatMap(({ tables }) => tables).find(({ name }) => name === GRADES_TABLE);
  const chart = shown.flatMap(({ charts }) => charts).find(({ name }) => name === MONTHS_CHART);
  const site = { placeName: run.placeName, periodLabel: run.periodLabel };
  return pageFrame({
    site,
    title: '',
    root: '',
    navigation: [
      { href: '#months', label: '可支付月数' },
      { href: '#subjects', label: '各项分析' },
      { href: 'trends.html', label: '各期走势' },
      { href: 'data.html', label: '数据与校验' },
      { href: 'run.html', label: '运行记录' },
      { href: '../../index.html', label: '全部地区和期间' },
    ],
    body: html`<h1>${siteTitle(site)}</h1>
${leadHtml(input)}
${failureHtml(run)}
${figuresHtml(input, links)}
${grades === undefined ? null : gradeTilesHtml(grades.rows, input.bands)}
${sentencesHtml(input.sentences, hrefOf)}
<section id="months"><h2>可支付月数</h2>
${chart === undefined || grades === undefined ? null : chartFigure(chart, '')}
${grades === undefined ? NOT_GRADED : gradesHtml(grades, links, hrefOf)}
</section>
<section id="subjects"><h2>各项分析</h2>
${subjectsHtml(shown, run.notebooks)}
</section>
${omissionsHtml(run)}`,
  });
}

/** Fewer key figures than this do not say how a fund stands: what else the report gives is shown too. */
const FEW = 3;

function figuresHtml({ keyFigures, otherFigures }: IndexPageInput, links: FactLinks): SafeHtml {
  const known = keyFigures.rows.filter(({ quantity }) => quantity !== null).length;
  const own = known === 0 ? null : keyFiguresHtml(keyFigures, links);
  if (known >= FEW) return html`${own}`;
  const missing = known === 0 ? '本期报告没有基金收支、结余和月数' : '本期报告没有基金收支和月数';
  const others = otherFiguresHtml(otherFigures, links);
  return html`<p class="banner skipped">${missing}${others === null ? '，也没有金额和人数的合计' : '，给出的主要数是'}：</p>
${own}${others}`;
}

/** When the page was made, from what, by which rule, and the other periods of the place. */
function leadHtml({ run, sheet, periods }: IndexPageInput): SafeHtml {
  const own = sheet.documents.filter(({ id }) =>
    sheet.facts.some(({ source, reported }) => isOf(id, source) && reported === run.parameters.period),
  );
  const sources = own.map(
    ({ id, title }, index) => html`${index > 0 ? '、' : ''}<a href="${documentHref(id)}">${title}</a>`,
  );
  const others = periods.map(({ label, href }) => html` <a href="${href}">${label}</a>`);
  return html`<p class="lead">${dayText(run.startedAt)}算出${own.length === 0 ? null : html`，数出自 ${sources}`}；定级：${run.rule}。${
    others.length === 0 ? null : html`其他期间：${others}。`
  }<span class="screen">带下划线的数点开是它的出处。</span></p>
${importedHtml(sheet)}`;
}

function isOf(document: string, source: string): boolean {
  return source.startsWith(`${document} `);
}

/** `2026年11月27日`, where the computer stands. */
function dayText(instant: string): string {
  const day = new Date(instant);
  return `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
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
  return html`<p class="soft">本期数据中有：${parts.map((part, index) => html`${index > 0 ? '，' : ''}${part}`)}。</p>`;
}

const NOT_GRADED = html`<p>本期报告没有各统筹区的结余和月支出，或没有有效的规则，不能定级。</p>`;
