import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { requireFigures } from '../../../src/show/tables/require-figures.js';
import { surplusTable } from '../../../src/subjects/balance/balance-tables.js';
import { deriveSurplus } from '../../../src/subjects/balance/derive-surplus.js';
import { fundOf } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

test('A table without a figure is refused with what is missing, one with a single figure is shown', () => {
  const year = openFund('zhuzhou', '2022', PROJECT);
  const schemes = ['largeAmount', 'civilServant', 'retiredCadre'];
  const others = surplusTable(deriveSurplus(year, schemes), { name: 'surplus-other-funds', title: '其他' });
  const empty = surplusTable(deriveSurplus(fundOf(), ['employee']), { name: 'surplus-basic', title: '基本' });
  expect(() => requireFigures(empty, '基金收入和支出')).toThrow(
    expect.objectContaining({ name: 'InputError', message: '未知：没有基金收入和支出的数据' }),
  );
  expect(() => requireFigures({ ...empty, rows: [] }, '基金收入和支出')).toThrow('未知：没有基金收入和支出的数据');
  expect(requireFigures(others, '其他医疗基金')).toBe(others);
});
