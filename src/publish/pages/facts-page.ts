import { minus } from '../../domain/figure-text.js';
import { groupBy } from '../../domain/group-by.js';
import { periodLabel } from '../../domain/period.js';
import { schemeName } from '../../domain/scheme.js';
import type { Correction, Fact, PublishedFigure } from '../../facts/fact.js';
import { factAnchor, factHref } from '../../show/fact-address.js';
import { type FactSheet, indicatorName, printedText } from '../../show/fact-links.js';
import { html, type SafeHtml } from '../../show/html.js';
import { acceptedHtml, restatementsHtml } from './facts-imported.js';
import { statementsHtml } from './facts-statements.js';
import { factTableHtml, sourceHtml } from './facts-table.js';
import { type PageSite, pageFrame } from './page-frame.js';

const HEADS = ['统筹区', '险种', '指标', '分项', '期间', '数值', '来源'];
const BASIS_NAMES: Record<string, string> = { budget: '预算', target: '目标' };

/** Every fact of a period with the line of the document it was taken from: `facts.html`, where the figures lead. */
export function factsPage(sheet: FactSheet, site: PageSite): string {
  const tables = (rows: readonly (Fact | PublishedFigure)[], heads: readonly string[]): SafeHtml[] =>
    [...filesOf(rows)].map(([file, own]) =>
      factTableHtml(
        file,
        [...HEADS, ...heads],
        own.map((figure) => figureRow(figure, sheet)),
      ),
    );
  const facts = tables(sheet.facts, []);
  const published = tables(sheet.published, ['说明']);
  return pageFrame({
    site,
    title: '事实表',
    root: '',
    navigation: [
      { href: 'index.html', label: '首页' },
      { href: '#facts', label: '录入的数字' },
      { href: '#published', label: '报告推算的数字' },
      { href: '#statements', label: '报告自称' },
      { href: '#corrections', label: '更正' },
      { href: '#restatements', label: '重述' },
      { href: '#accepted', label: '认可的疑点' },
    ],
    body: html`<h1>事实表</h1>
<p class="lead">每个数字都保持原件的写法；点击来源，转到原件的那一行或那一格。空白表示原件没有填写（未知），- 表示原件写明没有。</p>
<h2 id="facts">录入的数字（${sheet.facts.length} 项）</h2>
${facts.length > 0 ? facts : html`<p>没有。</p>`}
<h2 id="published">报告推算的数字（${sheet.published.length} 项）</h2>
<p class="soft">报告由别的数推算出来、又印出来的数，用来与本系统的计算结果核对，从不改动。只在报告没有印出所需的数时才作输入：没有印月平均基金支出的，可支付月数按所印月数；没有印上年数的，上年数由所印增长率或增减额推算；没有印目标数的，目标由所印完成率推算；统筹区空白、加不出全市结余的，用合计行所印；收支不全的，结余用所印数。“说明”写明它为什么与录入的数字不一致。</p>
${published.length > 0 ? published : html`<p>没有。</p>`}
<h2 id="statements">报告正文对统筹区的说法（${sheet.statements.length} 项）</h2>
${statementsHtml(sheet)}
<h2 id="corrections">更正（${sheet.corrections.length} 项）</h2>
${sheet.corrections.length > 0 ? correctionTable(sheet) : html`<p>没有。</p>`}
<h2 id="restatements">重述（${sheet.restatements.length} 项）</h2>
${restatementsHtml(sheet)}
<h2 id="accepted">导入时认可的疑点（${sheet.accepted.length} 项）</h2>
${acceptedHtml(sheet)}`,
  });
}

/** A figure is said to be a budget or target where it is not an actual one, and one that a report derives is explained. */
function figureRow(figure: Fact | PublishedFigure, sheet: FactSheet): SafeHtml {
  const scheme = schemeName(figure.scheme);
  const isDerived = 'explanation' in figure;
  const basis = isDerived || figure.basis === 'actual' ? '' : `（${BASIS_NAMES[figure.basis] ?? figure.basis}）`;
  const explanation = isDerived ? html`<td class="long">${figure.explanation}</td>` : null;
  return html`<tr id="${factAnchor(figure.ref)}"><td class="short">${figure.regionName}</td><td class="short">${scheme}</td><td class="short">${indicatorName(sheet.indicators, figure.indicator)}${basis}</td>
<td class="short">${figure.categoryName}</td><td class="short">${periodLabel(figure.period)}</td><td class="figure${figure.state === 'unknown' ? ' unknown' : ''}">${printedText(figure)}</td>
<td class="long">${sourceHtml(figure.source, sheet)}</td>${explanation}</tr>
`;
}

/** A corrected row is gone from the facts; what refers to it finds it here. */
function correctionTable(sheet: FactSheet): SafeHtml {
  const shown = new Set([...sheet.facts, ...sheet.published].map((figure) => figure.ref));
  const rows = sheet.corrections.map((correction: Correction) => {
    const id = shown.has(correction.corrects) ? null : html` id="${factAnchor(correction.corrects)}"`;
    return html`<tr${id}><td>${correction.corrects}</td><td><a href="${factHref(correction.ref)}">${correction.ref}</a></td>
<td class="figure">${correction.printed === '' ? '空白（未知）' : minus(correction.printed)}</td><td class="long">${correction.reason}</td><td class="long">${sourceHtml(correction.source, sheet)}</td></tr>
`;
  });
  return factTableHtml('更正的行及理由', ['更正的行', '改用的行', '数值', '理由', '来源'], rows);
}

function filesOf<Row extends { ref: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return groupBy(rows, ({ ref }) => ref.split('#')[0] ?? '');
}
