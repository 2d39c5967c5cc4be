import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import type { BroughtIn, PeriodState, WatchWork } from '../../src/cli/watch/watch-work.js';
import { watchedFile } from '../../src/cli/watch/watched-file.js';
import { watch } from '../../src/cli/watch.js';
import { InputError } from '../../src/domain/input-error.js';
import type { IntakeFinding } from '../../src/intake/intake-finding.js';
import type { RegionWarning } from '../../src/subjects/months/grade-regions.js';
import { workspace } from '../fixtures/workspace.js';
import { sampleFact } from '../publish/pages/page-sample.js';

const FILE = 'zhuzhou/2024Q1/intake.xlsx';

const TYPO: IntakeFinding = {
  severity: 'error',
  rule: 'figure',
  sheet: '表',
  cell: 'B8',
  value: '1,46',
  message: '应为数字（万元）',
  hint: '',
};
const DOUBT: IntakeFinding = {
  severity: 'doubt',
  rule: 'total',
  sheet: '表',
  cell: 'B13',
  value: '30.00',
  message: '合计不等于各项之和 31.00',
  hint: '',
};
const STOP = '没有导入，数据没有改动。';

const stopped = (...findings: IntakeFinding[]): BroughtIn => ({
  place: 'zhuzhou',
  period: '2024Q1',
  stored: false,
  findings,
  restated: [],
  repairs: [],
  stops: [STOP],
});
const stored = (...findings: IntakeFinding[]): BroughtIn => ({ ...stopped(...findings), stored: true, stops: [] });

function stateOf(printed: string, gradeName: string, payableMonths: number): PeriodState {
  const figure = sampleFact(2, 'cumulativeBalance', `${printed}万元`);
  const source = 'zhuzhou-2024Q1-workbook 表!B8 攸县 期末累计结余';
  const pool = { region: '430223', regionName: '攸县', scheme: 'resident', schemeName: '居民医保', rule: 'r' };
  const grade = { ...pool, grade: gradeName, gradeName, severity: 1, payableMonths } as RegionWarning;
  return { figures: [{ ...figure, source }], grades: [grade], indicators: [] };
}

