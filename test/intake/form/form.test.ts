import XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from '../../../src/facts/fact.js';
import { buildForm } from '../../../src/intake/form/form.js';
import type { Form, FormCell } from '../../../src/intake/form/form-sheet.js';
import { cellAt, placeOf, quarterForm, REFERENCE, reportOf, rowTexts, sheetNamed } from '../../fixtures/form-cells.js';
import { madeUpReport, type Row } from '../../fixtures/fund-of.js';

const FORM = quarterForm();
const POOLS = sheetNamed(FORM, '居民累计结余分析表');
const isFormula = ({ formula }: FormCell): boolean => formula !== '';
const previousCells = (form: Form): FormCell[] =>
  form.sheets.flatMap(({ cells }) => cells.filter(({ style }) => style === 'previous'));

test('The form says for whom it is, then asks sheet by sheet as the bureau reports', () => {
  expect(FORM.sheets.map(({ name, hidden }) => (hidden ? `（${name}）` : name))).toEqual([
    '填报说明',
    '参保人数',
    '基金收支及预算执行',
    '职工累计结余分析表',
    '居民累计结余分析表',
    '当期收支',
    '其他医疗基金',
    '指标与目标',
    '（选项）',
  ]);
  const guide = sheetNamed(FORM, '填报说明');
  expect([2, 3, 4, 5].map((row) => rowTexts(guide, row))).toEqual([
    ['地区代码', 'zhuzhou'],
    ['地区名称', '株洲市'],
    ['期间', '2023年1季度'],
    ['上期', '2022年的报告'],
  ]);
});

test('The balance table has the bureau’s ten numbered columns, a row of units, and the pools of the last report', () => {
  expect(rowTexts(POOLS, 1)).toEqual(['城乡居民累计结余分析表']);
  expect(rowTexts(POOLS, 2)).toEqual(['统筹区名称：株洲市          2023年1季度']);
  expect(rowTexts(POOLS, 3)).toEqual([
    '单位名称',
    '期末累计结余',
    '应付未付款',
    '一次性预缴款',
    '月平均基金支出',
    '实际结余',
    '实际结余可支付月数',
  ]);
  expect(rowTexts(POOLS, 4)).toEqual([
    '小计',
    '业务已结算财务未支付',
    '业务未结算',
    '暂扣医疗机构的预留金',
    '其他未付款',
  ]);
  expect(rowTexts(POOLS, 7).filter((text) => text !== '')).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  // zhuzhou-2022 L230–L284: five counties and 城区; 株洲县 is called 渌口区 since 2018.
  const labels = POOLS.cells.filter(({ style }) => style === 'label' || style === 'total');
  expect(labels.map(({ value }) => value)).toEqual(['茶陵县', '攸县', '渌口区', '醴陵市', '炎陵县', '城区', '合计']);
});

test('The last report’s figure stands in grey beside the cell, and only where it has one', () => {
  // zhuzhou-2022 L231: 茶陵 居民 期末累计结余 32438.99 万元; L204: 2.4 亿元 a month is 24,000 万元.
  expect(cellAt(POOLS, 'C8')).toMatchObject({ style: 'previous', value: 32438.99, format: '#,##0.00' });
  expect(cellAt(POOLS, 'L14')).toMatchObject({ style: 'previous', value: 24000, format: '#,##0' });
  expect(rowTexts(POOLS, 5)).toEqual(Array(5).fill(['本期', '上期（2022）']).flat());
  // 一次性预缴款 was not reported in 2022: column J has no neighbour.
  expect(cellAt(POOLS, 'J6')?.value).toBe('万元');
  expect(cellAt(POOLS, 'K6')?.value).toBe('万元/月');
});

test('A form without the last report has no grey figure and no row for 上期, but the same rows', () => {
  const empty = quarterForm({ isEmpty: true });
  expect(previousCells(empty)).toEqual([]);
  const pools = sheetNamed(empty, '居民累计结余分析表');
  expect(pools.cells.some(({ value }) => String(value).startsWith('上期'))).toBe(false);
  expect(pools.cells.filter(({ style }) => style === 'label').map(({ value }) => value)).toHaveLength(6);
  expect(sheetNamed(empty, '指标与目标').cells.some(({ value }) => value === '统筹区总数')).toBe(true);
});

