import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.js';
import { FIGURES, lines, workspace } from '../fixtures/workspace.js';

/** A year of one made-up figure. */
const YEAR = {
  'zhuzhou/2023/pools.csv': lines(FIGURES, '攸县,resident,cumulativeBalance,,,actual,"1,466.00",万元,made-up L1'),
};

async function run(root: string, ...args: string[]): Promise<{ code: unknown; out: string[]; err: string[] }> {
  vi.stubEnv('FUNDWATCH_ROOT', root);
  const out: string[] = [];
  const err: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text) => void out.push(String(text)));
  vi.spyOn(console, 'error').mockImplementation((text) => void err.push(String(text)));
  await main(args);
  return { code: process.exitCode, out, err };
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

test.each([
  [['rerun', '--accept', '理由'], 'rerun 没有选项 --accept，它的选项是 --place、--period、--rule、--json'],
  [['watch', '--accept', '理由'], 'watch 没有选项 --accept，它的选项是 --place、--period'],
  [
    ['import', 'x.xlsx', '--rule', 'r'],
    'import 没有选项 --rule，它的选项是 --place、--period、--accept、--restate、--json',
  ],
  [['kernel', '--empty'], 'kernel 没有选项 --empty，它没有选项'],
])('%j is refused, because an option of another command would do nothing', async (args, message) => {
  const { code, out, err } = await run(workspace(YEAR), ...args);
  expect(code).toBe(2);
  expect(out).toEqual([]);
  expect(err).toEqual([`${message}；用法见 npx fundwatch --help`]);
});

test('With --json a program reads why nothing was done, too', async () => {
  const message = '期间“2021Q9”无法识别：应为四位年份（如 2022）或年份加季度（如 2021Q1）';
  const refused = await run(workspace(YEAR), 'check', '--period', '2021Q9', '--json');
  expect(refused).toMatchObject({ code: 2, err: [message] });
  expect(refused.out.map((text) => JSON.parse(text))).toEqual([{ status: 'refused', message }]);

  const broken = workspace({
    'zhuzhou/2023/pools.csv': lines(FIGURES, '某县,resident,cumulativeBalance,,,actual,1,万元,L1'),
  });
  for (const command of ['check', 'rerun']) {
    const stopped = await run(broken, command, '--json');
    expect(stopped.code).toBe(1);
    expect(stopped.out.map((text) => JSON.parse(text))).toMatchObject([
      { status: 'stopped', findings: [{ severity: 'error', line: 2, column: 'region', value: '某县' }] },
    ]);
  }
});

test('The list names forms that are not imported yet, also of a place that is still to come', async () => {
  const root = workspace({
    ...YEAR,
    'zhuzhou/2024Q1/intake.xlsx': 'form',
    'hengyang/2024Q1/intake.xlsx': 'form',
    'zhuzhou/2023/intake.xlsx': 'form',
    'zhuzhou/2023/source/workbook.xlsx': 'form',
  });
  const { out } = await run(root, 'list');
  const waiting = out.filter((line) => line.includes('2024Q1'));
  expect(waiting).toEqual(Array(2).fill('  2024Q1  2024年一季度  有填报工作簿，尚未导入'));
  expect(out).toContain('  2023  2023年');
  expect(out).toContain('hengyang（新地区）');
  const [json = ''] = (await run(root, 'list', '--json')).out;
  expect(JSON.parse(json)).toContainEqual(
    expect.objectContaining({ place: 'zhuzhou', periods: ['2023'], forms: ['2024Q1'] }),
  );
});

test('A statement that lies among the CSV files of a period is sent elsewhere, because it would be read as data', async () => {
  const root = workspace(YEAR);
  mkdirSync(path.join(root, 'data/zhuzhou/2024Q1'));
  const file = path.join(root, 'data/zhuzhou/2024Q1/报表.csv');
  writeFileSync(file, '统筹区,期末累计结余（万元）\n攸县,1\n');
  const { code, err } = await run(root, 'import', file);
  expect(code).toBe(2);
  expect(err.join()).toMatch(
    /^data\/zhuzhou\/2024Q1\/报表\.csv：这个文件夹里的 CSV 都当作本期的数据读.*data\/zhuzhou\/2024Q1\/source\//,
  );
});
