import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { formatCell } from '../../../src/show/tables/format.js';
import { tableCsv } from '../../../src/show/tables/table-csv.js';
import { standardsTable } from '../../../src/subjects/department/standards-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

test('In 2022 the base rose by 923 yuan a month, contribution and subsidy by 30 yuan a head', () => {
  const view = standardsTable(openFund('zhuzhou', '2022', PROJECT));
  const shown = view.rows.map((row) => view.columns.map((column) => formatCell(column, row)).join(' | '));
  // 5977 ÷ 5054 − 1 = 0.18262…; 350 ÷ 320 − 1 = 0.09375, half up 9.38 %; 610 ÷ 580 − 1 = 0.05172….
  expect(shown).toEqual([
    '缴费基数 | 职工医保 | 5,977 | 元/人.月 | 5,054 | 923 | +18.26%',
    expect.stringMatching(/ \| 居民医保 \| 350 \| 元\/人 \| 320 \| 30 \| \+9\.38%$/),
    expect.stringMatching(/ \| 居民医保 \| 610 \| 元\/人 \| 580 \| 30 \| \+5\.17%$/),
  ]);
  expect(tableCsv(view)).toContain('contributionBase,employee,5977,元/人.月,5054,923,0.182');
});

test('A report without standards says so', () => {
  expect(() => standardsTable(openFund('zhuzhou', '2021Q1', PROJECT))).toThrow(
    '未知：没有缴费基数、缴费标准与财政补助标准的数据',
  );
});
