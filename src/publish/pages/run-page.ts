import type { RunRecord } from '../../notebook/run-record.js';
import { html } from '../../show/html.js';
import { failureHtml, manifestHtml, notebooksHtml } from './index-run.js';
import { pageFrame } from './page-frame.js';

/** The record of a run for whoever must account for it or run it again: `run.html`, with every file that it wrote. */
export function runPage(run: RunRecord): string {
  return pageFrame({
    site: { placeName: run.placeName, periodLabel: run.periodLabel },
    title: '运行记录',
    root: '',
    navigation: [
      { href: 'index.html', label: '首页' },
      { href: '#notebooks', label: '笔记本' },
      { href: '#manifest', label: '记录' },
    ],
    body: html`<h1>运行记录</h1>
${failureHtml(run)}
<section id="notebooks"><h2>笔记本</h2>
${notebooksHtml(run.notebooks)}
</section>
<section id="manifest"><h2>记录</h2>
${manifestHtml(run)}
</section>`,
  });
}
