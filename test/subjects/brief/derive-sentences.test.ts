import { expect, test } from 'vitest';
import type { Fund } from '../../../src/facts/fund.js';
import { openFund } from '../../../src/facts/fund.js';
import { deriveBacktest } from '../../../src/subjects/backtest/derive-backtest.js';
import { deriveSentences } from '../../../src/subjects/brief/derive-sentences.js';
import type { Sentence, Situation } from '../../../src/subjects/brief/sentence.js';
import { checkFund } from '../../../src/subjects/findings/check-fund.js';
import { gradeRegions } from '../../../src/subjects/months/grade-regions.js';
import { openRule } from '../../../src/subjects/months/rule.js';
import { fundOf } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

const situationOf = (fund: Fund, known: Pick<Situation, 'rule' | 'warnings'>): Situation => ({
  ...{ fund, backtest: deriveBacktest(fund), findings: checkFund(fund).findings },
  ...known,
});
const sentencesOf = (fund: Fund, hasPools = true): Sentence[] => {
  const rule = openRule(fund);
  const warnings = hasPools ? gradeRegions(fund, rule.code) : null;
  return deriveSentences(situationOf(fund, { rule, warnings }));
};
const textOf = (sentences: Sentence[], topic: string): string | undefined =>
  sentences.find((sentence) => sentence.topic === topic)?.text;

test('2021Q1: the pools below three months and what they lack stand first', () => {
  const sentences = sentencesOf(openFund('zhuzhou', '2021Q1', PROJECT));
  // 10,937.88 + 1,234.00 + 1,141.87 = 13,313.75 万元.
  expect(sentences[0]).toMatchObject({
    topic: '预警',
    text: '攸县居民医保 1.14 个月（存疑）、攸县职工医保 1.63 个月、醴陵市职工医保 2.23 个月低于 3 个月，补足共缺 1.33 亿元。',
    table: 'region-warnings',
  });
  // L440 says 没有; L306–L376 print 4, 5, 6 and 9.
  expect(textOf(sentences, '报告自称')).toBe(
    '报告第 440 行称居民医保没有在 3–9 个月之间的，月数却有 渌口区 4.41、醴陵市 4.79、茶陵县 5.78、石峰区 8.97。',
  );
  expect(textOf(sentences, '收不抵支')).toBe('本期支出大于收入：居民医保差 2.84 亿元、职工医保差 4,765 万元。');
  expect(sentences.every(({ text, refs }) => /\d/.test(text) && refs !== '')).toBe(true);
});

test('2022: three pools print a rounded 3 and could be below the line, by at most 407.11 + 2,798.99 + 944.23 万元', () => {
  const sentences = sentencesOf(openFund('zhuzhou', '2022', PROJECT));
  expect(textOf(sentences, '可能预警')).toMatch(
    /^茶陵县职工医保.*攸县居民医保.*渌口区居民医保.*最多共缺 4,150\.3\d 万元。$/,
  );
  // L347 against L233, L242 and L204.
  expect(sentences[1]).toMatchObject({
    topic: '报告自称',
    text: '报告第 347 行称茶陵县、攸县居民医保低于 3 个月，其表中却印 7 个月、3 个月，第 204 行又称没有低于 3 个月的。',
    table: 'said-about-pools',
  });
  // L322–L327: 437.39 − 5,553.57 = −5,116.18 万元.
  expect(textOf(sentences, '收不抵支')).toBe('本期支出大于收入：公务员医疗补助差 5,116.18 万元。');
  // Above 105 %: 127.46, 112.54, 110.72, 110.53, 107.31 and 106.39 %.
  expect(textOf(sentences, '预算')).toMatch(
    /^6 项预算执行超出控制线（时间进度 100%，±5 个百分点）：职工医保基金收入 127\.5%/,
  );
  expect(textOf(sentences, '不可信')).toContain('居民医保实际结余印 27.28 亿元，算得 23.29 亿元');
  expect(sentences.length).toBeLessThanOrEqual(7);
});

test('A report of targets says only which of its figures cannot be', () => {
  // zhuzhou-2023 L109: 205 亿 a year saved by each city, L165: 1563 万 and 493 万 where the report of 2022 (L341) prints 15.63 and 4.53.
  const [sentence, ...others] = sentencesOf(openFund('zhuzhou', '2023', PROJECT), false);
  expect(others).toEqual([]);
  expect(sentence?.text).toMatch(
    /^报告有 3 个数存疑：.*印 205亿元，大于 23\.88亿元.*印 1563万人.*；医疗救助人次印 493万人次/,
  );
});

test('A report of which nothing is known has nothing to be told of', () => {
  expect(sentencesOf(fundOf({ facts: [{ indicator: 'staff', value: '37人' }] }), false)).toEqual([]);
});

test('A movement of a basic scheme is told before a larger one of another fund; one within rounding is none', () => {
  const facts = [
    { indicator: 'fundBalance', value: '8.00亿元' },
    { scheme: 'civilServant', indicator: 'fundBalance', value: '9亿元' },
  ];
  const before = [
    { indicator: 'fundBalance', value: '7.50亿元' },
    { scheme: 'civilServant', indicator: 'fundBalance', value: '2亿元' },
  ];
  expect(textOf(sentencesOf(fundOf({ facts, earlier: { '2021': before } }), false), '变动')).toContain(
    '职工医保基金累计结余：7.50 亿元 → 8.00 亿元，+5,000 万元（+6.67%）',
  );
  const same = [{ indicator: 'fundBalance', value: '8.01亿元' }];
  expect(
    textOf(
      sentencesOf(
        fundOf({ facts: same, earlier: { '2021': [{ indicator: 'fundBalance', value: '8.00亿元' }] } }),
        false,
      ),
      '变动',
    ),
  ).toBeUndefined();
});

test('A report without fund figures says what of it is not to be trusted', () => {
  // changning-2023 L27: 1,744.82 + 60 + 0 + 60 + 3,063 = 4,927.82 of the printed 4,987.76.
  const changning = sentencesOf(openFund('changning', '2023', PROJECT), false);
  expect(textOf(changning, '存疑')).toBe(
    '报告有 1 个数存疑：部门预算项目支出印 4987.76万元，所列 5 项之和为 4,927.82万元，比合计少 59.94万元，原文没有说明余额是什么。',
  );
  // bazhou-undated: L1 20234家 and 3420238人, L2 and L6 1.620239亿元, L4 20230%, L7 20230人 were destroyed.
  const bazhou = openFund('bazhou', 'undated', PROJECT);
  const sentences = deriveSentences(situationOf(bazhou, { rule: null, warnings: null }));
  expect(textOf(sentences, '存疑')).toMatch(/^报告有 6 个数存疑：职工医保待遇支出印 1\.620239亿元，数字已毁坏/);
  expect(sentences.every(({ refs }) => refs !== '')).toBe(true);
});
