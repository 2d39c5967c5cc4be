import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Fact, PublishedFigure } from '../src/facts/fact.js';
import { openFund } from '../src/facts/fund.js';
import { type Agreement, type Approximate, agreementOf } from '../src/measures/printed-agreement.js';
import { approximate, difference, Inputs, quotient } from './fixtures/recompute.js';
import { PROJECT } from './fixtures/workspace.js';

/**
 * The two real reports against our own figures: what a report derives is recomputed from its inputs, each standing for
 * ± half a unit of its last printed digit, and compared at the precision of both.
 */
interface Backtest {
  /** `region scheme indicator category period printed: agreement` of all that does not agree. */
  deviating: string[];
  notCheckable: string[];
  /** Deviating without an explanation in published.csv. */
  unexplained: string[];
}

function backtest(period: string): Backtest {
  const { facts, published } = openFund('zhuzhou', period, PROJECT);
  const inputs = new Inputs(facts.objects() as Fact[]);
  const result: Backtest = { deviating: [], notCheckable: [], unexplained: [] };
  for (const printed of published.objects() as PublishedFigure[]) {
    const agreement = agreementOf(inputs.recompute(printed), approximate(printed));
    const line = `${nameOf(printed)}: ${agreement}`;
    if (agreement === 'not checkable') result.notCheckable.push(nameOf(printed));
    else if (agreement !== 'agrees') {
      result.deviating.push(line);
      if (printed.explanation === '') result.unexplained.push(line);
    }
  }
  return result;
}

function nameOf({ regionName, scheme, indicator, category, period, reported, printed, unit }: PublishedFigure): string {
  const about = [indicator, category, period === reported ? '' : period].filter((text) => text !== '').join(' ');
  return `${regionName} ${scheme} ${about} ${printed}${unit}`;
}

const AGREES: Agreement = 'agrees';

test('The report on the first quarter of 2021 deviates from its own inputs in these rows and no others', () => {
  expect(backtest('2021Q1').deviating).toEqual([
    // 4,556.90 − 766.00 − 0 = 3,790.90, printed 2,110.00; 3,790.90 ÷ 318.00 = 11.92, printed 7 = 2,110.00 ÷ 318.00.
    '荷塘区 resident availableBalance 2,110.00万元: differs',
    '荷塘区 resident payableMonths 7月: differs',
    // Σ of eleven pools = 179,136.93; less 攸县 12,634.00 and 市本级 59,364.60 = 107,138.33.
    '全市 resident cumulativeBalance 107,138.33万元: differs',
    // Σ = 25,946.93; less 攸县 5,899.03 and 渌口区 5,903.00 = 14,144.90.
    '全市 resident payables 14,144.90万元: differs',
    // Σ = 21,608.95; less 攸县 5,890.95 and 市本级 2,712.00 = 13,006.00.
    '全市 resident monthlyExpenditure 13,006.00万元/月: differs',
    // 179,136.93 − 25,946.93 = 153,190.00, printed 77,476.24; 153,190.00 ÷ 21,608.95 = 7.09, printed 6.
    '全市 resident availableBalance 77,476.24万元: differs',
    '全市 resident payableMonths 6月: differs',
    // The prose repeats the three totals of the table.
    '全市 resident cumulativeBalance 107138.33万元: differs',
    '全市 resident payables 14144.9万元: differs',
    '全市 resident payableMonths 6个月: differs',
  ]);
});

test('Of the quarter only the kinds of payables cannot be checked, because some pools print blanks', () => {
  expect(backtest('2021Q1').notCheckable).toEqual([
    '全市 employee payables settledUnpaid 320.00万元',
    '全市 employee payables unsettled 232.00万元',
    '全市 employee payables retainedDeposit 112.00万元',
    '全市 employee payables other -万元',
    '全市 resident payables settledUnpaid 1,376.24万元',
    '全市 resident payables unsettled 7,829.87万元',
    '全市 resident payables retainedDeposit 508.00万元',
    '全市 resident payables other 4,430.79万元',
  ]);
});

test('The report on 2022 deviates from its own inputs in these rows and no others', () => {
  expect(backtest('2022').deviating).toEqual([
    // 735294 × 0.63787002 − 727396 × 0.6252 = 469022 − 454768 = 14254, printed 1.42 万 = 46.90 − 45.48.
    '全市 employee enrolmentChange active 1.42万人: truncated',
    // 735294 × 0.36212998 − 727396 × 0.3748 = 266272 − 272628 = −6356, printed −0.63 万 = 26.63 − 27.26.
    '全市 employee enrolmentChange retired -0.63万人: truncated',
    // 232,907.83 万元 ÷ 2.4 亿元 = 9.70 (2.35 to 2.45: 9.51 to 9.91), printed 9.
    '全市 resident payableMonths 9个月: truncated',
    // 248,029.29 − 232,907.83 = 15,121.46 万元 = 1.51 亿元, printed 2.96.
    '全市 resident payables 2.96亿元: differs',
    // Σ of six pools = 232,907.83 万元 = 23.29 亿元, printed 27.28, the employee figure.
    '全市 resident availableBalance 27.28亿元: differs',
    // 9.70 as above, printed 22.
    '全市 resident payableMonths 22个月: differs',
  ]);
});

