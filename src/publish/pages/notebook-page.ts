import type { Notebook, NotebookCell } from '../../notebook/output.js';
import { type FactSheet, factLinks } from '../../show/fact-links.js';
import { html, type SafeHtml } from '../../show/html.js';
import { type MarkdownLibrary, markdownHtml } from './markdown.js';
import { type OutputContext, outputHtml } from './notebook-output.js';
import { type PageSite, pageFrame } from './page-frame.js';

/** What the page of a notebook needs beside the notebook. */
export interface NotebookPageContext {
  site: PageSite;
  /** File name without ending. */
  name: string;
  /** First heading of the notebook. */
  title: string;
  /** The facts to which its tables lead. */
  sheet: FactSheet;
  markdown: MarkdownLibrary;
}

/** Tags of the cells that declare and set the parameters of a run. */
const PARAMETER_TAGS = ['parameters', 'injected-parameters'];

/** An executed notebook as a page for people: `notebooks/<name>.html`. Its code is folded away, its charts are alive. */
export function notebookPage(notebook: Notebook, context: NotebookPageContext): string {
  const outputs: OutputContext = { links: factLinks(context.sheet, '../'), markdown: context.markdown };
  const cells = notebook.cells.map((cell) => cellHtml(cell, outputs));
  const headed = notebook.cells.some((cell) => cell.cell_type === 'markdown' && /^# /m.test(sourceOf(cell)));
  return pageFrame({
    site: context.site,
    title: context.title,
    root: '../',
    navigation: [
      { href: '../index.html', label: '首页' },
      { href: '../index.html#notebooks', label: '全部笔记本' },
      { href: '../facts.html', label: '事实表' },
      { href: `${encodeURIComponent(context.name)}.ipynb`, label: '下载笔记本' },
    ],
    body: html`${headed ? null : html`<h1>${context.title}</h1>`}
${cells}`,
  });
}

function cellHtml(cell: NotebookCell, context: OutputContext): SafeHtml {
  const source = sourceOf(cell);
  if (cell.cell_type === 'markdown')
    return html`${markdownHtml(source, context.markdown)}
`;
  if (cell.cell_type === 'raw')
    return html`<pre>${source}</pre>
`;
  const isParameters = PARAMETER_TAGS.some((tag) => cell.metadata.tags?.includes(tag));
  const outputs = (cell.outputs ?? []).map((output) => outputHtml(output, context));
  const code =
    source.trim() === ''
      ? null
      : html`<details class="code"><summary>${isParameters ? '参数' : '代码'}</summary><pre>${source}</pre></details>`;
  return html`<section>${code}${outputs}</section>
`;
}

function sourceOf(cell: NotebookCell): string {
  return Array.isArray(cell.source) ? cell.source.join('') : cell.source;
}
