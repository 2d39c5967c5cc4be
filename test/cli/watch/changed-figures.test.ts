import { expect, test } from 'vitest';
import { changedFigures, describeFigureChange } from '../../../src/cli/watch/changed-figures.js';
import type { Fact, PublishedFigure } from '../../../src/facts/fact.js';
import { factOf, type Row } from '../../fixtures/fund-of.js';

/** 攸县's resident balance as a workbook has it in a cell; made-up figures. */
const figure = (value: string, own: Row = {}): Fact =>
  factOf(
    {
      region: '攸县',
      scheme: 'resident',
      indicator: 'cumulativeBalance',
      value,
      unit: '万元',
      source: 'zhuzhou-2023Q1-workbook 居民累计结余分析表!B8 攸县 期末累计结余',
      ...own,
    },
    '2023Q1',
  );

const changes = (before: Fact[], after: Fact[]): string[] =>
  changedFigures(before, after).map((change) => describeFigureChange(change, []));

test('A figure put right is told with its cell, the old and the new value', () => {
  expect(changes([figure('12,634.00')], [figure('12,643.00')])).toEqual([
    '居民累计结余分析表!B8 攸县 期末累计结余 12,634.00 → 12,643.00 万元',
  ]);
});

test('The same value written otherwise, or in another row of the file, is no change', () => {
  expect(changes([figure('12,634.00')], [figure('12634.00', { ref: 'data/zhuzhou/2023Q1/workbook.csv#L9' })])).toEqual(
    [],
  );
});

test('A blank filled, a figure blanked, another precision and another unit are changes', () => {
  const place = '居民累计结余分析表!B8 攸县 期末累计结余';
  expect(changes([figure('')], [figure('12,634.00')])).toEqual([`${place} 空白（未知） → 12,634.00 万元`]);
  expect(changes([figure('12,634.00')], [figure('')])).toEqual([`${place} 12,634.00 → 空白（未知）`]);
  expect(changes([figure('12,634.00')], [figure('12,634')])).toEqual([`${place} 12,634.00 → 12,634 万元`]);
  const yuan = figure('126,340,000', { unit: '元' });
  expect(changes([figure('12,634.00')], [yuan])).toEqual([`${place} 12,634.00 万元 → 126,340,000 元`]);
});

test('Figures that come and go are told, those that come first', () => {
  const gone = figure('1.00', { region: '茶陵县', source: 'zhuzhou-2023Q1 L7 正文' });
  expect(changes([gone], [figure('12,634.00')])).toEqual([
    '居民累计结余分析表!B8 攸县 期末累计结余 新增 12,634.00 万元',
    '茶陵县 cumulativeBalance 1.00 万元 → 不再有',
  ]);
});

test('An input and a figure that the report derives of the same quantity are two figures', () => {
  const { basis: _basis, ...rest } = figure('5.00');
  const derived: PublishedFigure = { ...rest, explanation: '' };
  expect(changedFigures([figure('5.00')], [figure('5.00'), derived])).toEqual([{ before: undefined, after: derived }]);
});
