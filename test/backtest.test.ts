import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Agreement } from '../src/domain/agreement.js';
import type { Fact, PublishedFigure } from '../src/facts/fact.js';
import { openFund } from '../src/facts/fund.js';
import { agreementOf } from '../src/figures/agreement-of.js';
import type { Figure } from '../src/figures/figure.js';
import { type BacktestRow, deriveBacktest } from '../src/subjects/backtest/derive-backtest.js';
import { printed } from './fixtures/known.js';
import { PROJECT } from './fixtures/workspace.js';

/** The real reports against our own figures: what a report derives beside what follows from its inputs. */
interface Backtest {
  /** `region scheme indicator category period printed: agreement` of all that does not agree. */
  deviating: string[];
  notCheckable: string[];
  /** Deviating without an explanation in published.csv. */
  unexplained: string[];
}

function backtest(period: string, place = 'zhuzhou'): Backtest {
  const rows = deriveBacktest(openFund(place, period, PROJECT)).objects() as BacktestRow[];
  const deviating = rows.filter(({ verdict }) => verdict === 'differs' || verdict === 'truncated');
  return {
    deviating: deviating.map((row) => `${nameOf(row)}: ${row.verdict}`),
    notCheckable: rows.filter(({ verdict }) => verdict === 'not checkable').map(nameOf),
    unexplained: deviating.filter(({ explanation }) => explanation === '').map(nameOf),
  };
}

function nameOf({ regionName, scheme, indicator, category, period, reported, printed, unit }: BacktestRow): string {
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
    // Blank kinds are nothing where the pool's others make up its subtotal. 攸县 5,899.03 + 云龙区 957.09 + 炎陵县 52.00 +
    // 天元区 367.15 = 7,275.27; less 攸县 = 1,376.24.
    '全市 resident payables settledUnpaid 1,376.24万元: differs',
    // 渌口区 4,000 + 茶陵县 4,135 + 荷塘区 766 + 芦淞区 1,200 + 炎陵县 528 + 天元区 1,200.87 = 11,829.87; less 渌口区 = 7,829.87.
    '全市 resident payables unsettled 7,829.87万元: differs',
    // 渌口区 1,903.00 + 茶陵县 4,430.79 = 6,333.79; less 渌口区 = 4,430.79.
    '全市 resident payables other 4,430.79万元: differs',
    // Σ = 21,608.95; less 攸县 5,890.95 and 市本级 2,712.00 = 13,006.00.
    '全市 resident monthlyExpenditure 13,006.00万元/月: differs',
    // 179,136.93 − 25,946.93 = 153,190.00, printed 77,476.24; 153,190.00 ÷ 21,608.95 = 7.09, printed 6.
    '全市 resident availableBalance 77,476.24万元: differs',
    '全市 resident payableMonths 6月: differs',
    // The prose repeats the three totals of the table.
    '全市 resident cumulativeBalance 107138.33万元: differs',
    '全市 resident payables 14144.9万元: differs',
    '全市 resident payableMonths 6个月: differs',
    // Text left over from 2020: (63,532 + 61,174) ÷ (63,532 ÷ 1.196 + 61,174 ÷ 1.46) − 1 = 124,706 ÷ 95,021 − 1 = +31.24 %.
    '全市 basic expenditureGrowth 2020Q1 -31.2%: differs',
    // 58,787 ÷ 63,532 − 1 = −7.469 %, printed −7.4 %.
    '全市 employee expenditureGrowth -7.4%: truncated',
    // The cumulative balances, called those of the quarter: 54,022 − 58,787 = −4,765; 24,393 − 52,772 = −28,379; sum −33,144.
    '全市 basic currentBalance 675082万元: differs',
    '全市 employee currentBalance 443173万元: differs',
    '全市 resident currentBalance 231909万元: differs',
    // 5,235 − 954 = 4,281; 2,803 − 961 = 1,842.
    '全市 largeAmount currentBalance 4392万元: differs',
    '全市 retiredCadre currentBalance -135万元: differs',
  ]);
});

