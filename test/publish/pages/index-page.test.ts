import { describe, expect, it } from 'vitest';
import { type IndexPageInput, indexPage } from '../../../src/publish/pages/index-page.js';
import type { Chart } from '../../../src/show/charts/chart.js';
import { GRADES, HOSTILE, HOSTILE_SCRIPT, RUN, SHEET } from './page-sample.js';

const CHART: Chart = {
  name: 'payable-months',
  title: '可支付月数',
  data: [{ type: 'bar' }],
  layout: { width: 960, height: 540 },
};
const INPUT: IndexPageInput = {
  run: RUN,
  shown: [{ notebook: '04-region-warnings', charts: [CHART], tables: [GRADES] }],
  findings: [],
  sheet: SHEET,
};

const positions = (page: string, texts: string[]): number[] => texts.map((text) => page.indexOf(text));

describe('the first page of a run', () => {
  it('bears place and period in its title', () => {
    expect(indexPage(INPUT)).toContain('<title>株洲市 2021年一季度 医疗保险基金运行分析</title>');
  });

  it('tells grades first, then charts, tables, notebooks, findings, corrections, documents and the record of the run', () => {
    const ids = [...indexPage(INPUT).matchAll(/<section id="([a-z]+)">/g)].map((match) => match[1]);
    expect(ids).toEqual([
      'grades',
      'charts',
      'tables',
      'notebooks',
      'findings',
      'corrections',
      'documents',
      'manifest',
    ]);
  });

  it('links each section from the bar', () => {
    const page = indexPage(INPUT);
    const bar = page.slice(page.indexOf('<nav'), page.indexOf('</nav>'));
    const targets = [...bar.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets).toHaveLength(8);
    for (const target of targets) expect(page).toContain(`<section id="${target}">`);
  });

  it('counts two pools with the worst grade and one with the best, by scheme', () => {
    const page = indexPage(INPUT);
    const tiles = [
      ...page.matchAll(
        /<li class="tile severity-(\d)"><strong>(.+)<\/strong>\n.*?>(\d)<\/span> 个<\/span><span class="soft">(.+)<\/span>/g,
      ),
    ];
    expect(tiles.map((tile) => tile.slice(1))).toEqual([
      ['1', '预警', '2', '职工医保 1 · 居民医保 1'],
      ['3', '充足', '1', '职工医保 1'],
    ]);
  });

  it('gives the reasons worst first: fewest months first within a grade', () => {
    const places = positions(indexPage(INPUT), ['攸县居民医保的理由', '攸县职工医保的理由', '炎陵县职工医保的理由']);
    expect(places[0]).toBeGreaterThan(0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('leads from the 1.14 months to the first fact behind them', () => {
    const href = 'facts.html#data/zhuzhou/2021Q1/resident-balance.csv:23L2';
    expect(indexPage(INPUT)).toMatch(
      new RegExp(
        `<a href="${href}" title="来源：攸县 期末累计结余 12,634.00 万元；攸县 应付未付款 5,899.03 万元">1\\.14</a>`,
      ),
    );
  });

  it('says which notebook was skipped and why, and gives it no link', () => {
    const page = indexPage(INPUT);
    expect(page).toContain('<strong>1 个笔记本没有运行：</strong><ul><li>参保趋势：缺少参保人数</li></ul>');
    expect(page).not.toContain('02-enrolment-trend.html');
    expect(page).not.toContain('class="banner failed"');
  });

  it('warns in red when the run failed, with the message of the notebook that failed', () => {
    const failed = {
      name: '04',
      title: '统筹区预警',
      status: 'failed' as const,
      durationMs: 1,
      reason: '第 3 个单元格出错',
    };
    const page = indexPage({ ...INPUT, run: { ...RUN, status: 'failed', notebooks: [failed] } });
    expect(page).toContain(
      '<div class="banner failed" role="alert"><strong>本次运行失败，结果不完整，请勿引用。</strong><ul><li>统筹区预警：第 3 个单元格出错</li></ul></div>',
    );
  });

  it('puts errors before doubts and leads from a finding to the row it concerns', () => {
    const file = 'data/zhuzhou/2021Q1/resident-balance.csv';
    const page = indexPage({
      ...INPUT,
      findings: [
        { severity: 'doubt', file, line: 3, column: 'value', value: '5,899.03', rule: '分项之和不等于总数' },
        { severity: 'error', file, line: 99, column: 'value', value: 'n/a', rule: '应为数字（万元）' },
      ],
    });
    expect(page.indexOf('错误：数据不能使用（1 条）')).toBeLessThan(
      page.indexOf('存疑：原件自相矛盾，照录未改（1 条）'),
    );
    expect(page).toContain(`${file} 第 99 行 value“n/a”：应为数字（万元）</li>`);
    expect(page).toContain(
      `分项之和不等于总数 <a href="facts.html#data/zhuzhou/2021Q1/resident-balance.csv:23L3">查看</a></li>`,
    );
  });

  it('shows a correction with its reason', () => {
    const corrections = [
      {
        kind: 'correction' as const,
        corrects: 'data/a.csv#L2',
        ref: 'data/zhuzhou/2021Q1/resident-balance.csv#L4',
        printed: '-',
        reason: '正文写明为 0',
        source: 'zhuzhou-2021Q1 L440',
      },
    ];
    const page = indexPage({ ...INPUT, sheet: { ...SHEET, corrections } });
    expect(page).toContain('攸县 prepaid -（无）</a>');
    expect(page).toContain('正文写明为 0');
    expect(page).toContain('<a href="documents/zhuzhou-2021Q1.html#L440">zhuzhou-2021Q1 第 440 行</a>');
  });

  it('offers a chart as SVG and PNG and a table as CSV', () => {
    const page = indexPage(INPUT);
    for (const file of ['charts/payable-months.svg', 'charts/payable-months.png', 'tables/region-warnings.csv']) {
      expect(page).toContain(`<a href="${file}" download>`);
    }
    expect(page).toContain(
      '<img class="still" src="charts/payable-months.svg" alt="可支付月数" width="960" height="540">',
    );
  });

  it('keeps hostile names, titles, reasons and findings as text', () => {
    const row = {
      ...GRADES.rows[0],
      region: HOSTILE,
      gradeName: HOSTILE,
      reason: HOSTILE_SCRIPT,
      severity: '1" onclick="alert(1)',
    };
    const page = indexPage({
      run: { ...RUN, placeName: HOSTILE_SCRIPT, rule: HOSTILE },
      shown: [
        {
          notebook: HOSTILE,
          charts: [{ ...CHART, title: HOSTILE_SCRIPT, data: [{ name: HOSTILE_SCRIPT }] }],
          tables: [{ ...GRADES, title: HOSTILE, rows: [row], notes: [HOSTILE_SCRIPT] }],
        },
      ],
      findings: [{ severity: 'error', file: HOSTILE, line: 1, column: HOSTILE, value: HOSTILE_SCRIPT, rule: HOSTILE }],
      sheet: {
        ...SHEET,
        documents: [{ id: HOSTILE, title: HOSTILE, issuer: HOSTILE, date: HOSTILE, file: HOSTILE, note: HOSTILE }],
      },
    });
    expect(page).not.toContain('<img src=x');
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('onclick="');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('says so when nothing was graded', () => {
    expect(indexPage({ ...INPUT, shown: [] })).toContain('本次运行没有得出分级');
  });
});
