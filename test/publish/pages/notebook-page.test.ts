import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { Notebook, NotebookCell, NotebookOutput } from '../../../src/notebook/output.js';
import { notebookPage } from '../../../src/publish/pages/notebook-page.js';
import { GRADES, HOSTILE, HOSTILE_SCRIPT, SHEET, SITE } from './page-sample.js';

const markdown = new MarkdownIt({ html: false });

function pageOf(...cells: NotebookCell[]): string {
  const notebook: Notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells };
  return notebookPage(notebook, {
    site: SITE,
    name: '04-region-warnings',
    title: '统筹区预警',
    sheet: SHEET,
    markdown,
  });
}

const text = (source: string): NotebookCell => ({ cell_type: 'markdown', metadata: {}, source });
const code = (source: string, outputs: NotebookOutput[] = [], tags: string[] = []): NotebookCell => ({
  cell_type: 'code',
  metadata: { tags },
  source,
  outputs,
});
const shown = (data: Record<string, unknown>, metadata: Record<string, unknown> = {}): NotebookOutput => ({
  output_type: 'display_data',
  data,
  metadata,
});

describe('the page of a notebook', () => {
  it('renders its Markdown and takes its first heading as its own', () => {
    const page = pageOf(text('# 统筹区预警\n\n按**未取整**的月数定级。'));
    expect(page).toContain('<h1>统筹区预警</h1>\n<p>按<strong>未取整</strong>的月数定级。</p>');
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(pageOf(text('正文'))).toContain('<h1>统筹区预警</h1>');
  });

  it('folds code away and names the cells that set the parameters', () => {
    const page = pageOf(code("let place = '';", [], ['parameters']), code('show(a < b);'));
    expect(page).toContain('<details class="code"><summary>参数</summary><pre>let place = &#39;&#39;;</pre></details>');
    expect(page).toContain('<details class="code"><summary>代码</summary><pre>show(a &lt; b);</pre></details>');
  });

  it('shows a table with links to the facts and to its CSV file', () => {
    const page = pageOf(code('', [shown({ 'application/vnd.fundwatch.table+json': GRADES, 'text/plain': '表' })]));
    expect(page).toContain(
      '<a href="../facts.html#data/zhuzhou/2021Q1/resident-balance.csv:23L3">攸县 应付未付款 5,899.03 万元</a>',
    );
    expect(page).toContain('<a href="../tables/region-warnings.csv" download>CSV</a>');
    expect(page).not.toContain('<pre>表</pre>');
  });

  it('shows a chart as picture and as data for the drawing script', () => {
    const figure = {
      data: [{ type: 'bar', name: HOSTILE_SCRIPT }],
      layout: { width: 960, height: 540, title: { text: '月数' } },
    };
    const metadata = { fundwatch: { kind: 'chart', name: 'payable-months', title: '可支付月数' } };
    const page = pageOf(code('', [shown({ 'application/vnd.plotly.v1+json': figure }, metadata)]));
    expect(page).toContain('<figure class="chart titled" id="chart-payable-months">');
    expect(page).toContain('<img class="still" src="../charts/payable-months.svg" alt="可支付月数"');
    const json = /<script type="application\/json">(.*)<\/script>/.exec(page)?.[1] ?? '';
    expect(JSON.parse(json)).toEqual({ name: 'payable-months', ...figure });
    expect(page).toContain('<script src="../assets/plotly-basic.min.js"></script>');
  });

  it('loads no script when it has no chart', () => {
    expect(pageOf(text('# 没有图'))).not.toContain('<script');
  });

  it('prefers plain text to the HTML of a cell, which it never trusts', () => {
    const page = pageOf(
      code('', [shown({ 'text/html': '<b>粗</b>', 'text/plain': '三个 < 五个' }), shown({ 'text/html': '<i>斜</i>' })]),
    );
    expect(page).toContain('<pre>三个 &lt; 五个</pre>');
    expect(page).not.toContain('<b>粗');
    expect(page).not.toContain('<i>斜');
    expect(page).toContain('（此输出没有可以显示的形式：text/html）');
  });

  it('shows an error in Chinese with the traceback without colour codes', () => {
    const error: NotebookOutput = {
      output_type: 'error',
      ename: 'InputError',
      evalue: '没有期间“2023”',
      traceback: ['\u001b[31mInputError\u001b[0m: 没有期间“2023”', '    at openFund'],
    };
    const page = pageOf(code('', [error]));
    expect(page).toContain('<strong>运行出错：InputError</strong>没有期间“2023”');
    expect(page).toContain('<pre>InputError: 没有期间“2023”\n    at openFund</pre>');
  });

  it('keeps hostile Markdown, streams and table cells as text', () => {
    const table = { ...GRADES, title: HOSTILE, rows: [{ ...GRADES.rows[0], region: HOSTILE_SCRIPT }] };
    const page = pageOf(
      text(`${HOSTILE} [x](javascript:alert(1))\n\n${HOSTILE_SCRIPT}`),
      code('', [
        { output_type: 'stream', text: [HOSTILE, HOSTILE_SCRIPT] },
        shown({ 'application/vnd.fundwatch.table+json': table }),
      ]),
      code('', [shown({ 'image/png': `x" onerror="alert(1)`, 'text/plain': '图' })]),
    );
    expect(page).not.toContain('<img');
    expect(page).not.toContain('<script');
    expect(page).not.toContain('href="javascript');
    expect(page).not.toContain('onerror="');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('asks no other computer for pictures', () => {
    const page = pageOf(text('![远方的图](https://example.org/a.png) ![本地的图](a.png)'));
    expect(page).not.toContain('example.org');
    expect(page).toContain('远方的图');
    expect(page).toContain('<img src="a.png" alt="本地的图">');
  });
});