test('Sums, available balance and months are computed, and each can be written over', () => {
  expect(cellAt(POOLS, 'B14')).toMatchObject({
    style: 'computed',
    value: '',
    formula: 'IF(COUNT(B8:B13)=0,IF(COUNTIF(B8:B13,"-")>0,"-",""),ROUND(SUM(B8:B13),6))',
  });
  expect(cellAt(POOLS, 'O14')?.formula).toBe('IF(AND(ISNUMBER(M14),ISNUMBER(K14)),IF(K14>0,ROUND(M14/K14,2),""),"")');
  // The available balance of the whole follows from the totals, so that it cannot contradict them.
  expect(cellAt(POOLS, 'M14')?.formula).toContain('ROUND(N(B14)-N(D14)-N(J14),6)');
  const budget = sheetNamed(FORM, '基金收支及预算执行');
  expect(rowTexts(budget, 3)).toEqual(['预算数', '执行数', '执行率', '预算数', '执行数', '执行率']);
  expect(cellAt(budget, 'D5')?.formula).toBe(`IF('当期收支'!D11="","",'当期收支'!D11)`);
  expect(cellAt(sheetNamed(FORM, '当期收支'), 'A11')?.value).toBe('合计');
});

test('A region that is part of another row is not added twice', () => {
  const pool = (region: string): Row => ({ region, value: '1万元' });
  const about = { scheme: 'resident', indicator: 'cumulativeBalance' };
  const reports = [madeUpReport('2022', { about, facts: [pool('攸县'), pool('荷塘区'), pool('城区')] })];
  const sheet = sheetNamed(quarterForm({ reports, isEmpty: true }), '居民累计结余分析表');
  // Row 7 攸县, row 8 荷塘区, row 9 城区, which 荷塘区 is part of.
  expect(cellAt(sheet, 'B10')?.formula).toContain('SUM(B7,B9)');
});

test('Head counts must be whole and not negative; a balance may be negative', () => {
  const enrolment = sheetNamed(FORM, '参保人数').validations[0];
  expect(enrolment).toMatchObject({ range: 'B5:B11', formula: 'IF(ISNUMBER(B5),AND(B5>=0,B5=INT(B5)),B5="-")' });
  expect(enrolment?.message).toBe('参保人数应为整数（人），不小于 0；没有填半角的 -，不知道就留空');
  expect(POOLS.validations.find(({ range }) => range.startsWith('B'))?.formula).toBe('OR(ISNUMBER(B8),B8="-")');
});

test('The year’s opening balance is compared with the balance at the end of last year itself', () => {
  const flows = sheetNamed(FORM, '当期收支');
  // zhuzhou-2022 L134: 职工医保 56.56 亿元 = 565,600 万元.
  expect(cellAt(flows, 'B2')?.value).toBe('年初累计结余');
  expect(cellAt(flows, 'C4')?.value).toBe('上期（2022）');
  expect(cellAt(flows, 'C11')).toMatchObject({ style: 'previous', value: 565600, format: '#,##0' });
});

test('指标与目标 asks for what the last report had and no other sheet has a cell for', () => {
  const list = sheetNamed(FORM, '指标与目标');
  const asked = list.cells.filter(({ row, column }) => row > 2 && column === 3).map(({ value }) => value);
  expect(asked).toContain('财政补助标准');
  expect(asked).not.toContain('参保人数');
  expect(asked).not.toContain('实际结余');
  expect(rowTexts(list, 2)).toEqual([
    '统筹区',
    '险种',
    '指标',
    '分项',
    '口径',
    '期间',
    '数值',
    '上期（2022）',
    '单位',
    '说明',
  ]);
});