test('Of 2022 the months of the pools and the employee totals cannot be checked, because their inputs are not printed', () => {
  const pools = ['茶陵县 7', '攸县 3', '渌口区 3', '醴陵市 5', '炎陵县 10', '城区 25'];
  const employeePools = ['茶陵县 3', '攸县 4', '渌口区 11', '醴陵市 5', '炎陵县 29', '城区 23'];
  const months = (scheme: string) => (text: string) => text.replace(' ', ` ${scheme} payableMonths `).concat('个月');
  expect(backtest('2022').notCheckable).toEqual([
    ...pools.map(months('resident')),
    ...employeePools.map(months('employee')),
    '全市 employee cumulativeBalance 280308.20万元',
    '全市 employee availableBalance 272802.22万元',
    '全市 employee payableMonths 19个月',
    '全市 employee cumulativeBalance 28.03亿元',
    '全市 employee bookPayableMonths 19个月',
    '全市 employee payables 0.75亿元',
    '全市 employee availableBalance 27.28亿元',
    '全市 employee payableMonths 19个月',
  ]);
});

test('The employee totals of 2022, though not checkable, agree with each other', () => {
  const wan = (quantity: number, half = 0.005): Approximate => ({ quantity, halfUnit: half });
  // All in 万元: table 280,308.20 and 272,802.22, prose 28.03, 27.28 and 0.75 亿元, 1.42 亿元 a month.
  const monthly = wan(14_200, 50);
  expect(agreementOf(wan(280_308.2), wan(280_300, 50))).toBe(AGREES);
  expect(agreementOf(wan(272_802.22), wan(272_800, 50))).toBe(AGREES);
  expect(agreementOf(difference(wan(280_308.2), wan(272_802.22)), wan(7_500, 50))).toBe(AGREES);
  // 272,802.22 ÷ 14,200 = 19.21, printed 19; 280,308.20 ÷ 14,200 = 19.74, printed 19 with its fraction cut off.
  expect(agreementOf(quotient(wan(272_802.22), monthly), wan(19, 0.5))).toBe(AGREES);
  expect(agreementOf(quotient(wan(280_308.2), monthly), wan(19, 0.5))).toBe('truncated');
});

test.each(['2021Q1', '2022'])('Nothing that deviates in %s goes without an explanation', (period) => {
  expect(backtest(period).unexplained).toEqual([]);
});

test.each([
  // Six employee and eleven resident pools, their totals, and the prose.
  ['2021Q1', 'payableMonths', 6 + 1 + 1 + 11 + 1 + 1],
  ['2021Q1', 'availableBalance', 6 + 1 + 11 + 1],
  ['2022', 'enrolmentShare', 6 + 5 + 3],
  ['2022', 'deficitPoolShare', 5],
  ['2022', 'enrolmentChange', 3],
])('Every %s figure of %s is in the comparison', (period, indicator, count) => {
  const rows = openFund('zhuzhou', period, PROJECT).published.objects() as PublishedFigure[];
  expect(rows.filter((row) => row.indicator === indicator)).toHaveLength(count);
});

test.each(['2021Q1', '2022'])('Every figure of %s stands as printed on the line that it cites', (period) => {
  const { facts, published, corrections, documents } = openFund('zhuzhou', period, PROJECT);
  const text = new Map(
    documents.map(({ id, file }) => [id, readFileSync(path.join(PROJECT, file), 'utf8').split('\n')]),
  );
  const cited = (source: string): string => {
    const [id = '', line = ''] = source.split(' ');
    return text.get(id)?.[Number(line.slice(1)) - 1] ?? '';
  };
  const stands = ({ printed, source }: { printed: string; source: string }): boolean => {
    const line = cited(source);
    // A decrease is printed in words: 减少了0.63万人 is −0.63.
    const figure = line.includes('减少') ? printed.replace(/^-/, '') : printed;
    const escaped = figure.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return printed === '' ? line.trim() === '' : new RegExp(`(?<![\\d.,])${escaped}(?![\\d,]|\\.\\d)`).test(line);
  };
  const figures = [...(facts.objects() as Fact[]), ...(published.objects() as PublishedFigure[])];
  expect(figures.length).toBeGreaterThan(100);
  expect(
    [...figures, ...corrections]
      .filter((figure) => !stands(figure))
      .map(({ printed, source }) => `${printed} ${source}`),
  ).toEqual([]);
});

test('The blanks that corrections fill are blank in the document', () => {
  const { corrections } = openFund('zhuzhou', '2021Q1', PROJECT);
  const lineOf = ({ corrects }: { corrects: string }): string => {
    const [file = '', line = ''] = corrects.split('#L');
    return readFileSync(path.join(PROJECT, file), 'utf8').split('\n')[Number(line) - 1] ?? '';
  };
  const report = readFileSync(path.join(PROJECT, 'data/zhuzhou/2021Q1/source/report.txt'), 'utf8').split('\n');
  for (const correction of corrections) {
    const row = lineOf(correction);
    expect(row).toContain(',prepaid,,,actual,,万元,');
    const cited = Number(/ L(\d+) /.exec(row)?.[1]);
    expect(report[cited - 1]?.trim()).toBe('');
  }
});