test('Of the quarter cannot be checked what needs an earlier year, or a budget that is not printed', () => {
  expect(backtest('2021Q1').notCheckable).toEqual([
    // Contributions of 2020 are not printed, nor is anything of 2019, nor the budgets of 2020.
    '全市 employee contributionIncomeGrowth 124%',
    '全市 resident contributionIncomeGrowth -62.9%',
    '全市 employee expenditureGrowth 2020Q1 19.6%',
    '全市 resident expenditureGrowth 2020Q1 46%',
    '全市 employee expenditureExecution 2020Q1 26.9%',
    '全市 resident expenditureExecution 2020Q1 24.8%',
    '全市 employee benefitExpenditureExecution 2020Q1 28.5%',
    '全市 resident benefitExpenditureExecution 2020Q1 22.8%',
    // Income and expenditure by account are not printed.
    '全市 employee currentBalance pooled 209535万元',
    '全市 employee currentBalance individualAccount 233637万元',
    // The other funds' figures of 2020 are not printed; the prose repeats three of the table.
    '全市 largeAmount incomeGrowth 0.08%',
    '全市 largeAmount expenditureGrowth -11.7%',
    '全市 civilServant incomeGrowth 11%',
    '全市 civilServant expenditureGrowth 378%',
    '全市 retiredCadre incomeGrowth -76.8%',
    '全市 retiredCadre expenditureGrowth -32.4%',
    '全市 retiredCadre incomeGrowth -76.8%',
    '全市 retiredCadre expenditureGrowth -32.4%',
    '全市 civilServant expenditureGrowth 378%',
  ]);
});

test('The report on 2022 deviates from its own inputs in these rows and no others', () => {
  expect(backtest('2022').deviating).toEqual([
    // 232,907.83 万元 ÷ 2.4 亿元 = 9.70 (2.35 to 2.45: 9.51 to 9.91), printed 9.
    '全市 resident payableMonths 9个月: truncated',
    // 28.03 ÷ 1.42 = 19.74 (19.67 to 19.81), printed 19.
    '全市 employee bookPayableMonths 19个月: truncated',
    // 248,029.29 − 232,907.83 = 15,121.46 万元 = 1.51 亿元, printed 2.96.
    '全市 resident payables 2.96亿元: differs',
    // Σ of six pools = 232,907.83 万元 = 23.29 亿元, printed 27.28, the employee figure.
    '全市 resident availableBalance 27.28亿元: differs',
    // 9.70 as above, printed 22.
    '全市 resident payableMonths 22个月: differs',
    // 29.46 ÷ 1.0871 + 10.50 ÷ 1.0847 = 27.100 + 9.680 = 36.780; 39.96 ÷ 36.780 = 1.08647, printed 8.62 %: no mean of
    // 8.71 % and 8.47 % with these weights is below 8.64 %. 3.17 ÷ (39.95 − 3.17) = 8.62 % is named beside it.
    '全市 basic contributionIncomeGrowth 8.62%: differs',
    // 727,396 − 749,524 = −22,128; 0.79 is the change of 2022.
    '全市 employee enrolmentChange 2021 0.79万人: differs',
    // 1.67 + 2.63 = 4.30.
    '全市 basic reserve 1.67亿元: differs',
    // 28.80 ÷ 25.59 = 112.54 %; 120.63 % is income ÷ budgeted expenditure, 30.87 ÷ 25.59.
    '全市 resident expenditureExecution 120.63%: differs',
    // 28.45 ÷ 1.0716 + 28.80 ÷ 1.0651 = 26.549 + 27.040 = 53.589; 57.25 ÷ 53.589 − 1 = 6.83 %, printed 6.7.
    '全市 basic expenditureGrowth 6.7%: differs',
    // (437.39 − 5,553.57) ÷ 437.39 = −1,169.71 %; (10,602.85 − 8,778.87) ÷ 10,602.85 = 17.20 %.
    '全市 civilServant surplusRate 19.88%: differs',
    '全市 largeAmount surplusRate 16.2%: differs',
    // 350 in the paragraph on income, 320 in the one on enrolment.
    '全市 resident contributionStandard 320元/人: differs',
  ]);
});

