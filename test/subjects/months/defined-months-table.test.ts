import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { definedMonthsTable } from '../../../src/subjects/months/defined-months-table.js';
import { rollUpMonths } from '../../../src/subjects/months/roll-up-months.js';
import { rollUpPools } from '../../../src/subjects/months/roll-up-pools.js';
import { readTable as read } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

const year = openFund('zhuzhou', '2022', PROJECT);
const quarter = openFund('zhuzhou', '2021Q1', PROJECT);

test('A row of months says in three columns what they stand for', () => {
  const [book] = read(definedMonthsTable(rollUpMonths(rollUpPools(year), year)));
  expect(book).toBe(
    '职工医保 | 只计统筹基金 | 账面结余 | 报告的平均待遇支付水平 | 280,300 | 基金累计结余 | 14,200 | 19.7 | 19 | ',
  );
});

test('No table shows anything but figures, words and 未知', () => {
  for (const fund of [year, quarter]) {
    const view = definedMonthsTable(rollUpMonths(rollUpPools(fund), fund));
    expect(view.rows.length).toBeGreaterThan(0);
    expect(read(view).filter((line) => /NaN|Infinity|undefined|null|\[object/.test(line))).toEqual([]);
  }
});
