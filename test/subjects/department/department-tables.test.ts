import { from } from 'arquero';
import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { amountEachTable, priorFromChangeTable } from '../../../src/subjects/department/department-tables.js';
import { deriveAmountEach } from '../../../src/subjects/department/derive-amount-each.js';
import { derivePriorFromChange } from '../../../src/subjects/department/derive-prior-from-change.js';
import { expectReadable, readTable as read } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

const department = openFund('changning', '2023', PROJECT);
const priors = priorFromChangeTable(derivePriorFromChange(department, { scheme: 'department' }), department);
const pair = { amount: 'crossRegionPayment', count: 'crossRegionVisits' };
const each = amountEachTable(deriveAmountEach(department.facts, [pair]), department);

test('No table shows anything but figures, words and 未知', () => {
  for (const view of [priors, each]) expectReadable(view);
});

test('Last year’s expenditure reads as the middle with its bounds, a cut-off growth as such', () => {
  expect(read(priors)).toEqual([
    '年末实有人数 | 37人 | −3人 | 40人 | −7.50% | 未印 | 无法验算',
    '基本支出 | 475.22万元 | −11.80万元 | 487.02万元（487.01万元 至 487.03万元） | −2.42%（−2.43% 至 −2.42%） | −2.42% | 相符',
    '基本支出：人员经费 | 408.78万元 | −30.75万元 | 439.53万元（439.52万元 至 439.54万元） | −7.00%（−7.00% 至 −6.99%） | −7% | 相符',
    '基本支出：公用经费 | 66.44万元 | 18.95万元 | 47.49万元（47.48万元 至 47.50万元） | 39.90%（39.88% 至 39.93%） | 39% | 舍去尾数',
  ]);
});

test('An amount a person or visit has no digit that the printed amount leaves open', () => {
  // 260 万元 ± 0.5 ÷ 5,744 visits; 386.92 万元 ÷ 1,000 persons is 3,869.2 yuan.
  const [visits] = read(each);
  expect(visits).toContain('453（451.7 至 453.6）');
  const row = { ...each.rows[0] };
  const person = {
    indicator: 'crossRegionPayment',
    categoryName: '',
    each: 386_920,
    eachLow: 386_852,
    eachHigh: 387_000,
  };
  const view = amountEachTable(from([{ ...row, ...person }]), department);
  expect(read(view)[0]).toContain('3,869（3,868.5 至 3,870）');
});
