import { expect, test } from 'vitest';
import { type ListPlan, listPlan, listRow } from '../../../src/intake/tables/list-plan.js';
import { tablesOf } from '../../fixtures/extraction.js';
import { sheetOf } from '../../fixtures/sheet.js';

const HEAD = ['统筹区', '险种', '指标', '数值', '单位', '上期（2022）', '备注'];

/** The plan of a list with the rows given, made up. */
function planOf(...rows: string[][]): ListPlan {
  const [reading] = tablesOf(sheetOf('清单', [HEAD, ...rows]));
  if (reading === undefined) throw new TypeError('The sheet holds no list');
  return listPlan(reading);
}

test('The head of a list says where each property of a figure stands', () => {
  const plan = planOf(['攸县', '居民医保', '基金收入', '1', '万元', '2', '暂估']);
  expect([...plan.columns]).toEqual([
    ['region', 1],
    ['scheme', 2],
    ['indicator', 3],
    ['value', 4],
    ['unit', 5],
  ]);
  expect(plan.value).toEqual({ column: 4, period: '', isPrevious: false });
  expect(plan.previous).toEqual({ column: 6, period: '2022', isPrevious: true });
  expect(plan.ignored).toEqual([7]);
});

test('Rows that the form offers and nobody filled in are left; without any value none is read', () => {
  const income = ['攸县', '居民医保', '基金收入', '1', '万元', '2'];
  const offered = ['攸县', '居民医保', '基金支出', '', '万元', '2'];
  const unknown = ['攸县', '居民医保', '期末累计结余', '', '万元'];
  const { taken, offered: left } = planOf(income, offered, unknown);
  expect({ taken, left }).toEqual({ taken: [2, 4], left: [3] });
  const blank = planOf(offered, unknown);
  expect({ taken: blank.taken, left: blank.offered }).toEqual({ taken: [], left: [] });
});

test('A row says its codes by name or code; what is neither stays as written', () => {
  const plan = planOf(['攸县', 'resident', '基金收入', '1', '万元'], ['火星', '居民医保', '奇怪', '2', '元']);
  expect(
    [2, 3].map((row) => listRow(plan, row)).map(({ said, words }) => [said.region, said.scheme, said.indicator, words]),
  ).toEqual([
    ['430223', 'resident', 'income', '攸县 resident 基金收入'],
    ['火星', 'resident', '奇怪', '火星 居民医保 奇怪'],
  ]);
});
