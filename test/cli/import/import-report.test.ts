import { expect, test } from 'vitest';
import { stopLines, storedLines } from '../../../src/cli/import/import-report.js';
import type { Examination } from '../../../src/intake/examine-workbook.js';
import type { RestatedFigure } from '../../../src/intake/store/restated-figures.js';
import type { WrittenPeriod } from '../../../src/intake/store/write-period.js';
import { figureAt } from '../../fixtures/intake-figure.js';

const EXAMINATION = {
  place: { code: 'zhuzhou', name: '株洲市' },
  period: '2024Q1',
  findings: [],
  figures: [figureAt('B2', '100.00')],
} as unknown as Examination;

const restated = (role: 'fact' | 'previous'): RestatedFigure =>
  ({ figure: figureAt('C2', '90.00', { role }) }) as RestatedFigure;

test('Of restatements without a reason those in a column for comparison are counted apart', () => {
  expect(stopLines(EXAMINATION, { doubts: 0, restated: [restated('fact')] })).toEqual([
    '',
    expect.stringMatching(/^有 1 项以前各期的数与已存的不同/),
    '没有导入，数据没有改动。',
  ]);
  const open = [restated('fact'), restated('previous')];
  expect(stopLines(EXAMINATION, { doubts: 0, restated: open })[2]).toMatch(/^其中 1 项在“上期”一类的对比栏里/);
});

test('What was stored is told with the command that reruns it, which PowerShell takes too', () => {
  const written = { folder: 'data/zhuzhou/2024Q1', facts: 12, published: 3, restated: 2 } as WrittenPeriod;
  const outcome = { examination: EXAMINATION, accepted: [] };
  expect(storedLines(outcome, written, { isNewest: false, reason: '' })).toEqual([
    '重述 2 项存进 data/zhuzhou/2024Q1/restatements.csv，原来的数仍然保留',
    '已导入 12 个数到 data/zhuzhou/2024Q1，另有报表推算的数 3 个只作核对。',
    '下一步：npx fundwatch rerun --place zhuzhou --period 2024Q1（重算株洲市2024年一季度）',
  ]);
  expect(storedLines(outcome, { ...written, restated: 0 }, { isNewest: true, reason: '' })).toContain(
    '下一步：npm start（重算株洲市2024年一季度）',
  );
});