test('Of 2022 the months of the pools and most growth cannot be checked, because their inputs are not printed', () => {
  const pools = ['茶陵县 7', '攸县 3', '渌口区 3', '醴陵市 5', '炎陵县 10', '城区 25'];
  const employeePools = ['茶陵县 3', '攸县 4', '渌口区 11', '醴陵市 5', '炎陵县 29', '城区 23'];
  const months = (scheme: string) => (text: string) => text.replace(' ', ` ${scheme} payableMonths `).concat('个月');
  expect(backtest('2022').notCheckable).toEqual([
    ...pools.map(months('resident')),
    ...employeePools.map(months('employee')),
    // Nothing of 2021 is printed, and growth and change of one figure stand together only where the causes are told.
    '全市 employee incomeGrowth 16.15%',
    '全市 resident incomeGrowth 6.40%',
    '全市 employee contributionIncomeGrowth 8.71%',
    '全市 resident contributionIncomeGrowth 8.47%',
    '全市 resident contributionIncomeGrowth 8.47%',
    '全市 employee expenditureGrowth 7.16%',
    '全市 resident expenditureGrowth 6.51%',
    '全市 employee expenditureGrowth 7.16%',
    '全市 resident expenditureGrowth 6.51%',
    '全市 employee individualAccountExpenditureChange 0.45亿元',
    '全市 resident poolCount 10个',
    '全市 largeAmount incomeGrowth -11.18%',
    '全市 largeAmount expenditureGrowth -9.23%',
    '全市 civilServant incomeGrowth -97.53%',
    '全市 civilServant expenditureGrowth 624.05%',
    '全市 retiredCadre incomeGrowth -3.05%',
    '全市 retiredCadre expenditureGrowth 2.29%',
    '全市 resident poolCount 11个',
    // The year's target is not printed.
    '全市 resident twoDiseasesVisitsExecution 196.65%',
  ]);
});

test('The other three documents deviate in one row, which is cut off', () => {
  // 18.95 ÷ (66.44 − 18.95) = 18.95 ÷ 47.49 = 39.90 %, printed 39 %.
  expect(backtest('2023', 'changning').deviating).toEqual([
    '常宁市 department basicExpenditureGrowth publicFunds 39%: truncated',
  ]);
  expect(backtest('undated', 'bazhou').deviating).toEqual([]);
  expect(backtest('2023').deviating).toEqual([]);
});

test('Of the other three documents cannot be checked what is destroyed or stands alone', () => {
  expect(backtest('2023', 'changning').notCheckable).toEqual(['常宁市 department staffChange -3人']);
  expect(backtest('undated', 'bazhou').notCheckable).toEqual([
    '巴州区 employee levyShare individualAccount 45%',
    '巴州区 employee levyShare pooled 55%',
    '巴州区 employee benefitExpenditure 亿元',
    '巴州区 restructured payableMonths 1.5年',
  ]);
  expect(backtest('2023').notCheckable).toEqual([
    '全市 basic allianceDrugSavings 2022 205亿元',
    '全市 assistance subsidisedPersons 2022 1563万人',
    '全市 assistance assistanceVisits 2022 493万人次',
  ]);
});

test('Changes of 2022 in the active and the retired lie within what four digits of the share of 2021 leave open', () => {
  const rows = deriveBacktest(openFund('zhuzhou', '2022', PROJECT)).objects() as BacktestRow[];
  const changes = rows.filter(({ indicator, category }) => indicator === 'enrolmentChange' && category !== '');
  // 735294 × 0.63787002 = 469,022; 727396 × (0.6252 ± 0.00005) = 454,768 ± 36.4: 14,217.6 to 14,290.4, printed 14,150 to 14,250.
  // 735294 × 0.36212998 = 266,272; 727396 × (0.3748 ± 0.00005) = 272,628 ± 36.4: −6,392.4 to −6,319.6, printed −6,350 to −6,250.
  expect(
    changes.map(({ verdict, oursLow, oursHigh }) => [verdict, Math.round(oursLow ?? 0), Math.round(oursHigh ?? 0)]),
  ).toEqual([
    [AGREES, 14_218, 14_290],
    [AGREES, -6_392, -6_320],
  ]);
});

