import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/facts/finding.js';
import { dataPage } from '../../../src/publish/pages/data-page.js';
import { type IndexPageInput, indexPage } from '../../../src/publish/pages/index-page.js';
import { runPage } from '../../../src/publish/pages/run-page.js';
import type { Chart } from '../../../src/show/charts/chart.js';
import type { Row, TableView } from '../../../src/show/tables/table-view.js';
import { BANDS, GRADES, HOSTILE, HOSTILE_SCRIPT, RUN, SHEET } from './page-sample.js';

const CHART: Chart = {
  name: 'payable-months-by-region',
  title: '可支付月数',
  data: [{ type: 'bar' }],
  layout: { width: 960, height: 540 },
};
const KEY_FIGURES: TableView = {
  name: 'key-figures',
  title: '',
  columns: [
    { key: 'figure', label: '指标', kind: 'text', names: { income: '基金收入', payableMonths: '可支付月数' } },
    { key: 'quantity', display: 'text', label: '本期', kind: 'ratio', sources: 'refs' },
  ],
  rows: [
    {
      ...{
        scheme: 'employee',
        figure: 'income',
        quantity: 3.588e11,
        text: '35.88 亿元',
        changeText: '+16.15%（推算）',
      },
      ...{ refs: 'data/zhuzhou/2021Q1/resident-balance.csv#L2', note: '', doubt: '报告印 27.28 亿元', gap: '' },
    },
    {
      ...{ scheme: 'employee', figure: 'payableMonths', quantity: null, text: '未知', changeText: '' },
      ...{ refs: '', note: '', doubt: '', gap: '没有月支出' },
    },
  ],
  notes: [],
};
const INPUT: IndexPageInput = {
  run: RUN,
  keyFigures: KEY_FIGURES,
  otherFigures: { ...KEY_FIGURES, rows: [] },
  sentences: [{ topic: '预警', text: '攸县居民医保 1.14 个月低于 3 个月。', table: 'region-warnings', refs: '' }],
  bands: BANDS,
  shown: [{ notebook: '04-region-warnings', charts: [CHART], tables: [GRADES] }],
  sheet: SHEET,
  periods: [{ label: '2022年', href: '../2022/index.html' }],
};

/** The page, without its head, on which these rows are graded. */
function gradesPage(rows: Row[]): string {
  const shown = [{ notebook: '04-region-warnings', charts: [], tables: [{ ...GRADES, rows }] }];
  return indexPage({ ...INPUT, shown }).split('<body>')[1] ?? '';
}

const positions = (page: string, texts: string[]): number[] => texts.map((text) => page.indexOf(text));

