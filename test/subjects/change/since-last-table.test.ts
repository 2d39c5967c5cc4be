import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { formatCell } from '../../../src/show/tables/format.js';
import { sinceLastTable } from '../../../src/subjects/change/since-last-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

test('Amounts of both reports have no more decimals than each prints, and one minus', () => {
  const { rows } = sinceLastTable(openFund('zhuzhou', '2022', PROJECT), 'amount');
  const shown = (scheme: string, indicator: string): unknown[] => {
    const row = rows.find((own) => own.region === '430200' && own.scheme === scheme && own.indicator === indicator);
    return ['quantity', 'previousQuantity', 'change'].map((key) =>
      formatCell({ key, label: '', kind: 'amount' }, row ?? {}),
    );
  };
  // 35.88 亿元 (L40) beside 54,022 万元; flows of a year and of a quarter are not subtracted.
  expect(shown('employee', 'income')).toEqual(['358,800', '54,022', '未知']);
  // 14,913.18 (L319) − 15,352 (zhuzhou-2021Q1 L467) = −438.82, sure to half a 万元.
  expect(shown('largeAmount', 'fundBalance')).toEqual(['14,913.18', '15,352', '−439']);
  expect(shown('retiredCadre', 'currentBalance')).toEqual(['62.99', '−135', '未知']);
});