test('The employee totals of 2022, which rows with blanks do not give, follow from each other', () => {
  const rows = deriveBacktest(openFund('zhuzhou', '2022', PROJECT)).objects() as BacktestRow[];
  const totals = ['cumulativeBalance', 'availableBalance', 'payables', 'payableMonths'];
  const own = rows.filter(
    (row) => row.regionName === '全市' && row.scheme === 'employee' && totals.includes(row.indicator),
  );
  expect(own.map((row) => `${row.printed}${row.unit} ${row.verdict} ${row.formula}`)).toEqual([
    // The pooled fund's balance, 28.03 亿元 in L134.
    '280308.20万元 agrees 基金累计结余',
    // 280,308.20 − 7,500 (± 50) = 272,808.20 ± 50.
    '272802.22万元 agrees 所印期末累计结余 − 所印未付及预缴合计',
    // 272,802.22 ÷ 14,200 (± 50) = 19.14 to 19.28.
    '19个月 agrees 所印实际结余 ÷ 月平均基金支出',
    '28.03亿元 agrees 基金累计结余',
    // 28.03 − 27.28 = 0.75 and 28.03 − 0.75 = 27.28, in one sentence.
    '0.75亿元 agrees 所印期末累计结余 − 所印实际结余',
    '27.28亿元 agrees 所印期末累计结余 − 所印未付及预缴合计',
    // 27.28 ÷ 1.42 = 19.2.
    '19个月 agrees 所印实际结余 ÷ 月平均基金支出',
  ]);
});

test('Of the first quarter of 2021 it is said what follows from other printed figures only', () => {
  const rows = deriveBacktest(openFund('zhuzhou', '2021Q1', PROJECT)).objects() as BacktestRow[];
  const named = rows.filter(({ otherFormula }) => otherFormula !== '');
  expect(
    named.map((row) => `${row.regionName} ${row.indicator} ${row.printed} ${row.verdict}: ${row.otherFormula}`),
  ).toEqual([
    // 2,110.00 ÷ 318.00 = 6.64.
    '荷塘区 payableMonths 7 differs: 所印实际结余 ÷ 月平均基金支出',
    // 77,476.24 ÷ 13,006.00 = 5.96, both of the total row that leaves pools out.
    '全市 payableMonths 6 differs: 所印实际结余 ÷ 所印月平均基金支出',
    // 443,173 + 231,909, the cumulative balances of both.
    '全市 currentBalance 675082 differs: 职工医保 ＋ 居民医保（所印）',
  ]);
});

test('The employee totals of 2022 agree with each other by hand', () => {
  const wan = (quantity: number, half = 0.005): Figure => printed(quantity, half);
  // All in 万元: table 280,308.20 and 272,802.22, prose 28.03, 27.28 and 0.75 亿元, 1.42 亿元 a month.
  expect(agreementOf(wan(280_308.2), wan(280_300, 50))).toBe(AGREES);
  expect(agreementOf(wan(272_802.22), wan(272_800, 50))).toBe(AGREES);
  // 280,308.20 − 272,802.22 = 7,505.98 ± 0.01.
  expect(agreementOf(wan(7_505.98, 0.01), wan(7_500, 50))).toBe(AGREES);
  // 272,802.22 ÷ 14,200 (± 50) = 19.14 to 19.28, printed 19; 280,308.20 ÷ 14,200 (± 50) = 19.67 to 19.81, printed 19 with
  // its fraction cut off.
  expect(agreementOf(wan(19.21, 0.07), wan(19, 0.5))).toBe(AGREES);
  expect(agreementOf(wan(19.74, 0.07), wan(19, 0.5))).toBe('truncated');
});

test.each([
  ['zhuzhou', '2021Q1'],
  ['zhuzhou', '2022'],
  ['zhuzhou', '2023'],
  ['changning', '2023'],
  ['bazhou', 'undated'],
])('Nothing that deviates in %s %s goes without an explanation', (place, period) => {
  expect(backtest(period, place).unexplained).toEqual([]);
});

test.each([
  // Six employee and eleven resident pools, their totals, and the prose.
  ['2021Q1', 'payableMonths', 6 + 1 + 1 + 11 + 1 + 1],
  ['2021Q1', 'availableBalance', 6 + 1 + 11 + 1],
  ['2022', 'enrolmentShare', 5 + 3],
  ['2022', 'payersShare', 6],
  ['2022', 'deficitPoolShare', 5],
  // All, the active, the retired, and once more as a cause of the income.
  ['2022', 'enrolmentChange', 4],
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
