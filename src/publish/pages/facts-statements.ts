import { schemeName } from '../../domain/scheme.js';
import type { Statement } from '../../facts/statement.js';
import { factAnchor } from '../../show/fact-address.js';
import { type FactSheet, indicatorName } from '../../show/fact-links.js';
import { html, type SafeHtml } from '../../show/html.js';
import { factTableHtml, sourceHtml } from './facts-table.js';

const NAMES: Record<Statement['about'], string> = { region: '', none: '没有', others: '其他各地' };

/** What the report's own sentences say of its pools, word by word, each with its line. */
export function statementsHtml(sheet: FactSheet): SafeHtml {
  if (sheet.statements.length === 0) return html`<p>没有。</p>`;
  const rows = sheet.statements.map(
    (
      said,
    ) => html`<tr id="${factAnchor(said.ref)}"><td class="short">${said.regionName || NAMES[said.about]}</td><td class="short">${schemeName(said.scheme)}</td>
<td class="short">${indicatorName(sheet.indicators, said.indicator)}</td><td class="short">${said.low === null ? '' : String(said.low)}</td><td class="short">${said.high === null ? '' : String(said.high)}</td>
<td class="long">${said.quote}</td><td class="long">${sourceHtml(said.source, sheet)}</td></tr>
`,
  );
  return html`<p class="soft">只用来与本系统的结果核对，从不作为输入。</p>
${factTableHtml('原文照录', ['统筹区', '险种', '指标', '下限', '上限', '原文', '来源'], rows)}`;
}
