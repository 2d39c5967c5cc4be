import { expect, test } from 'vitest';
import { stopLines } from '../../../src/cli/import/import-stops.js';
import type { Examination } from '../../../src/intake/examine-workbook.js';
import type { RestatedFigure } from '../../../src/intake/store/restated-figures.js';
import { figureAt } from '../../fixtures/intake-figure.js';

const EXAMINATION = { findings: [], figures: [figureAt('B2', '100.00')] } as unknown as Examination;

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