test('A place that is one region has one row under its own name', () => {
  const form = buildForm({
    reference: REFERENCE,
    place: placeOf('changning'),
    period: '2024Q1',
    reports: [],
    isEmpty: false,
  });
  const labels = sheetNamed(form, '居民累计结余分析表').cells.filter(
    ({ style }) => style === 'label' || style === 'total',
  );
  expect(labels.map(({ value }) => value)).toEqual(['常宁市']);
});

test('A new place is asked for its regions, and the other sheets take the names from there', () => {
  const place = { code: 'newtown', name: '', wholeRegion: '', isDefault: false };
  const form = buildForm({ reference: REFERENCE, place, period: '2024Q2', reports: [], isEmpty: false });
  const regions = sheetNamed(form, '统筹区');
  expect([1, 2].map((row) => rowTexts(regions, row))).toEqual([
    ['地区代码', 'newtown'],
    ['地区名称', ''],
  ]);
  expect(rowTexts(regions, 5)).toEqual(['统筹区代码', '统筹区名称', '别名', '行政区划代码', '类型', '是否全市']);
  const pools = sheetNamed(form, '职工累计结余分析表');
  expect(cellAt(pools, 'A7')).toMatchObject({ value: '合计', formula: '' });
  expect(cellAt(pools, 'A8')?.formula).toBe(`IF('统筹区'!B7="","",'统筹区'!B7)`);
  expect(cellAt(pools, 'B7')?.formula).toContain('SUM(B8:B37)');
});

test('A figure to fill in stands in its cell as printed, in its own unit, and a filled form has no formulas', () => {
  const form = quarterForm({ reports: [], fill: reportOf('zhuzhou', '2021Q1').facts, period: '2021Q1' });
  const pools = sheetNamed(form, '职工累计结余分析表');
  // zhuzhou-2021Q1 L148–L149: 攸县 1,466.00; L150 a dash; L151 blank.
  expect(cellAt(pools, 'A7')?.value).toBe('攸县');
  expect(cellAt(pools, 'B7')).toMatchObject({ style: 'input', value: 1466, format: '#,##0.00' });
  expect(cellAt(pools, 'C7')).toMatchObject({ value: '-', format: '' });
  expect(cellAt(pools, 'D7')).toMatchObject({ value: null });
  expect(form.sheets.flatMap(({ cells }) => cells.filter(isFormula))).toEqual([]);
  const budget = sheetNamed(
    quarterForm({ reports: [], fill: reportOf('zhuzhou', '2022').facts, period: '2022' }),
    '基金收支及预算执行',
  );
  expect(rowTexts(budget, 1)).toEqual(['株洲市2022年医疗保险基金预算收入执行情况表（单位：亿元）']);
  expect(cellAt(budget, 'C4')).toMatchObject({ value: 35.88, format: '#,##0.00' });
});

const FACTS = [
  ...reportOf('zhuzhou', '2021Q1').facts,
  ...reportOf('zhuzhou', '2022').facts.filter(({ period }) => period === '2022'),
]
  .filter(({ state }) => state !== 'unknown')
  .map((fact) => ({ ...fact, reported: '2022', period: fact.period === '2021Q1' ? '2022' : fact.period }));

test('Of any facts, each stands in the filled form exactly once, letter for letter', () => {
  const unique = [...new Map(FACTS.map((fact) => [keyOf(fact), fact])).values()];
  fc.assert(
    fc.property(fc.subarray(unique, { minLength: 1 }), (fill) => {
      const form = quarterForm({ reports: [], fill, period: '2022' });
      const shown = form.sheets
        .flatMap(({ cells }) => cells.filter(({ style, value }) => style === 'input' && value !== null))
        .map(({ value, format }) => (format === '' ? String(value) : XLSX.SSF.format(format, value)));
      expect(shown.sort()).toEqual(fill.map(({ printed }) => printed).sort());
    }),
    { numRuns: 8 },
  );
});

function keyOf({ region, scheme, indicator, category, basis }: Fact): string {
  return [region, scheme, indicator, category, basis].join('|');
}
