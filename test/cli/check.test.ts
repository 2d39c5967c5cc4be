import { afterEach, expect, test, vi } from 'vitest';
import { check } from '../../src/cli/check.js';
import { main } from '../../src/cli/main.js';
import { FIGURES, lines, PROJECT, PUBLISHED, workspace } from '../fixtures/workspace.js';

/** A quarter whose printed execution rate of 50 % is 40 ÷ 100 = 40 %. */
function quarter(explanation: string): string {
  return workspace({
    'zhuzhou/2024Q1/income.csv': lines(
      FIGURES,
      '全市,employee,income,,,budget,100,万元,made-up L1',
      '全市,employee,income,,,actual,40,万元,made-up L2',
    ),
    'zhuzhou/2024Q1/published.csv': lines(PUBLISHED, `全市,employee,incomeExecution,,,50,%,made-up L3,${explanation}`),
  });
}

function run(root: string, json = false): { code: number; out: string; err: string } {
  vi.stubEnv('FUNDWATCH_ROOT', root);
  const out: string[] = [];
  const err: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text) => void out.push(String(text)));
  vi.spyOn(console, 'error').mockImplementation((text) => void err.push(String(text)));
  const code = check({ place: 'zhuzhou', period: '2024Q1', json });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

test('A deviation that no row explains is told with its place, both figures and the formula, and ends with 1', () => {
  const { code, out, err } = run(quarter(''));
  expect(code).toBe(1);
  expect(out.split('\n')).toEqual([
    '株洲市 2024Q1：报告推算的数 1 个，不符 1，舍去尾数 0，无法验算 0，相符 0',
    '不符（未写明缘由）  2024年一季度 全市 职工医保 基金收入预算执行率：所印 50%，本工具 40（39.30 至 40.71），算法：执行数 ÷ 预算数',
    '    data/zhuzhou/2024Q1/published.csv#L2  made-up L3',
  ]);
  expect(err).toBe(
    '有 1 个所印的数与输入数不符而未写明缘由，请核对后在 data/zhuzhou/2024Q1/published.csv 的 explanation 栏写明。',
  );
});

test('A deviation that the data explains is told and ends with 0', () => {
  const { code, out, err } = run(quarter('印错一位'));
  expect(code).toBe(0);
  expect(out).toContain('    印错一位');
  expect(err).toBe('');
});

test('For programs the same comes as JSON', () => {
  const { code, out } = run(quarter(''), true);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    place: 'zhuzhou',
    period: '2024Q1',
    counts: { agrees: 0, truncated: 0, differs: 1, notCheckable: 0 },
    unexplained: 1,
    rows: [{ indicator: 'incomeExecution', verdict: 'differs', printedQuantity: 0.5, ours: 0.4, unexplained: true }],
  });
});

test('Errors in the data end with 1 before anything is compared', () => {
  const root = workspace({
    'zhuzhou/2024Q1/income.csv': lines(FIGURES, '全市,employee,income,,,,many,万元,made-up L1'),
  });
  const { code, out, err } = run(root);
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toContain('data/zhuzhou/2024Q1/income.csv 第 2 行');
});

test.each([
  [['check', '--period', '1999'], '没有“1999”这一期的数据'],
  [['check', '--place', 'nowhere'], '没有地区“nowhere”'],
  [['check', 'zhuzhou'], '多余的参数“zhuzhou”'],
])('%j is wrong usage and ends with 2', async (args, message) => {
  vi.stubEnv('FUNDWATCH_ROOT', PROJECT);
  const err: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((text) => void err.push(String(text)));
  await main(args);
  expect(process.exitCode).toBe(2);
  expect(err.join('\n')).toContain(message);
});
