import { describeFinding, type Finding } from '../../facts/finding.js';
import { documentHref } from '../../show/fact-address.js';
import { type FactLinks, type FactSheet, factLinks } from '../../show/fact-links.js';
import { html, type SafeHtml } from '../../show/html.js';
import { sourceHtml } from './facts-table.js';
import { type PageSite, pageFrame } from './page-frame.js';

/** What the data of a period are worth: `data.html`, with the documents, what validation found, and what was corrected. */
export function dataPage(sheet: FactSheet, findings: readonly Finding[], site: PageSite): string {
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
${findingsHtml(findings, links)}
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
