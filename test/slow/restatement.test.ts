import { existsSync, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { WorkspaceCopy } from './workspace-copy.js';

const copy = new WorkspaceCopy();
afterAll(() => copy.remove());

/**
 * Residents' pools at the end of 2022 as the report prints them, in 万元 (report.txt L231–L276). What the workbooks say
 * of 2023 is made up: every balance 1,000.50 万元 more, the amounts a month as well.
 */
const POOLS = [
  ['茶陵县', 32438.99, 4500],
  ['攸县', 15994.97, 4000],
  ['渌口区', 4721.14, 1500],
  ['醴陵市', 33221.12, 6200],
  ['炎陵县', 13455.56, 1100],
  ['城区', 148197.51, 5400],
] as const;
const ANEW = { balance: 16094.97, total: 248129.29 };
const AS_PUBLISHED = { balance: 15994.97, total: 248029.29 };

/** A statement with the balances of 2022 beside the period's own; only 攸县 and the total depend on `before`. */
async function statement(name: string, title: string, before: typeof ANEW, more: number): Promise<string> {
  const book = new ExcelJS.Workbook();
  const rows = POOLS.map(([region, balance, monthly]) => {
    const earlier = region === '攸县' ? before.balance : balance;
    return [region, cents(balance + more), earlier, '-', '-', monthly];
  });
  book
    .addWorksheet('居民累计结余分析表')
    .addRows([
      ['城乡居民累计结余分析表（单位：万元）'],
      [`统筹区名称：株洲市          ${title}`],
      ['单位名称', '期末累计结余', '期末累计结余', '应付未付款', '一次性预缴款', '月平均基金支出'],
      ['', '本期', '2022年', '', '', ''],
      ...rows,
      ['合计', cents(AS_PUBLISHED.total + 6 * more), before.total, '-', '-', 22700],
    ]);
  await book.xlsx.writeFile(copy.file(name));
  return copy.file(name);
}

const cents = (amount: number): number => Math.round(amount * 100) / 100;
const tables = (period: string): Map<string, string> => copy.contents('output', 'zhuzhou', period, 'tables');
const rowsOf = (file: string): string[] => readFileSync(copy.file(file), 'utf8').trim().split('\n');
const cellsOf = (line: string): string[] => line.trim().split(/ {2,}/);

test('A restated figure needs a reason, is compared with from then on, and leaves the report of its time as published', async () => {
  expect((await copy.run('rerun', '--period', '2022')).code).toBe(0);
  const published = tables('2022');
  const data = copy.contents('data', 'zhuzhou', '2022');

  const file = await statement('q1.xlsx', '2023年1季度', ANEW, 1000.5);
  const asked = await copy.run('import', file);
  expect(asked.code).toBe(1);
  expect(asked.stderr).toContain('以前各期的数与已存的不同 2 项（重述）');
  const shown = asked.stderr.split('\n').find((line) => line.includes('居民累计结余分析表!C6'));
  expect(cellsOf(shown ?? '')).toEqual([
    '居民累计结余分析表!C6',
    '攸县',
    '居民医保',
    '期末累计结余',
    '2022',
    '15994.97万元（zhuzhou-2022 L240 基金累计结余分布情况表 攸县 居民 期末累计结余）',
    '16094.97万元',
    '＋100万元',
  ]);
  expect(asked.stderr).toContain('确是重述就加上 --restate "理由" 再导入，原来的数仍然保留');
  expect(existsSync(copy.file('data/zhuzhou/2023Q1'))).toBe(false);

  expect((await copy.run('import', file, '--restate', '人造：决算调整')).code).toBe(0);
  const day = /^\d{4}-\d{2}-\d{2},人造：决算调整$/;
  const stored = rowsOf('data/zhuzhou/2023Q1/restatements.csv').slice(1);
  expect(stored.map((row) => row.split(',').slice(0, 9).join())).toEqual([
    '攸县,resident,cumulativeBalance,,2022,actual,16094.97,万元,zhuzhou-2023Q1-workbook 居民累计结余分析表!C6 攸县 期末累计结余 2022年',
    '全市,resident,cumulativeBalance,,2022,actual,248129.29,万元,zhuzhou-2023Q1-workbook 居民累计结余分析表!C11 合计 期末累计结余 2022年',
  ]);
  for (const row of stored) expect(row.split(',').slice(10).join()).toMatch(day);
  expect(copy.contents('data', 'zhuzhou', '2022')).toEqual(data);

  // The same workbook again: the inputs' and the derived figure's restatement are both known by now.
  expect((await copy.run('import', file)).code).toBe(0);

  expect((await copy.run('rerun', '--period', '2022')).code).toBe(0);
  expect(tables('2022')).toEqual(published);

  expect((await copy.run('rerun', '--period', '2023Q1')).code).toBe(0);
  // 攸县: 15,994.97 + 1,000.50 = 16,995.47 万元, beside the restated 16,094.97: up by 900.50 万元 = 9,005,000 元.
  const since = rowsOf('output/zhuzhou/2023Q1/tables/since-last-amounts.csv');
  expect(
    since
      .find((row) => row.startsWith('430223,resident,cumulativeBalance'))
      ?.split(',')
      .slice(4, 7),
  ).toEqual(['169954700', '160949700', '9005000']);
  const page = readFileSync(copy.file('output/zhuzhou/2023Q1/notebooks/13-since-last-report.html'), 'utf8');
  expect(page).toContain('上一期的数有 2 项已按重述后的数比较');
  // The restated total is the sum of the pools, five of them as 2022 printed them.
  const backtest = rowsOf('output/zhuzhou/2023Q1/tables/backtest.csv');
  expect(backtest.find((row) => row.includes(',cumulativeBalance,,2022,'))).toMatch(
    /^agrees,.*,248129\.29,万元,248129\.29,/,
  );
});

test('A third report may repeat the restated figure; the one of old restates again', async () => {
  expect((await copy.run('import', await statement('q2.xlsx', '2023年2季度', ANEW, 1001.75))).code).toBe(0);
  expect(existsSync(copy.file('data/zhuzhou/2023Q2/restatements.csv'))).toBe(false);

  const old = await copy.run('import', await statement('q2-old.xlsx', '2023年2季度', AS_PUBLISHED, 1001.75));
  expect(old.code).toBe(1);
  const shown = old.stderr.split('\n').find((line) => line.includes('居民累计结余分析表!C6'));
  expect(cellsOf(shown ?? '').slice(4)).toEqual([
    '2022',
    '16094.97万元（zhuzhou-2023Q1-workbook 居民累计结余分析表!C6 攸县 期末累计结余 2022年）',
    '15994.97万元',
    '−100万元',
  ]);
});
