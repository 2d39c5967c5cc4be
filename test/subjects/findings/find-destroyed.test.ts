import { expect, test } from 'vitest';
import { findDestroyed } from '../../../src/subjects/findings/find-destroyed.js';
import { fundOf } from '../../fixtures/fund-of.js';

test('Digits that a conversion destroyed are told as they stand, restored or not; a blank cell is not one of them', () => {
  // bazhou-undated L1: 20234家, 3420238人; L6: 1.620239亿元, which the data have as a fact and as what is derived.
  const benefits = { indicator: 'benefitExpenditure', value: null, source: 'bazhou-undated L6 原文作“1.620239亿元”' };
  const restored = {
    indicator: 'enrolment',
    value: '34098人',
    source: 'bazhou-undated L1 原文作“3420238人”',
    ref: 'c.csv#L2',
  };
  const fund = fundOf({
    facts: [
      { indicator: 'insuredUnits', category: 'restructured', value: null, source: 'bazhou-undated L1 原文作“20234家”' },
      benefits,
      restored,
      { indicator: 'prepaid', value: null, source: 'zhuzhou-2021Q1 L167 第7栏' },
      { indicator: 'lowValueTenderKinds', value: '8类', source: 'zhuzhou-2023 L55 原文作“八大类”' },
    ],
    published: [benefits],
    corrections: [
      { kind: 'restored', corrects: 'x.csv#L8', ref: 'c.csv#L2', printed: '34098', reason: '', source: '' },
    ],
  });
  expect(findDestroyed(fund).map(({ file, line, rule }) => `${file.split('/').at(-1)} ${line} ${rule}`)).toEqual([
    'facts.csv 2 数字已毁坏（原文作“20234家”），没有算式能证明原数，作未知',
    'published.csv 2 数字已毁坏（原文作“1.620239亿元”），没有算式能证明原数，作未知',
    'c.csv 2 数字已毁坏（原文作“3420238人”），已由算式还原，见“更正”',
  ]);
});
