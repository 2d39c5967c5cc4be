import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.js';
import { FIGURES, lines, workspace } from '../fixtures/workspace.js';

const year = (balance: string, monthly = '10.00'): string =>
  lines(
    FIGURES,
    `攸县,employee,cumulativeBalance,,,actual,${balance},万元,made-up L1`,
    '攸县,employee,payables,,,actual,-,万元,made-up L2',
    '攸县,employee,prepaid,,,actual,-,万元,made-up L3',
    `攸县,employee,monthlyExpenditure,,,actual,${monthly},万元/月,made-up L4`,
  );
const DATA = {
  'zhuzhou/2021/x.csv': year('40.00'),
  'zhuzhou/2022/x.csv': year('55.00'),
  'zhuzhou/2023/kpi.csv': lines(FIGURES, '全市,basic,insuredRate,,,target,95,%,made-up L5'),
};

async function run(root: string, ...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  vi.stubEnv('FUNDWATCH_ROOT', root);
  const out: string[] = [];
  const err: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text) => void out.push(String(text)));
  vi.spyOn(console, 'error').mockImplementation((text) => void err.push(String(text)));
  await main(['compare', ...args]);
  return { code: process.exitCode, out: out.join('\n'), err: err.join('\n') };
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

test('Two periods are printed side by side, whichever is named first, and written as a page and a table', async () => {
  const root = workspace(DATA);
  const folder = path.join(root, 'output/zhuzhou/compare-2021-2022');
  const { code, out, err } = await run(root, '--place', 'zhuzhou', '--period', '2021', '--with', '2022');
  expect([code, err]).toEqual([0, '']);
  const printed = out.split('\n');
  expect(printed[0]).toBe('株洲市 2021年与2022年');
  expect(printed.slice(2, 5).map((line) => line.split(/ {2,}/))).toEqual([
    ['统筹区', '险种', '指标', '2021年', '2022年', '增减', '增长', '说明'],
    ['全市', '职工医保', '可支付月数', '4.00', '5.50', '+1.50', '—'],
    ['攸县', '职工医保', '可支付月数', '4.00', '5.50', '+1.50', '—'],
  ]);
  expect(printed.at(-1)).toBe(path.join(folder, 'index.html'));
  expect(readdirSync(folder, { recursive: true })).toEqual(
    expect.arrayContaining(['index.html', path.join('tables', 'compare.csv'), path.join('assets', 'fonts.css')]),
  );
  const csv = readFileSync(path.join(folder, 'tables/compare.csv'), 'utf8');
  expect(csv).toContain('430223,攸县,employee,availableBalance,元,2021,400000,2022,550000,150000,0.375,');
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  expect(page).toContain('<h1>株洲市：2021年与2022年</h1>');
  // No period has been rerun: nothing to lead to.
  expect(page).not.toContain('facts.html');
  expect(readdirSync(path.join(root, 'output/zhuzhou'))).toEqual(['compare-2021-2022']);
});

test('Figures lead to the facts of the periods that have been rerun, the newest period is the default, and JSON is one document', async () => {
  const root = workspace(DATA);
  const made = path.join(root, 'output/zhuzhou/2022');
  mkdirSync(made, { recursive: true });
  writeFileSync(path.join(made, 'index.html'), '');
  writeFileSync(path.join(made, 'facts.html'), '<tr id="data/zhuzhou/2022/x.csv:23L2"><td>');
  const { code, out } = await run(root, '--with', '2021', '--json');
  expect(code).toBe(0);
  const said = JSON.parse(out);
  expect(said).toMatchObject({ place: 'zhuzhou', earlier: '2021', later: '2022' });
  expect(said.rows).toContainEqual(
    expect.objectContaining({
      figure: 'availableBalance',
      regionName: '攸县',
      earlier: 40_000_000,
      change: 15_000_000,
    }),
  );
  expect(existsSync(said.table)).toBe(true);
  const page = readFileSync(said.page, 'utf8');
  expect(page).toContain('href="../2022/index.html"');
  expect(page).toContain('href="../2022/facts.html#data/zhuzhou/2022/x.csv:23L2"');
  expect(page).not.toContain('../2021/');
});

test.each([
  [[], '没有写与哪一期比，请用 --with 指明；株洲市现有：2021、2022'],
  [['--with', '2022'], '两期相同，都是 2022，请写两个不同的期间；株洲市现有：2021、2022'],
  [['--with', '2019'], '株洲市没有“2019”这一期的实际数，现有：2021、2022'],
  [['--period', '2023', '--with', '2021'], '株洲市没有“2023”这一期的实际数，现有：2021、2022'],
  [['--with', '2021-Q1'], '期间“2021-Q1”无法识别：应为四位年份（如 2022）或年份加季度（如 2021Q1）'],
  [['--place', 'nowhere', '--with', '2021'], '没有地区“nowhere”'],
  [['--rule', 'r', '--with', '2021'], 'compare 没有选项 --rule，它的选项是 --place、--period、--with、--json'],
])('%j ends with 2 and says what there is', async (args, message) => {
  const root = workspace(DATA);
  const { code, out, err } = await run(root, ...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
  expect(existsSync(path.join(root, 'output'))).toBe(false);
});

test('Errors in one of both periods end with 1, each named, and nothing is written', async () => {
  const root = workspace({ ...DATA, 'zhuzhou/2021/x.csv': year('many') });
  const { code, out, err } = await run(root, '--period', '2022', '--with', '2021');
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('data/zhuzhou/2021/x.csv 第 2 行 value“many”：应为数字（万元）');
  expect(err).toContain('数据有 1 处错误，没有比较');
  expect(existsSync(path.join(root, 'output'))).toBe(false);
});

test('Two periods without anything to compare are refused', async () => {
  const persons = (count: string): string => lines(FIGURES, `全市,employee,enrolment,,,actual,${count},人,made-up L1`);
  const root = workspace({ 'zhuzhou/2021/x.csv': persons('1'), 'zhuzhou/2022/x.csv': persons('2') });
  const { code, err } = await run(root, '--with', '2021');
  expect([code, err]).toEqual([2, '2021年和2022年都没有统筹区的月数、结余、收入、支出，无从比较']);
});