describe('the first page of a run', () => {
  it('bears place and period in its title', () => {
    expect(indexPage(INPUT)).toContain('<title>株洲市 2021年一季度 医疗保险基金运行分析</title>');
  });

  it('tells the figures that matter, the grades counted, the sentences, months, subjects, and last what was not done', () => {
    const places = positions(indexPage(INPUT), [
      '35.88 亿元',
      '<ul class="tiles">',
      '<ol class="sentences">',
      '<section id="months">',
      '<section id="subjects">',
      '<section id="omitted">',
    ]);
    expect(places[0]).toBeGreaterThan(0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('says the change of a figure, what makes it doubtful, and why one is not known', () => {
    const page = indexPage(INPUT);
    expect(page).toContain(
      '<span class="change">+16.15%（推算）</span><span class="doubt">存疑：报告印 27.28 亿元</span>',
    );
    expect(page).toContain('未知：没有月支出');
    expect(page).toContain('<a href="facts.html#data/zhuzhou/2021Q1/resident-balance.csv:23L2"');
  });

  it('counts every grade of the rule, also the one that no pool has, and those that a rounding could turn', () => {
    const tiles = [
      ...indexPage(INPUT).matchAll(/<li class="tile severity-(\d)"><strong>(.+?)<\/strong> <span class="count">(\d)/g),
    ];
    expect(tiles.map((tile) => tile.slice(1))).toEqual([
      ['1', '预警', '2'],
      ['2', '关注', '0'],
      ['3', '充足', '1'],
    ]);
  });

  it('counts the pools of a grade once where a rule gives it two bands', () => {
    const [first, ...others] = INPUT.bands;
    if (first === undefined) throw new Error('the sample has bands');
    const page = indexPage({ ...INPUT, bands: [first, ...others, { ...first, lower: 15, upper: null }] });
    expect(page.match(/<li class="tile severity-1">/g)).toHaveLength(1);
  });

  it('says once for which figures there is nothing to compare with, each reason with its figures', () => {
    const rows = ['employee', 'resident', 'basic'].flatMap((scheme) =>
      [
        ['income', '没有去年的数'],
        ['payableMonths', '没有去年末的报告'],
      ].map(([figure, gap]) => ({
        scheme,
        figure,
        quantity: 1,
        text: '1 亿元',
        changeText: '',
        gap,
        note: '',
        doubt: '',
      })),
    );
    const page = indexPage({ ...INPUT, keyFigures: { ...INPUT.keyFigures, rows } });
    expect(page).toContain('<p class="soft common">基金收入：没有去年的数。</p>');
    expect(page).toContain('<p class="soft common">可支付月数：没有去年末的报告。</p>');
    expect(page.match(/没有去年/g)).toHaveLength(2);
  });

  it('says into which grade a rounding could turn how many, the printed months apart from the computed, and how many are doubted', () => {
    const open = (more: Row): string =>
      gradesPage(GRADES.rows.map((row) => (row.severity === 3 ? { ...row, roundingDecides: true, ...more } : row)));
    expect(open({ monthsOrigin: 'reported', possibleGrades: '关注' })).toContain(
      '<span class="why">其中 1 个（印）可能是关注</span>',
    );
    expect(open({ monthsOrigin: 'computed', possibleGrades: '关注' })).toContain('其中 1 个按取整的月数会是关注');
    expect(open({ doubt: '报告印 7 个月' })).toContain('<span class="doubt">其中 1 个存疑</span>');
  });

  it('gives one line a pool, its doubt with it, the rest behind a click, and what all have in common once above', () => {
    const row = (more: string, doubt = ''): Row => ({
      ...{
        region: '甲县',
        scheme: 'resident',
        schemeName: '居民医保',
        severity: 1,
        gradeName: '预警',
        payableMonths: 1,
      },
      ...{ reasonShort: '实际结余 10.00 万元，低于 3 个月', reasonMore: more, doubt },
    });
    const page = gradesPage([
      row('上期 2 个月；不能直接比较', '月支出疑是 3 个月的合计'),
      row('上期 4 个月；不能直接比较'),
    ]);
    expect(page).toContain('各条相同的，只在这里说一次：不能直接比较。');
    expect(page.match(/不能直接比较/g)).toHaveLength(1);
    expect(page).toContain(
      '<details><summary>实际结余 10.00 万元，低于 3 个月</summary><p class="soft">上期 2 个月。</p></details><span class="doubt">存疑：月支出疑是 3 个月的合计</span>',
    );
    expect(page).toContain('（疑）');
  });

  it('shows of more than forty pools no matrix and the thirty worst, with the way to all', () => {
    const rows = Array.from({ length: 41 }, (_, index) => ({
      ...GRADES.rows[1],
      region: `第${index}县`,
      payableMonths: index,
    }));
    const page = gradesPage(rows);
    expect(page).not.toContain('<table class="matrix">');
    expect(page).toContain('第29县');
    expect(page).not.toContain('第30县');
    expect(page).toContain(
      '这里只列最差的 30 个，<a href="notebooks/04-region-warnings.html#table-region-warnings">全部 41 个</a>见定级表。',
    );
    expect(gradesPage(rows.slice(1))).toContain('<table class="matrix">');
  });

  it('leads from a sentence to the table that it is made from', () => {
    expect(indexPage(INPUT)).toContain('<a href="notebooks/04-region-warnings.html#table-region-warnings">看表</a>');
  });

  it('says in the words of an office what it was made from: no file, no digest, no instant', () => {
    const text = indexPage(INPUT)
      .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]+>/g, '');
    expect(text).not.toMatch(/ipynb|sha256|事实表|\.csv|T\d\d:\d\d/);
    expect(text).toMatch(/\d{4}年\d{1,2}月\d{1,2}日算出/);
  });

  it('leads to the other periods of the place and to all places', () => {
    const page = indexPage(INPUT);
    expect(page).toContain('其他期间： <a href="../2022/index.html">2022年</a>');
    expect(page).toContain('<a href="../../index.html">全部地区和期间</a>');
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

  it('says at its end which analysis was not done and why', () => {
    const page = indexPage(INPUT);
    expect(page).toContain(
      '<section id="omitted"><h2>没有做的分析</h2><ul><li>参保趋势：缺少参保人数</li></ul></section>',
    );
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

  it('offers the chart of months as SVG and PNG', () => {
    const page = indexPage(INPUT);
    for (const file of ['charts/payable-months-by-region.svg', 'charts/payable-months-by-region.png']) {
      expect(page).toContain(`<a href="${file}" download>`);
    }
    expect(page).toContain(
      '<img class="still" src="charts/payable-months-by-region.svg" alt="可支付月数" width="960" height="540">',
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
      ...INPUT,
      run: { ...RUN, placeName: HOSTILE_SCRIPT, rule: HOSTILE },
      shown: [
        {
          notebook: HOSTILE,
          charts: [{ ...CHART, title: HOSTILE_SCRIPT, data: [{ name: HOSTILE_SCRIPT }] }],
          tables: [{ ...GRADES, title: HOSTILE, rows: [row], notes: [HOSTILE_SCRIPT] }],
        },
      ],
      sentences: [{ topic: HOSTILE, text: HOSTILE_SCRIPT, table: HOSTILE, refs: HOSTILE }],
      periods: [{ label: HOSTILE, href: '../2022/index.html' }],
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

  it('says so when nothing was graded, and when the report has no figures of the fund', () => {
    const page = indexPage({ ...INPUT, shown: [], keyFigures: { ...KEY_FIGURES, rows: [] } });
    expect(page).toContain('不能定级');
    expect(page).toContain('本期报告没有基金收支、结余和月数');
  });
});

describe('what the data are worth', () => {
  const site = { placeName: '株洲市', periodLabel: '2021年一季度' };

  it('puts errors before doubts before notes, and leads from a finding to the row it concerns', () => {
    const file = 'data/zhuzhou/2021Q1/resident-balance.csv';
    const figure = {
      regionName: '攸县',
      schemeName: '居民医保',
      indicatorName: '应付未付款',
      periodName: '2021年一季度',
      printed: '5,899.03万元',
      source: 'zhuzhou-2021Q1 L297 城乡居民累计结余分析表 攸县 第2栏',
    };
    const on = { file, line: 3, column: 'value', value: '5,899.03', figure };
    const findings: Finding[] = [
      { severity: 'note', ...on, rule: '当期结余印为负数：当期收不抵支' },
      { severity: 'doubt', ...on, rule: '分项之和不等于总数' },
      { severity: 'error', file, line: 99, column: 'value', value: 'n/a', rule: '应为数字（万元）' },
    ];
    const page = dataPage(SHEET, { findings, summary: '核对了 1 个合计与各分项。存疑 1 条。' }, site);
    const heads = ['错误：数据不能使用（1 条）', '存疑：原件的数对不上、不可能或已毁坏，照录未改（1 条）', '提示：'];
    const places = ['核对了 1 个', ...heads].map((words) => page.indexOf(words));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(page).toContain(`${file} 第 99 行 value“n/a”：应为数字（万元）</li>`);
    // The figure's region, scheme, indicator and period, its row on the facts page, its line in the document.
    expect(page).toContain('应付未付款<br><span class="soft">2021年一季度 攸县 居民医保</span>');
    expect(page).toContain('<a href="facts.html#data/zhuzhou/2021Q1/resident-balance.csv:23L3">5,899.03万元</a>');
    expect(page).toContain('<a href="documents/zhuzhou-2021Q1.html#L297">zhuzhou-2021Q1 第 297 行</a>');
    expect(page).not.toContain('自相矛盾');
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
    const page = dataPage({ ...SHEET, corrections }, { findings: [], summary: '' }, site);
    expect(page).toContain('攸县 prepaid -（无）</a>');
    expect(page).toContain('正文写明为 0');
    expect(page).toContain('<a href="documents/zhuzhou-2021Q1.html#L440">zhuzhou-2021Q1 第 440 行</a>');
  });
});

describe('the record of a run', () => {
  it('names every file, the digests of what was read, and the notebooks with their state', () => {
    const page = runPage(RUN);
    for (const text of ['sha256', 'run.json', '参保趋势', '跳过', ...RUN.exports.map(({ file }) => file)]) {
      expect(page).toContain(text);
    }
  });
});
