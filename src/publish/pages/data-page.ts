import { minus } from '../../domain/figure-text.js';
import { describeFinding, type Finding } from '../../facts/finding.js';
import { documentHref } from '../../show/fact-address.js';
import { type FactLinks, type FactSheet, factLinks } from '../../show/fact-links.js';
import { html, type SafeHtml } from '../../show/html.js';
import type { FundCheck } from '../../subjects/findings/check-fund.js';
import { sourceHtml } from './facts-table.js';
import { type PageSite, pageFrame } from './page-frame.js';

/** What the data of a period are worth: `data.html`, with the documents, what validation found, and what was corrected. */
export function dataPage(sheet: FactSheet, check: FundCheck, site: PageSite): string {
  const links = factLinks(sheet, '');
  return pageFrame({
    site,
    title: '数据与校验',
    root: '',
    navigation: [
      { href: 'index.html', label: '首页' },
      { href: '#findings', label: '校验' },
      { href: '#corrections', label: '更正' },
      { href: '#documents', label: '资料' },
      { href: 'facts.html', label: '录入的数' },
    ],
    body: html`<h1>数据与校验</h1>
<section id="findings"><h2>校验</h2>
${findingsHtml(check, sheet)}
</section>
<section id="corrections"><h2>更正</h2>
${correctionsHtml(sheet, links)}
</section>
<section id="documents"><h2>资料</h2>
${documentsHtml(sheet)}
<p><a href="facts.html">录入的每个数和它的出处</a></p>
</section>`,
  });
}
function findingsHtml({ findings, summary }: FundCheck, sheet: FactSheet): SafeHtml {
  const groups: [severity: Finding['severity'], title: string][] = [
    ['error', '错误：数据不能使用'],
    ['doubt', '存疑：原件的数对不上、不可能或已毁坏，照录未改'],
    ['note', '提示：收不抵支、透支，或有空白而无法核对，不是原件的矛盾'],
  ];
  const parts = groups.map(([severity, title]) => {
    const items = findings.filter((finding) => finding.severity === severity);
    if (items.length === 0) return null;
    return html`<h3>${title}（${items.length} 条）</h3>
${figuresHtml(items, sheet)}${rowsHtml(items, factLinks(sheet, ''))}`;
  });
  return html`<p>${summary}</p>
${parts}`;
}

/** Findings on printed figures: what the figure is, where it stands in the document, and what is wrong. */
function figuresHtml(findings: readonly Finding[], sheet: FactSheet): SafeHtml | null {
  const links = factLinks(sheet, '');
  const rows = findings.flatMap(({ figure, ...finding }) => {
    if (figure === undefined) return [];
    const ref = refOf(finding);
    const href = links.hrefOf(ref);
    const printed = figure.printed === '' ? '空白' : minus(figure.printed);
    return html`<tr><td class="about">${figure.indicatorName}<br><span class="soft">${figure.periodName} ${figure.regionName} ${figure.schemeName}</span></td>
<td class="short">${href === undefined ? printed : html`<a href="${href}">${printed}</a>`}</td><td class="long">${finding.rule}</td>
<td class="about">${sourceHtml(figure.source, sheet)}<br><span class="soft">${finding.file} 第 ${finding.line} 行</span></td></tr>
`;
  });
  if (rows.length === 0) return null;
  return html`<div class="scroll"><table class="small"><thead><tr><th scope="col">哪个数</th><th scope="col">所印</th>
<th scope="col">发现</th><th scope="col">印在何处</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Findings on rows and files. */
function rowsHtml(findings: readonly Finding[], links: FactLinks): SafeHtml | null {
  const items = findings.filter(({ figure }) => figure === undefined);
  if (items.length === 0) return null;
  return html`<ul class="findings">${items.map((finding) => {
    const href = links.hrefOf(refOf(finding));
    return html`<li>${describeFinding(finding)}${href === undefined ? null : html` <a href="${href}">查看</a>`}</li>
`;
  })}</ul>`;
}

function refOf({ file, line }: Pick<Finding, 'file' | 'line'>): string {
  return `${file}#L${line}`;
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
