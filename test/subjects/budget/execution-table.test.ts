import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { formatCell } from '../../../src/show/tables/format.js';
import { tableCsv } from '../../../src/show/tables/table-csv.js';
import type { TableView } from '../../../src/show/tables/table-view.js';
import { deriveExecution } from '../../../src/subjects/budget/derive-execution.js';
import { openExecutionRule } from '../../../src/subjects/budget/execution-rule.js';
import { executionTable } from '../../../src/subjects/budget/execution-table.js';
import { judgeExecution } from '../../../src/subjects/budget/judge-execution.js';
import { itemLine as line } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

const tables = { '2022': tableOf('2022'), '2021Q1': tableOf('2021Q1') };

function tableOf(period: string): TableView {
  const fund = openFund('zhuzhou', period, PROJECT);
  const rule = openExecutionRule(fund);
  return executionTable(judgeExecution(deriveExecution(fund), rule), rule);
}

test('Execution stands beside every print of it, with its verdict', () => {
  // zhuzhou-2022 L126 and L101: 28.80 ÷ 25.59 = 112.54 %, in the text 120.63 %.
  expect(line(tables['2022'], 'expenditure', 'resident')).toBe(
    '255,900 | 288,000 | 112.5% | 112.50% | 112.59% | 112.54% | 相符 | 120.63% | 不符 | 100.00% | +12.5 | 高于控制线',
  );
  expect(line(tables['2022'], 'benefitExpenditure', 'employee')).toMatch(/−2\.0 \| 在控制线内$/);
  // zhuzhou-2021Q1 L39–L41: 24,393 ÷ 263,560.71 = 9.26 %, 15.74 points behind 25 %; no band is known for that period.
  expect(line(tables['2021Q1'], 'income', 'resident')).toMatch(
    /\| 9\.26% \| 相符 \| 25\.00% \| −15\.74 \| 本期没有控制标准$/,
  );
});

test('CSV has the bounds unrounded, and no table shows anything but figures, words and 未知', () => {
  const csv = tableCsv(tables['2022']);
  const execution = csv.split('\r\n')[1]?.split(',')[4];
  expect(Number(execution)).toBeCloseTo(35.88 / 28.15, 12);
  for (const view of Object.values(tables)) {
    const text = view.rows.map((row) => view.columns.map((column) => formatCell(column, row)).join('|')).join('\n');
    expect(text, view.name).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
    for (const row of view.rows)
      for (const { key, display } of view.columns) expect(row, view.name).toHaveProperty([display ?? key]);
  }
});
