import { expect, test } from 'vitest';
import { checkFigures } from '../../../src/intake/checks/check-figures.js';
import { describeIntakeFinding } from '../../../src/intake/intake-finding.js';
import type { Sheet } from '../../../src/intake/workbook/workbook.js';
import { checkContext } from '../../fixtures/checked-figures.js';
import { extract } from '../../fixtures/extraction.js';
import { budgetExecution, employeeBalances, otherFunds } from '../../fixtures/statements.js';

const checked = (...sheets: Sheet[]): string[] =>
  checkFigures(extract(sheets, '2021Q1', '').figures, checkContext({ period: '2021Q1' })).map(describeIntakeFinding);

/** The statement with one cell written anew. */
function withCell(sheet: Sheet, address: string, text: string): Sheet {
  return { ...sheet, cells: sheet.cells.map((cell) => (cell.address === address ? { ...cell, text } : cell)) };
}

test('The real statements of 2021Q1 pass: totals, payables, balances, months and execution rates agree', () => {
  expect(checked(employeeBalances(), budgetExecution())).toEqual([]);
});

test('A payable typed with two digits swapped is found in its row and in its column, with the slip', () => {
  // 茶陵 has 320.00, all of it 业务已结算财务未支付; 664.00 in all.
  const [part, balance, total, ...others] = checked(withCell(employeeBalances(), 'C9', '230.00'));
  expect(others).toEqual([]);
  expect(part).toContain(
    '职工!D9“320.00”：茶陵县职工医保应付未付款（业务已结算财务未支付）不应大于应付未付款 230.00（C9）',
  );
  // 3,772.00 − 230.00 − 3,452.00 = 90.00
  expect(balance).toContain('职工!J9“3,452.00”：茶陵县职工医保实际结余比期末累计结余扣除已填各项少 90.00 万元');
  expect(total).toContain('合计应等于各行之和（6 行）：664.00 ≠ 574.00，差 90.00 万元');
  expect(total).toContain('C9 230.00 若为 320.00 即相符（相邻两位数字颠倒）');
});

test('The other funds of 2021Q1 contradict themselves in two rows, as printed', () => {
  const told = checked(otherFunds()).filter((line) => line.includes('应等于基金收入−基金支出'));
  expect(told.map((line) => line.replace(/^.*?：/, ''))).toEqual([
    '全市大额（补充）医疗当期结余应等于基金收入−基金支出：4,392 ≠ 4,281（5,235−954），差 111 万元',
    '全市离休干部医疗当期结余应等于基金收入−基金支出：−135 ≠ 1,842（2,803−961），差 1,977 万元',
  ]);
});
