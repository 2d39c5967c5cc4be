import { from } from 'arquero';
import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { explainMonthsChange } from '../../../src/subjects/change/explain-months-change.js';
import { monthsChangeWaterfall } from '../../../src/subjects/change/months-change-waterfall.js';
import { rollUpPools, rollUpPreviousPools } from '../../../src/subjects/months/roll-up-pools.js';
import { axisOf, axisTitle, textsOf, traceOf } from '../../fixtures/chart-reading.js';
import { PROJECT } from '../../fixtures/workspace.js';

/** Synthetic: from 6 to 4 months, worked out in the test of the measure. */
const CHANGE = {
  regionName: '攸县',
  scheme: 'resident',
  gap: '',
  monthsBefore: 6,
  changeShown: -200,
  balancePartShown: 225,
  owedPartShown: -75,
  expenditurePartShown: -350,
};
const UNKNOWN = { changeShown: null, balancePartShown: null, owedPartShown: null, expenditurePartShown: null };

test('The steps lead from the earlier months to the later ones', () => {
  const chart = monthsChangeWaterfall(from([CHANGE]));
  expect(chart).toMatchObject({ name: 'months-change-waterfall', title: '攸县居民医保可支付月数为什么变了' });
  expect(traceOf(chart, 0)).toMatchObject({ x: [0, 4], base: [0, 0], y: [6, 4] });
  expect(traceOf(chart, 1)).toMatchObject({ name: '使月数增加', x: [1], base: [6], y: [2.25] });
  expect(traceOf(chart, 2)).toMatchObject({ name: '使月数减少', x: [2, 3], base: [8.25, 7.5], y: [-0.75, -3.5] });
  expect(textsOf(chart)).toEqual(expect.arrayContaining(['6.00', '+2.25', '−0.75', '−3.50', '4.00']));
  expect(axisTitle(chart, 'yaxis')).toBe('可支付月数（月）');
});

test('An overdrawn fund stands below zero', () => {
  const chart = monthsChangeWaterfall(
    from([{ ...CHANGE, changeShown: -725, balancePartShown: -504, owedPartShown: -183, expenditurePartShown: -38 }]),
  );
  expect(traceOf(chart, 0).y).toEqual([6, -1.25]);
  expect((axisOf(chart, 'yaxis').range as number[])[0]).toBeLessThan(-1.25);
  expect(textsOf(chart)).toContain('−1.25');
});

test('The pool that changed most is drawn, or the one asked for', () => {
  const rows = from([CHANGE, { ...CHANGE, regionName: '甲', changeShown: 900, balancePartShown: 1325 }]);
  expect(monthsChangeWaterfall(rows).title).toBe('甲居民医保可支付月数为什么变了');
  expect(monthsChangeWaterfall(rows, { region: '攸县' }).title).toBe('攸县居民医保可支付月数为什么变了');
});

test('Where no pool has two comparable periods the reasons stand in the place of the picture', () => {
  const gap = '未知：没有上一期的月平均基金支出';
  expect(() => monthsChangeWaterfall(from([{ ...CHANGE, ...UNKNOWN, gap }]))).toThrow(gap);
  expect(() => monthsChangeWaterfall(from([]))).toThrow('未知：没有各统筹区可支付月数的数据');
  const fund = openFund('zhuzhou', '2022', PROJECT);
  const changes = explainMonthsChange(rollUpPreviousPools(fund), rollUpPools(fund));
  expect(() => monthsChangeWaterfall(changes)).toThrow('没有一个统筹区有两期口径相同、数据齐全的可支付月数');
});
