import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../src/publish/pictures/browser.js';
import { WorkspaceCopy } from './workspace-copy.js';

const copy = new WorkspaceCopy();
const balances = copy.file('data/zhuzhou/2021Q1/resident-balance.csv');
const original = readFileSync(balances, 'utf8');
const warningsCsv = (): string => readFileSync(copy.file('output/zhuzhou/2021Q1/tables/region-warnings.csv'), 'utf8');
const rowOf = (csv: string, region: string, scheme: string): string =>
  csv.split('\r\n').find((line) => line.startsWith(`${region},${scheme},`)) ?? '';
/** Every notebook of the workspace, in order. */
const notebookNames = (): string[] =>
  readdirSync(copy.file('notebooks'))
    .filter((name) => name.endsWith('.ipynb'))
    .map((name) => name.replace(/\.ipynb$/, ''))
    .sort();

beforeAll(async () => {
  const newest = await copy.run('rerun');
  expect(newest.stderr).not.toContain('出错');
  expect(newest).toMatchObject({ code: 0, stdout: `${copy.file('output/zhuzhou/2022/index.html')}\n` });
  const quarter = await copy.run('rerun', '--place', 'zhuzhou', '--period', '2021Q1');
  expect(quarter).toMatchObject({ code: 0, stdout: `${copy.file('output/zhuzhou/2021Q1/index.html')}\n` });
});
afterAll(() => copy.remove());

