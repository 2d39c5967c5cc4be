import { expect, test } from 'vitest';
import { asOf } from '../../../src/facts/as-of.js';
import { deriveTargetGap } from '../../../src/subjects/targets/derive-target-gap.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';

/** A target of 2023 and what is known about its result. */
function board(target: Row, own: Row[] = [], previous: Row[] = []) {
  return deriveTargetGap(
    fundOf({
      period: '2023',
      about: { scheme: 'basic', indicator: 'poolCount' },
      facts: [{ basis: 'target', ...target }, ...own],
      earlier: { '2022': previous },
    }),
  );
}

const SHOWN = ['result', 'gap', 'completion', 'comparison', 'reason'];

test('A result of the target’s own period completes it by result ÷ target', () => {
  const table = board({ value: '480个' }, [{ value: '492个' }]);
  expect(pick(table, ...SHOWN)).toEqual([{ result: 492, gap: 12, completion: 1.025, comparison: 'same', reason: '' }]);
});

test('A result of the year before is where the target starts from, and the reason says so', () => {
  const table = board({ value: '480个' }, [{ period: '2022', value: '360个' }]);
  expect(pick(table, ...SHOWN)).toEqual([
    {
      result: 360,
      gap: -120,
      completion: 0.75,
      comparison: 'earlier',
      reason: '结果是2022年的，早于目标的2023年：只说明起点，不是完成情况',
    },
  ]);
});

test('A result of part of the year tells its day', () => {
  const source = 'zhuzhou-2022 L340 截至11月底 两病门诊用药保障';
  const table = board({ value: 20, period: '2022' }, [], [{ value: 30, source }]);
  expect(pick(table, 'completion', 'resultAsOf', 'comparison', 'reason')).toEqual([
    { completion: 1.5, resultAsOf: '截至11月底', comparison: 'same', reason: '结果截至11月底，还不是全期' },
  ]);
});

test('Kinds and classes of goods are not subtracted from each other', () => {
  const table = board({ value: '12种' }, [], [{ value: '6类' }]);
  expect(pick(table, ...SHOWN)).toEqual([
    {
      result: 6,
      gap: null,
      completion: null,
      comparison: 'otherUnit',
      reason: '单位不同：目标以“种”计，结果（2022年）以“类”计，不能比较',
    },
  ]);
});

test('A target without a result, or with a blank one, has no gap', () => {
  const nothing = { result: null, gap: null, completion: null };
  expect(pick(board({ indicator: 'eVoucherActivationRate', value: '60%' }), ...SHOWN)).toEqual([
    { ...nothing, comparison: 'noResult', reason: '没有同一指标的结果，不能比较' },
  ]);
  expect(pick(board({ value: 1 }, [{ value: null }]), ...SHOWN)).toEqual([
    { ...nothing, comparison: 'unknown', reason: '结果未知，不能比较' },
  ]);
  expect(pick(board({ value: null }, [{ value: 1 }]), ...SHOWN)).toEqual([
    { ...nothing, result: 1, comparison: 'unknown', reason: '目标未知，不能比较' },
  ]);
});

test('The newest result counts, of one period this report’s, and none that is later than the target or a plan', () => {
  const table = board(
    { value: 100 },
    [
      { period: '2022', value: 40 },
      { period: '2024', value: 99 },
      { value: 98, basis: 'budget' },
    ],
    [{ value: 30 }, { period: '2021', value: 20 }],
  );
  expect(pick(table, 'result', 'resultPeriod')).toEqual([{ result: 40, resultPeriod: '2022' }]);
});

test('A target of zero is reached or missed, but no result is a share of it', () => {
  expect(pick(board({ value: 0 }, [{ value: 3 }]), 'gap', 'completion')).toEqual([{ gap: 3, completion: null }]);
});

test('A report without targets has an empty board with its columns', () => {
  const table = deriveTargetGap(fundOf({ facts: [{ indicator: 'enrolment', value: 0 }] }));
  expect(table.numRows()).toBe(0);
  expect(table.columnNames()).toEqual(expect.arrayContaining(['target', 'result', 'gap', 'completion', 'reason']));
});

test('The day of a figure is read from the words of its source', () => {
  expect(asOf('zhuzhou-2022 L337 1-9月 接种新冠疫苗')).toBe('1-9月');
  expect(asOf('zhuzhou-2022 L337 截至11月30日 医疗救助')).toBe('截至11月30日');
  expect(asOf('zhuzhou-2022 L28 全市参保人数')).toBe('');
});
