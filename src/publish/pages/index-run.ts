import type { NotebookRecord, RunRecord } from '../../notebook/run-record.js';
import { html, type SafeHtml } from '../../show/html.js';

const STATUS_NAMES: Record<NotebookRecord['status'], string> = { done: '完成', skipped: '跳过', failed: '失败' };

/** What a reader must know before anything else: that the run failed, and where. */
export function failureHtml(run: RunRecord): SafeHtml | null {
  const failed = run.notebooks.filter(({ status }) => status === 'failed');
  if (run.status !== 'failed' && failed.length === 0) return null;
  return html`<div class="banner failed" role="alert"><strong>本次运行失败，结果不完整，请勿引用。</strong>${listHtml(failed)}</div>`;
}

/** Which analyses the report's figures do not allow, and why. */
export function omissionsHtml({ notebooks }: Pick<RunRecord, 'notebooks'>): SafeHtml | null {
  const skipped = notebooks.filter(({ status }) => status === 'skipped');
  if (skipped.length === 0) return null;
  return html`<section id="omitted"><h2>没有做的分析</h2>${listHtml(skipped)}</section>`;
}

/** The notebooks of a run: status in words, duration, reason, and the page and file of each that ran. */
export function notebooksHtml(notebooks: readonly NotebookRecord[]): SafeHtml {
  const rows = notebooks.map((notebook) => {
    const file = `notebooks/${encodeURIComponent(notebook.name)}`;
    const ran = notebook.status !== 'skipped';
    return html`<tr><td>${ran ? html`<a href="${file}.html">${notebook.title}</a>` : notebook.title}</td>
<td><span class="status ${notebook.status}">${STATUS_NAMES[notebook.status]}</span></td>
<td class="figure">${ran ? secondsText(notebook.durationMs) : ''}</td><td>${notebook.reason}</td>
<td>${ran ? html`<a href="${file}.ipynb" download>ipynb</a>` : null}</td></tr>
`;
  });
  return html`<div class="scroll"><table><thead><tr><th scope="col" class="text">笔记本</th><th scope="col" class="text">状态</th>
<th scope="col" class="figure">用时（秒）</th><th scope="col" class="text">原因</th><th scope="col" class="text">下载</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** What was run on what: parameters, versions, sha256 of every input, files written. */
export function manifestHtml(run: RunRecord): SafeHtml {
  const place = `${run.placeName}（${run.parameters.place}）`;
  const period = `${run.periodLabel}（${run.parameters.period}）`;
  const exports = run.exports.map(({ file, title, bytes }) => {
    const href = file.split('/').map(encodeURIComponent).join('/');
    return html`<tr><td><a href="${href}">${file}</a></td><td>${title}</td><td class="figure">${kilobytes(bytes)}</td></tr>
`;
  });
  return html`${pairsHtml([
    ['地区', place],
    ['期间', period],
    ['规则', run.rule],
    ['开始时间', run.startedAt],
    ['用时', `${secondsText(run.durationMs)} 秒`],
    ['结果', run.status === 'done' ? '完成' : '失败'],
  ])}
<details class="block"><summary>输入文件（${Object.keys(run.inputs).length} 个，sha256）</summary>${pairsHtml(Object.entries(run.inputs), 'hash')}</details>
<details class="block"><summary>软件版本</summary>${pairsHtml(Object.entries(run.versions))}</details>
<details class="block"><summary>输出文件（${run.exports.length} 个）</summary><div class="scroll"><table><thead><tr><th scope="col">文件</th>
<th scope="col">标题</th><th scope="col" class="figure">大小（KB）</th></tr></thead><tbody>${exports}</tbody></table></div></details>
<p class="downloads">机器可读的完整记录：<a href="run.json">run.json</a></p>`;
}

function listHtml(notebooks: readonly NotebookRecord[]): SafeHtml | null {
  if (notebooks.length === 0) return null;
  return html`<ul>${notebooks.map(({ title, reason }) => html`<li>${title}：${reason}</li>`)}</ul>`;
}

function pairsHtml(pairs: readonly (readonly [string, string])[], kind = ''): SafeHtml {
  const rows = pairs.map(
    ([name, value]) => html`<tr><th scope="row">${name}</th><td class="${kind}">${value}</td></tr>
`,
  );
  return html`<div class="scroll"><table><tbody>${rows}</tbody></table></div>`;
}

const secondsText = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
const kilobytes = (bytes: number): string => Math.ceil(bytes / 1024).toLocaleString('en-US');