describe('what a rerun makes', () => {
  test('the page warns about the residents of 攸县 at 1.14 months and leads to 6,734.97’s parts and 5,890.95', () => {
    const page = readFileSync(copy.file('output/zhuzhou/2021Q1/index.html'), 'utf8');
    expect(page).toContain('实际结余 6,734.97 万元 ÷ 月平均支出 5,890.95 万元，低于 3 个月，缺 10,937.88 万元');
    const warnings = readFileSync(copy.file('output/zhuzhou/2021Q1/notebooks/04-region-warnings.html'), 'utf8');
    // 12,634.00 − 5,899.03 = 6,734.97 and 6,734.97 ÷ 5,890.95 = 1.14327…, in yuan and unrounded.
    expect(rowOf(warningsCsv(), '攸县', 'resident')).toMatch(/^攸县,resident,67349700,58909500,1\.1432740\d+,warning,/);
    const [sheet] = /facts\.html#[^"]*resident-balance[^"]*L9/.exec(warnings) ?? [];
    expect(sheet).toBeDefined();
    const facts = readFileSync(copy.file('output/zhuzhou/2021Q1/facts.html'), 'utf8');
    expect(facts).toContain(`id="${sheet?.split('#')[1]}"`);
    expect(facts).toContain('documents/zhuzhou-2021Q1.html#L303');
    const document = readFileSync(copy.file('output/zhuzhou/2021Q1/documents/zhuzhou-2021Q1.html'), 'utf8');
    expect(document).toMatch(/id="L303"[\s\S]{0,200}5,890\.95/);
  });

  test('a notebook whose facts are absent is skipped, and the page says why', () => {
    const page = readFileSync(copy.file('output/zhuzhou/2021Q1/index.html'), 'utf8');
    expect(page).toContain('本期没有“参保人数”的数据');
    expect(existsSync(copy.file('output/zhuzhou/2021Q1/notebooks/02-enrolment-trend.ipynb'))).toBe(false);
  });

  test.each(['2022', '2021Q1'])(
    'every chart of %s draws in a real browser, nothing is fetched, the console is clean',
    async (period) => {
      const charts = readdirSync(copy.file('output/zhuzhou', period, 'charts')).filter((name) => name.endsWith('.svg'));
      const browser = await launchBrowser();
      try {
        const page = await browser.newPage();
        const complaints: string[] = [];
        page.on('console', (message) => complaints.push(message.text()));
        page.on('pageerror', (error) => complaints.push(String(error)));
        page.on('requestfailed', (request) => complaints.push(request.url()));
        page.on('request', (request) => {
          if (!/^(file|data|blob):/.test(request.url())) complaints.push(request.url());
        });
        const drawn: string[] = [];
        const folder = copy.file('output/zhuzhou', period, 'notebooks');
        for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
          await page.goto(pathToFileURL(path.join(folder, file)).href);
          await page.waitForFunction(
            `[...document.querySelectorAll('figure.chart')].every((figure) => figure.querySelector('.main-svg .point, .main-svg .trace'))`,
            { timeout: 20_000 },
          );
          drawn.push(...(await page.$$eval('figure.chart', (figures) => figures.map(({ id }) => id))));
        }
        expect(drawn.sort()).toEqual(charts.map((name) => `chart-${name.replace('.svg', '')}`).sort());
        expect(charts.length).toBeGreaterThanOrEqual(2);
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    },
  );

  test('every chart of the trends draws, two periods stand side by side, and every figure leads to a fact that is there', async () => {
    const file = copy.file('output/zhuzhou/2021Q1/trends.html');
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('2021年一季度与2022年（');
    const facts = new Set(
      [...text.matchAll(/href="((?:\.\.\/\w+\/)?facts\.html)#([^"]+)"/g)].map(([, page = '', anchor = '']) =>
        [page, anchor].join('#'),
      ),
    );
    // Facts of 2022 stand on the page of their own period.
    expect([...facts].some((fact) => fact.startsWith('../2022/facts.html#'))).toBe(true);
    const pages = new Map([...facts].map((fact) => [fact.split('#')[0] ?? '', '']));
    for (const page of pages.keys()) pages.set(page, readFileSync(path.join(path.dirname(file), page), 'utf8'));
    const dangling = [...facts].filter(
      (fact) => !pages.get(fact.split('#')[0] ?? '')?.includes(`id="${fact.split('#')[1]}"`),
    );
    expect(dangling).toEqual([]);
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('requestfailed', (request) => complaints.push(request.url()));
      await page.goto(pathToFileURL(file).href);
      await page.waitForFunction("document.querySelectorAll('figure.chart.drawn .main-svg').length >= 3", {
        timeout: 20_000,
      });
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  test('run.json records parameters, the sha256 of every input, and every notebook', () => {
    const run = JSON.parse(readFileSync(copy.file('output/zhuzhou/2022/run.json'), 'utf8'));
    expect(run).toMatchObject({ parameters: { place: 'zhuzhou', period: '2022' }, status: 'done' });
    expect(Object.keys(run.inputs)).toContain('data/zhuzhou/2022/balance-distribution.csv');
    expect(Object.values(run.inputs).every((hash) => /^[0-9a-f]{64}$/.test(String(hash)))).toBe(true);
    expect(run.notebooks.map((entry: { name: string }) => entry.name)).toEqual(notebookNames());
    expect(run.notebooks.map((entry: { status: string }) => entry.status)).not.toContain('failed');
  });
});

describe('one command after a change', () => {
  test('changing one cell changes the page', async () => {
    // 5,890.95 → 2,890.95: 6,734.97 ÷ 2,890.95 = 2.33.
    writeFileSync(balances, original.replace('"5,890.95"', '"2,890.95"'));
    try {
      expect(await copy.run('rerun', '--period', '2021Q1')).toMatchObject({ code: 0 });
      expect(readFileSync(copy.file('output/zhuzhou/2021Q1/index.html'), 'utf8')).toContain('>2.33</a>');
    } finally {
      writeFileSync(balances, original);
    }
    expect(await copy.run('rerun', '--period', '2021Q1')).toMatchObject({ code: 0 });
    expect(rowOf(warningsCsv(), '攸县', 'resident')).toContain(',1.1432740');
  });
});

describe('a period with hardly anything in it', () => {
  const HEAD = 'region,scheme,indicator,category,period,basis,value,unit,source';
  const figure = (indicator: string, value: string, unit = '万元', basis = 'actual'): string =>
    `攸县,resident,${indicator},,,${basis},${value},${unit},zhuzhou-2022 L1 人造数据`;

  test('one region, one scheme, zero expenditure, zero budget and no year before give stated gaps, never NaN', async () => {
    const folder = copy.file('data/zhuzhou/2030Q1');
    mkdirSync(folder);
    const rows = [
      figure('cumulativeBalance', '100.00'),
      figure('payables', '-'),
      figure('prepaid', '-'),
      figure('monthlyExpenditure', '0', '万元/月'),
      figure('income', '50.00').replace('攸县', '全市'),
      figure('income', '0', '万元', 'budget').replace('攸县', '全市'),
      figure('expenditure', '0').replace('攸县', '全市'),
    ];
    writeFileSync(path.join(folder, 'x.csv'), [HEAD, ...rows, ''].join('\n'));
    try {
      const run = await copy.run('rerun', '--period', '2030Q1');
      expect(run.stderr).not.toContain('出错');
      expect(run.code).toBe(0);
      for (const [file, content] of copy.contents('output/zhuzhou/2030Q1')) {
        if (!/\.(html|csv)$/.test(file) || file.includes('documents')) continue;
        const text = Buffer.from(content, 'base64')
          .toString()
          .replace(/<script[\s\S]*?<\/script>/g, '');
        expect(text, file).not.toMatch(/NaN|Infinity|undefined/);
      }
      const csv = readFileSync(copy.file('output/zhuzhou/2030Q1/tables/region-warnings.csv'), 'utf8');
      expect(rowOf(csv, '攸县', 'resident')).toContain('攸县,resident,1000000,0,,unknown,zhuzhou-practice,');
      expect(csv).toContain('月平均支出不大于 0，无法定级');
      const page = readFileSync(copy.file('output/zhuzhou/2030Q1/notebooks/06-budget-execution.html'), 'utf8');
      expect(page).toContain('未知');
    } finally {
      rmSync(folder, { recursive: true });
      rmSync(copy.file('output/zhuzhou/2030Q1'), { recursive: true, force: true });
    }
  });
});

describe('what stops a rerun', () => {
  test('errors in the data stop it before anything runs, all of them named in Chinese, the last output untouched', async () => {
    const before = copy.contents('output');
    writeFileSync(
      balances,
      original.replace('"12,634.00"', 'n/a').replace('渌口区,resident,payables,,', '绿口区,resident,payables,,'),
    );
    try {
      const stopped = await copy.run('rerun', '--period', '2021Q1');
      expect(stopped).toMatchObject({ code: 1, stdout: '' });
      expect(stopped.stderr).toContain('data/zhuzhou/2021Q1/resident-balance.csv 第 2 行 value“n/a”：应为数字（万元）');
      expect(stopped.stderr).toContain('第 11 行 region“绿口区”：不认识的统筹区');
    } finally {
      writeFileSync(balances, original);
    }
    expect(copy.contents('output')).toEqual(before);
  });

  test('a failing notebook is kept beside the last good output, the others go on, and the exit code is 1', async () => {
    const before = copy.contents('output/zhuzhou/2021Q1');
    const file = copy.file('notebooks/01-fund-overview.ipynb');
    const notebook = readFileSync(file, 'utf8');
    writeFileSync(file, notebook.replace('show(documentsTable(fund));', "throw new Error('坏了');"));
    try {
      const failed = await copy.run('rerun', '--period', '2021Q1');
      expect(failed.code).toBe(1);
      expect(failed.stderr).toMatch(
        /出错 01-fund-overview：第 5 个代码单元格（throw new Error\('坏了'\);）出错：Error：坏了/,
      );
      const kept = JSON.parse(readFileSync(copy.file('output/zhuzhou/2021Q1.failed/run.json'), 'utf8'));
      const ends = kept.notebooks.map((entry: { name: string; status: string }) => [entry.name, entry.status]);
      expect(ends.map(([name]: string[]) => name)).toEqual(notebookNames());
      expect(ends).toEqual(
        expect.arrayContaining([
          ['01-fund-overview', 'failed'],
          ['02-enrolment-trend', 'skipped'],
          ['03-ageing-structure', 'skipped'],
          ['04-region-warnings', 'done'],
          ['07-balance-and-other-funds', 'done'],
        ]),
      );
      expect(
        readFileSync(copy.file('output/zhuzhou/2021Q1.failed/notebooks/01-fund-overview.ipynb'), 'utf8'),
      ).toContain('坏了');
    } finally {
      writeFileSync(file, notebook);
    }
    expect(copy.contents('output/zhuzhou/2021Q1')).toEqual(before);
  });

  test.each([
    ['没有地区“nowhere”', ['rerun', '--place', 'nowhere']],
    ['没有“1999”这一期的数据', ['rerun', '--period', '1999']],
    ['期间“2021-Q1”无法识别', ['rerun', '--period', '2021-Q1']],
    ['没有规则“strict”', ['rerun', '--rule', 'strict']],
    ['不认识的选项“--plaec”', ['rerun', '--plaec', 'zhuzhou']],
    ['没有命令“rerum”', ['rerum']],
  ])('wrong usage says %s and ends with 2', async (message, args) => {
    const answer = await copy.run(...args);
    expect(answer).toMatchObject({ code: 2, stdout: '' });
    expect(answer.stderr).toContain(message);
  });
});