/** Watches a form; each outcome is what becomes of one save, the first of the file as it is. */
async function watched(
  outcomes: readonly (BroughtIn | Error)[],
  states: readonly (PeriodState | undefined)[],
  retries: readonly number[] = [],
): Promise<{ code: number; lines: string[]; reruns: number }> {
  const root = workspace({ [FILE]: 'made-up' });
  vi.stubEnv('FUNDWATCH_ROOT', root);
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text) => void lines.push(String(text)));
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const [toCome, statesToCome] = [[...outcomes], [...states]];
  let reruns = 0;
  const work: WatchWork = {
    bringIn: async () => {
      const outcome = toCome.shift();
      if (outcome === undefined) throw new TypeError('one save too many');
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    rerun: async () => {
      reruns += 1;
      return { code: 0, index: 'output/zhuzhou/2024Q1/index.html', lines: ['跳过 02：没有参保人数'] };
    },
    stateOf: () => statesToCome.shift(),
  };
  const running = watch({ file: '', place: 'zhuzhou', period: '' }, { work, signal: stop.signal, settle: 30, retries });
  // Awaited below; until then a failure must not count as unhandled.
  running.catch(() => {});
  for (let left = outcomes.length; toCome.length > 0; ) {
    await sleep(20);
    if (toCome.length >= left) continue;
    left = toCome.length;
    await sleep(60);
    if (left > 0 && toCome.length === left) writeFileSync(path.join(root, 'data', FILE), `save ${left}`);
  }
  await sleep(60);
  stop.abort();
  const code = await running;
  return { code, lines: lines.filter((line) => !line.startsWith('——')), reruns };
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('Only what changed since the last save is told: a typo put right, then the figure and the grade that follow', async () => {
  const { code, lines, reruns } = await watched(
    [stopped(TYPO, DOUBT), stopped(DOUBT), stored(), stored()],
    [undefined, undefined, undefined, stateOf('12634', '预警', 1.1433), stateOf('22634', '关注', 3.02)],
  );
  expect(lines).toEqual([
    '  新的错误：表!B8“1,46”：应为数字（万元）',
    '  新的疑点：表!B13“30.00”：合计不等于各项之和 31.00',
    STOP,
    '  ✓ 已改正：错误：表!B8“1,46”：应为数字（万元）',
    STOP,
    '  ✓ 不再有：疑点：表!B13“30.00”：合计不等于各项之和 31.00',
    '已导入 1 个数。',
    '分级：预警 1 个。',
    '跳过 02：没有参保人数',
    '已重算：output/zhuzhou/2024Q1/index.html',
    '已导入，改动 1 个数：',
    '  表!B8 攸县 期末累计结余 12634 → 22634 万元',
    '分级变化 1 项：',
    '  攸县 居民医保：预警（1.14 个月） → 关注（3.02 个月）',
    '已重算：output/zhuzhou/2024Q1/index.html',
  ]);
  expect(reruns).toBe(2);
  expect(code).toBe(0);
});

test('A finding that now reads otherwise is still there; a save without effect says how much is left', async () => {
  const other = { ...TYPO, value: '1,4' };
  const { lines, reruns } = await watched([stopped(TYPO), stopped(other), stopped(other)], []);
  expect(lines).toEqual([
    '  新的错误：表!B8“1,46”：应为数字（万元）',
    STOP,
    '  仍有错误：表!B8“1,4”：应为数字（万元）',
    STOP,
    '  没有变化，仍有错误 1 项。',
    STOP,
  ]);
  expect(reruns).toBe(0);
});

test('Notes are not told, more lines than a screen holds are counted, and a likely repair is told once', async () => {
  const many = Array.from({ length: 23 }, (_, row) => ({ ...TYPO, cell: `B${row + 1}` }));
  const note: IntakeFinding = { ...TYPO, severity: 'note', cell: 'A1' };
  const repair = '可能应改：表!B8 12,634.00 → 12,643.00（相邻两位数字颠倒）';
  const { lines } = await watched(
    [
      { ...stopped(note, ...many), repairs: [repair] },
      { ...stopped(note, ...many.slice(1)), repairs: [repair] },
    ],
    [],
  );
  expect(lines).toHaveLength(25);
  expect(lines.slice(19)).toEqual([
    '  新的错误：表!B20“1,46”：应为数字（万元）',
    '  ……另有 3 项',
    `  ${repair}`,
    STOP,
    '  ✓ 已改正：错误：表!B1“1,46”：应为数字（万元）',
    STOP,
  ]);
});

test('Restated figures are told by their cells, and again only when they are others', async () => {
  const restated = (cell: string): BroughtIn => ({ ...stopped(), restated: ['位置  新', `表!${cell}  12.00万元`] });
  const { lines } = await watched([restated('C8'), restated('C8'), restated('C9')], []);
  expect(lines).toEqual(['  位置  新', '  表!C8  12.00万元', STOP, STOP, '  位置  新', '  表!C9  12.00万元', STOP]);
});

test('A period that has figures already is compared with them from the first save on', async () => {
  const before = stateOf('12634', '预警', 1.1433);
  const { lines } = await watched([stored()], [before, before]);
  expect(lines.slice(0, 2)).toEqual(['已导入，数字没有变化。', '分级没有变化。']);
});

test('A workbook that cannot be read for a moment is tried again in silence', async () => {
  const { lines } = await watched([new InputError('intake.xlsx 正在保存'), stopped(TYPO)], [], [10]);
  expect(lines).toEqual(['  新的错误：表!B8“1,46”：应为数字（万元）', STOP]);
});

test('One that stays unreadable is told, and what was found before stays known', async () => {
  const { lines } = await watched([stopped(TYPO), new InputError('intake.xlsx 已损坏'), stopped(TYPO)], []);
  expect(lines.slice(2)).toEqual([
    'intake.xlsx 已损坏\n没有导入，数据没有改动；等下一次保存。',
    '  没有变化，仍有错误 1 项。',
    STOP,
  ]);
});

test('A mistake of the program ends the watch instead of hiding', async () => {
  await expect(watched([new TypeError('broken')], [])).rejects.toThrow('broken');
});

test('Without a file the form of the newest period is watched', () => {
  const root = workspace({ 'zhuzhou/2023Q4/intake.xlsx': '', [FILE]: '', 'zhuzhou/2025/other.xlsx': '' });
  const form = path.join(root, 'data', FILE);
  expect(watchedFile(root, { file: '', place: '', period: '' })).toEqual({
    file: form,
    place: 'zhuzhou',
    period: '2024Q1',
  });
  expect(watchedFile(root, { file: '', place: '', period: '2023Q4' }).period).toBe('2023Q4');
});

test('A place that its first form will bring is watched by its folder', () => {
  const root = workspace({ 'newtown/2024Q1/intake.xlsx': '' });
  expect(watchedFile(root, { file: '', place: 'newtown', period: '' })).toMatchObject({
    place: 'newtown',
    period: '2024Q1',
  });
  expect(() => watchedFile(root, { file: '', place: 'nowhere', period: '' })).toThrow('没有地区“nowhere”');
});

test('The folder of a file tells its place and period, other folders tell nothing, options go first', () => {
  const root = workspace({ [FILE]: '' });
  const file = path.join(root, 'data', FILE);
  expect(watchedFile(root, { file, place: '', period: '' })).toMatchObject({ place: 'zhuzhou', period: '2024Q1' });
  expect(watchedFile(root, { file, place: '', period: '2024Q2' })).toMatchObject({ period: '2024Q2' });
  writeFileSync(path.join(root, 'x.xlsx'), '');
  const outside = watchedFile(root, { file: path.join(root, 'x.xlsx'), place: '', period: '' });
  expect(outside).toMatchObject({ place: '', period: '' });
});

test('Nothing to watch is said with the way out', () => {
  const root = workspace({});
  expect(() => watchedFile(root, { file: 'no.xlsx', place: '', period: '' })).toThrow('没有文件“no.xlsx”');
  expect(() => watchedFile(root, { file: root, place: '', period: '' })).toThrow('是文件夹，请写明其中的工作簿');
  expect(() => watchedFile(root, { file: '', place: '', period: '' })).toThrow(
    '株洲市没有填报工作簿（data/zhuzhou/…/intake.xlsx）。请写明要看哪个文件，或先新建：npx fundwatch new',
  );
});
