import { renameSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { WorkspaceCopy } from './workspace-copy.js';

const PERIOD = '2030Q1';
const copy = new WorkspaceCopy();
const file = copy.file('statement.xlsx');

afterAll(() => copy.remove());

/** A made-up statement of one pool, saved as spreadsheets do: into another file that takes its place. */
async function save(balance: number | string): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('居民累计结余分析表');
  sheet.addRows([
    ['城乡居民基本医疗保险基金累计结余分析表（单位：万元）'],
    ['统筹区', '期末累计结余', '应付未付款', '一次性预缴款', '月平均基金支出'],
    ['攸县', balance, '-', '-', 4321.5],
  ]);
  await book.xlsx.writeFile(`${file}.tmp`);
  renameSync(`${file}.tmp`, file);
}

test('The command follows a workbook: a typo is told, put right it changes figure, grade and page; Ctrl-C ends it', async () => {
  await save(12643.25);
  const options = ['--place', 'zhuzhou', '--period', PERIOD];
  const first = await copy.run('import', file, ...options, '--accept', '人造数据，只有一个统筹区');
  expect(first.stderr).not.toContain('错误');
  expect(first.code).toBe(0);

  const child = copy.start('watch', file, ...options);
  let told = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (told += String(part)));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const until = async (text: string): Promise<void> => {
    for (let waited = 0; waited < 60_000 && !told.includes(text); waited += 50) await sleep(50);
    expect(told).toContain(text);
  };
  try {
    await until('已重算：');
    expect(told).toContain('已导入，数字没有变化。');
    told = '';
    await save('12,64x');
    await until('没有导入，数据没有改动。');
    expect(told).toContain('新的错误：居民累计结余分析表!B3“12,64x”');
    told = '';
    // 22,643.25 ÷ 4,321.5 = 5.24 months instead of 12,643.25 ÷ 4,321.5 = 2.93: from below three months to above.
    await save(22643.25);
    await until('已重算：');
    expect(told).toContain('✓ 已改正：错误：居民累计结余分析表!B3“12,64x”');
    expect(told).toContain('居民累计结余分析表!B3 攸县 期末累计结余 12643.25 → 22643.25 万元');
    expect(told).toContain('攸县 居民医保：预警（2.93 个月） → 关注（5.24 个月）');
  } finally {
    child.kill('SIGINT');
  }
  expect(await ended).toBe(0);
});
