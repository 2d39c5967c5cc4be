import { from } from 'arquero';
import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { readOutpatientPooling } from '../../../src/facts/outpatient-pooling.js';
import { selectWhole } from '../../../src/facts/select-figures.js';
import { selectPartition } from '../../../src/facts/select-partition.js';
import { formatCell } from '../../../src/show/tables/format.js';
import type { TableView } from '../../../src/show/tables/table-view.js';
import { amountEachTable, priorFromChangeTable } from '../../../src/subjects/department/department-tables.js';
import { deriveAmountEach } from '../../../src/subjects/department/derive-amount-each.js';
import { derivePriorFromChange } from '../../../src/subjects/department/derive-prior-from-change.js';
import { deriveSchemeShares } from '../../../src/subjects/enrolment/derive-scheme-shares.js';
import { enrolmentBySchemeTable } from '../../../src/subjects/enrolment/enrolment-by-scheme-table.js';
import { deriveClosedFund } from '../../../src/subjects/history/derive-closed-fund.js';
import { deriveSinceStart } from '../../../src/subjects/history/derive-since-start.js';
import { accountsTable, closedFundTable, sinceStartTable } from '../../../src/subjects/history/history-tables.js';
import { rollUpAccounts } from '../../../src/subjects/history/roll-up-accounts.js';
import { outpatientPolicyTable, outpatientVisitTable } from '../../../src/subjects/outpatient/outpatient-tables.js';
import { deriveShareOfWhole } from '../../../src/subjects/parts/derive-share.js';
import { itemsTable } from '../../../src/subjects/parts/items-table.js';
import { rollUpParts } from '../../../src/subjects/parts/roll-up-parts.js';
import { deriveKpiCompletion } from '../../../src/subjects/targets/derive-kpi-completion.js';
import { deriveTargetGap } from '../../../src/subjects/targets/derive-target-gap.js';
import { kpiTable, targetsTable } from '../../../src/subjects/targets/target-tables.js';
import { PROJECT } from '../../fixtures/workspace.js';

const city = openFund('zhuzhou', '2023', PROJECT);
const year = openFund('zhuzhou', '2022', PROJECT);
const department = openFund('changning', '2023', PROJECT);
const district = openFund('bazhou', 'undated', PROJECT);

/** A table as people read it, one line a row. */
function read(view: TableView): string[] {
  const columns = view.columns.filter((column) => column.csvOnly !== true);
  return view.rows.map((row) => columns.map((column) => formatCell(column, row)).join(' | '));
}

const ENROLMENT = { scheme: 'employee', indicator: 'enrolment' };
const kinds = selectPartition(district, ENROLMENT);
const whole = selectWhole(district, ENROLMENT);
const ITEMS = { name: 'enrolment-kinds', title: '参保人数按单位类别', unit: 'person' } as const;

const targets = targetsTable(deriveTargetGap(city), city);
const kpis = kpiTable(deriveKpiCompletion(year), year);
const priors = priorFromChangeTable(derivePriorFromChange(department, { scheme: 'department' }), department);
const items = itemsTable(deriveShareOfWhole(kinds, whole), rollUpParts(kinds, whole), { ...ITEMS, fund: district });
const schemes = enrolmentBySchemeTable(deriveSchemeShares(department, { indicator: 'enrolment' }));
const accounts = accountsTable(rollUpAccounts(district, { scheme: 'employee' }), district);
const since = sinceStartTable(deriveSinceStart(district.facts), district);
const closed = closedFundTable(deriveClosedFund(district));
const policy = outpatientPolicyTable(readOutpatientPooling(PROJECT, 'zhuzhou'));
const pair = { amount: 'crossRegionPayment', count: 'crossRegionVisits' };
const each = amountEachTable(deriveAmountEach(department.facts, [pair]), department);

