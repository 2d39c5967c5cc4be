import { from } from 'arquero';
import { describe, expect, it } from 'vitest';
import type { Correction } from '../../../src/facts/fact.js';
import { accountsSinceStart } from '../../../src/subjects/history/accounts-since-start.js';
import { axisOf, textsOf, traceOf } from '../../fixtures/chart-reading.js';

const WAN = 1_000_000;
const REFS = { cumulativeLevyRef: 'a', cumulativeExpenditureRef: 'b', fundBalanceRef: 'c' };
const ROWS = [
  {
    categoryName: '统筹基金',
    cumulativeLevy: 9184 * WAN,
    cumulativeExpenditure: 8981 * WAN,
    fundBalance: null,
    ...REFS,
  },
  {
    categoryName: '',
    cumulativeLevy: 19953 * WAN,
    cumulativeExpenditure: 16079 * WAN,
    fundBalance: 3874 * WAN,
    ...REFS,
    cumulativeExpenditureRef: 'restored',
  },
];
const restored: Correction = { kind: 'restored', corrects: 'x', ref: 'restored', printed: '', reason: '', source: '' };

describe('accountsSinceStart', () => {
  it('draws levy, expenditure and balance of each account and of the whole to one scale', () => {
    const chart = accountsSinceStart(from(ROWS), { corrections: [] });
    expect(chart.name).toBe('accounts-since-start');
    expect(traceOf(chart, 0)).toMatchObject({ xaxis: 'x', x: [9184, 8981, null] });
    expect(traceOf(chart, 1)).toMatchObject({ xaxis: 'x2', x: [19953, 16079, 3874] });
    expect(axisOf(chart, 'xaxis').range).toEqual(axisOf(chart, 'xaxis2').range);
    expect(textsOf(chart)).toEqual(expect.arrayContaining(['<b>统筹基金</b>', '<b>全部</b>', '9,184 万元', '未知']));
  });

  it('marks a restored amount', () => {
    const texts = textsOf(accountsSinceStart(from(ROWS), { corrections: [restored] }));
    expect(texts.filter((text) => text.includes('还原'))).toEqual(['16,079 万元（还原）']);
    const corrected = accountsSinceStart(from(ROWS), { corrections: [{ ...restored, kind: 'correction' }] });
    expect(textsOf(corrected).filter((text) => text.includes('还原'))).toEqual([]);
  });

  it('refuses accounts without any amount', () => {
    const blank = { ...ROWS[0], cumulativeLevy: null, cumulativeExpenditure: null };
    expect(() => accountsSinceStart(from([blank]), { corrections: [] })).toThrow('各账户金额全部未知');
  });
});
