import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { findingsTable } from '../../../src/subjects/findings/findings-table.js';
import { fundOf } from '../../fixtures/fund-of.js';
import { expectReadable, expectSourced, readTable as read } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

test('Findings name their kind, and errors come before doubts before notes', () => {
  const row = { file: 'a.csv', column: 'value', value: '1' };
  const view = findingsTable(
    fundOf({
      findings: [
        { ...row, severity: 'note', line: 4, rule: '提示' },
        { ...row, severity: 'doubt', line: 2, rule: '存疑' },
        { ...row, severity: 'error', line: 3, rule: '错误' },
      ],
    }),
  );
  expect(read(view)).toEqual([
    '错误 |  | 1 | 错误 | a.csv 第 3 行 value“1”',
    '存疑 |  | 1 | 存疑 | a.csv 第 2 行 value“1”',
    '提示 |  | 1 | 提示 | a.csv 第 4 行 value“1”',
  ]);
});

test('A finding on a figure names region, scheme, indicator, period and the document’s line', () => {
  const fund = openFund('changning', '2023', PROJECT);
  const view = findingsTable(fund);
  expectReadable(view);
  expectSourced(view, [fund]);
  expect(read(view)[0]).toMatch(
    /^存疑 \| 2023年 常宁市 部门预算 项目支出 \| 4987\.76万元 \| 所列 5 项.* \| changning-2023 第 27 行$/u,
  );
  expect(view.notes[0]).toMatch(/^核对了 .*存疑 1 条。/u);
});

test('A blank figure is shown as blank', () => {
  // What is listed under a blank total comes to more than was ever spent: 4 ± 0.5 > 2 ± 0.5.
  const benefits = { indicator: 'benefitExpenditure' };
  const fund = fundOf({
    facts: [
      { indicator: 'cumulativeExpenditure', value: '2元' },
      { ...benefits, value: null },
      { ...benefits, category: 'inpatient', value: '4元' },
    ],
  });
  expect(read(findingsTable(fund))[0]).toMatch(
    /^存疑 \| 2022年 全市 职工医保 待遇支出 \| 空白 \| 所列 1 项之和 4元 大于/u,
  );
});
