import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import XLSX from '@e965/xlsx';
import { afterEach, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.js';
import { newForm } from '../../src/cli/new.js';
import { FIGURES, lines, workspace } from '../fixtures/workspace.js';

/** A year of one made-up figure. */
function year(): string {
  return workspace({
    'zhuzhou/2023/pools.csv': lines(FIGURES, '攸县,resident,cumulativeBalance,,,actual,"1,466.00",万元,made-up L1'),
  });
}

async function run(
  root: string,
  options: Partial<Parameters<typeof newForm>[0]>,
): Promise<{ out: string; err: string }> {
  vi.stubEnv('FUNDWATCH_ROOT', root);
  const out: string[] = [];
  const err: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text) => void out.push(String(text)));
  vi.spyOn(console, 'error').mockImplementation((text) => void err.push(String(text)));
  expect(await newForm({ place: '', period: '2024Q1', empty: false, json: false, ...options })).toBe(0);
  return { out: out.join('\n'), err: err.join('\n') };
}

function cellOf(root: string, file: string, sheet: string, address: string): unknown {
  return (XLSX.read(readFileSync(path.join(root, file))).Sheets[sheet]?.[address] as XLSX.CellObject | undefined)?.v;
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

test('A form is written into the period’s folder, with the last report’s figure beside the cell', async () => {
  const root = year();
  const { out, err } = await run(root, {});
  expect(out).toBe('data/zhuzhou/2024Q1/intake.xlsx');
  expect(err).toBe(
    '已新建株洲市2024年一季度的填报工作簿，填好后运行：npx fundwatch import data/zhuzhou/2024Q1/intake.xlsx',
  );
  expect(readdirSync(path.join(root, 'data/zhuzhou/2024Q1'))).toEqual(['intake.xlsx']);
  expect(cellOf(root, out, '居民累计结余分析表', 'A8')).toBe('攸县');
  expect(cellOf(root, out, '居民累计结余分析表', 'C8')).toBe(1466);
});

test('With --empty the last report’s figures are left out', async () => {
  const root = year();
  const { out } = await run(root, { empty: true });
  expect(cellOf(root, out, '居民累计结余分析表', 'A7')).toBe('攸县');
  expect(cellOf(root, out, '居民累计结余分析表', 'C7')).toBe('');
});

test('A place that is not known yet is asked for its regions, and the known ones are named in case of a slip', async () => {
  const root = year();
  const { out, err } = await run(root, { place: 'zhuzou', json: true });
  expect(JSON.parse(out)).toEqual({
    file: 'data/zhuzou/2024Q1/intake.xlsx',
    place: 'zhuzou',
    period: '2024Q1',
    isNew: true,
    previousPeriod: '',
  });
  expect(err).toContain('“zhuzou”是新地区（现有：zhuzhou（株洲市）');
  expect(cellOf(root, 'data/zhuzou/2024Q1/intake.xlsx', '统筹区', 'B1')).toBe('zhuzou');
});

test('A form that is there already is never overwritten', async () => {
  const root = year();
  const { out } = await run(root, {});
  writeFileSync(path.join(root, out), 'filled in');
  await expect(run(root, {})).rejects.toThrow(
    'data/zhuzhou/2024Q1/intake.xlsx 已经有了，没有改动它。要重新建，请先把它改名或移走',
  );
  expect(readFileSync(path.join(root, out), 'utf8')).toBe('filled in');
});

test.each([
  [{ period: '' }, '没有写期间，请用 --period 指明'],
  [{ period: '2024Q5' }, '期间“2024Q5”无法识别'],
  [{ period: 'undated' }, '期间应为四位年份'],
  [{ place: '无名市' }, '没有地区“无名市”'],
  [{ place: 'Hengyang' }, '地区代码应为小写字母和数字'],
  [{ place: 'reference' }, '这个名称另有用处，不能作地区代码'],
  [{ place: 'con' }, '这个名称另有用处，不能作地区代码'],
])('%j is refused and nothing is written', async (options, message) => {
  const root = year();
  await expect(run(root, options)).rejects.toThrow(message);
  expect(readdirSync(path.join(root, 'data')).sort()).toEqual(['reference', 'zhuzhou']);
  expect(readdirSync(path.join(root, 'data/zhuzhou'))).toEqual(['2023']);
});

test('A folder that cannot be made is told, not thrown at the analyst', async () => {
  const root = year();
  writeFileSync(path.join(root, 'data/zhuzhou/2024Q1'), 'a file in its place');
  await expect(run(root, {})).rejects.toThrow(
    expect.objectContaining({
      name: 'InputError',
      message: expect.stringContaining('无法写入 data/zhuzhou/2024Q1/intake.xlsx（EEXIST）'),
    }),
  );
});

test('The command line knows new', async () => {
  const root = year();
  vi.stubEnv('FUNDWATCH_ROOT', root);
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await main(['new', '--period', '2024Q1']);
  expect(process.exitCode).toBe(0);
  expect(existsSync(path.join(root, 'data/zhuzhou/2024Q1/intake.xlsx'))).toBe(true);
});