test('No table shows anything but figures, words and 未知', () => {
  for (const view of [targets, kpis, priors, items, schemes, accounts, since, closed, policy, each]) {
    expect(view.rows.length, view.name).toBeGreaterThan(0);
    expect(
      read(view).filter((line) => /NaN|Infinity|undefined|null|\[object/.test(line)),
      view.name,
    ).toEqual([]);
  }
});

test('A target tells its gap in its own unit and why a result is only the start', () => {
  const about = (name: string): string[] => read(targets).filter((line) => line.startsWith(name));
  // zhuzhou-2023 L55 L83 L127, zhuzhou-2022 L342: 476 of 480; 27.55 + 11.78 = 39.33 of 35; 6 classes beside 12 kinds.
  expect(about('落地的集采药品')[0]).toContain('480个 | 476个 | 2022年 | −4个 | 99.17% | 起点未达到');
  expect(about('两病门诊用药')[0]).toContain('35万人次 | 27.55＋11.78＝39.33万人次 | 2022年 | +4.33万人次 | 112.37%');
  expect(about('落地的高值')[0]).toContain('12种 | 6类 | 2022年 | 未知 | 未知 |  | 单位不同');
  expect(about('医保电子凭证')[0]).toContain('60% |  |  | 未知 | 未知 |  | 没有同一指标的结果');
});

test('A report without targets says so under an empty table', () => {
  const none = targetsTable(deriveTargetGap(department), department);
  expect(none.rows).toEqual([]);
  expect(none.notes[0]).toBe('本期没有印目标，没有可比的。');
});

test('A completion printed without its target stands beside the target it implies', () => {
  expect(read(kpis).find((line) => line.startsWith('两病门诊用药享受人次'))).toContain(
    '39.33万人次 | 2022年截至11月底 | 196.65% | 20.00万人次',
  );
  expect(kpiTable(deriveKpiCompletion(department), department).columns.map(({ key }) => key)).not.toContain(
    'impliedText',
  );
});

test('Last year’s expenditure reads as the middle with its bounds, a cut-off growth as such', () => {
  expect(read(priors)).toEqual([
    '年末实有人数 | 37人 | −3人 | 40人 | −7.50% | 未印 | 无法验算',
    '基本支出 | 475.22万元 | −11.80万元 | 487.02万元（487.01万元 至 487.03万元） | −2.42%（−2.43% 至 −2.42%） | −2.42% | 相符',
    '基本支出：人员经费 | 408.78万元 | −30.75万元 | 439.53万元（439.52万元 至 439.54万元） | −7.00%（−7.00% 至 −6.99%） | −7% | 相符',
    '基本支出：公用经费 | 66.44万元 | 18.95万元 | 47.49万元（47.48万元 至 47.50万元） | 39.90%（39.88% 至 39.93%） | 39% | 舍去尾数',
  ]);
});

test('Restored figures are marked wherever they are shown', () => {
  expect(read(items).slice(-3)).toEqual([
    '所列各项之和 | 34,098 | 100.00%',
    '合计（还原） | 34,098 | 100.00%',
    '差额（合计（还原） − 各项之和） | 0 | 0.00%',
  ]);
  expect(read(accounts).at(-1)).toBe('合计 | 19,953.00 | 16,079.00 | 3,874.00 | 3,874.00 | 相符 | 累计支出（还原）');
  expect(read(since)).toEqual([
    '参保单位 | 116 | 503 | 387 | 4.34 | ',
    '参保人数 | 11,257 | 34,098 | 22,841 | 3.03 | 现在（还原）',
  ]);
});

test('An amount a person or visit has two decimals, as yuan have everywhere', () => {
  // 260 万元 ± 0.5 ÷ 5,744 visits; 386.92 万元 ÷ 1,000 persons is 3,869.2 yuan.
  const [visits] = read(each);
  expect(visits).toContain('452.65（451.77 至 453.52）');
  const row = { ...each.rows[0] };
  const person = {
    indicator: 'crossRegionPayment',
    categoryName: '',
    each: 386_920,
    eachLow: 386_852,
    eachHigh: 387_000,
  };
  const view = amountEachTable(from([{ ...row, ...person }]), department);
  expect(read(view)[0]).toContain('3,869.20（3,868.52 至 3,870.00）');
});

test('The closed fund’s months have an upper bound and no lower one', () => {
  expect(read(closed).at(2)).toContain('1.5年，即 18.00个月');
  expect(read(closed).at(-1)).toMatch(/不超过 58\.3\d个月，下限未知/);
});

test('The outpatient policy reads in yuan, as people know it', () => {
  expect(read(policy)[1]).toContain('二级 | 200.00 | 60.00% | 300.00 | 1,500.00 | 2,000.00 | 2022-10');
});

test('Every name of a table is a file name of its own', () => {
  const names = [targets, kpis, priors, items, schemes, accounts, since, closed, policy, each].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z0-9-]+$/.test(name))).toEqual([]);
});

test('A first visit of the year, worked by hand for every level', () => {
  // 70 % of 400; 60 % of 400 − 200; 60 % of 400 − 300; and 60 % of 3700 − 300 is 2040, cut at 1500 and 2000.
  expect(read(outpatientVisitTable(readOutpatientPooling(PROJECT, 'zhuzhou'), [400, 3700]))).toEqual([
    '一级及基层 | 400.00 | 280.00 | 280.00',
    '一级及基层 | 3,700.00 | 1,500.00 | 2,000.00',
    '二级 | 400.00 | 120.00 | 120.00',
    '二级 | 3,700.00 | 1,500.00 | 2,000.00',
    '三级 | 400.00 | 60.00 | 60.00',
    '三级 | 3,700.00 | 1,500.00 | 2,000.00',
  ]);
});
