import { expect, test } from 'vitest';
import { checkFacts } from '../../src/facts/check-facts.js';
import { describeFinding } from '../../src/facts/finding.js';
import { readReference } from '../../src/facts/read-reference.js';
import { madeUpReport, type Row } from '../fixtures/fund-of.js';
import { PROJECT } from '../fixtures/workspace.js';

const reference = readReference(PROJECT);

/** What the analyst is told of facts that stand on lines 2, 3, 4, … of one file. */
function told(...rows: Row[]): string[] {
  const facts = rows.map((row, index) => ({ ...row, ref: `x.csv#L${index + 2}` }));
  const about = { region: '攸县', scheme: 'resident', indicator: 'enrolment' };
  return checkFacts(madeUpReport('2022', { about, facts }).facts, reference).map(
    ({ severity, file, line, value, rule }) => `${severity}: ${file} 第 ${line} 行 value“${value}”：${rule}`,
  );
}

const part = (category: string, value: number | null): Row => ({ category, value });

test('Residents of three groups that add up to the printed total raise nothing', () => {
  // zhuzhou-2022 L27: 2269986 + 529664 + 118465 = 2918115; women and the over-60s are only parts.
  expect(
    told(
      { value: 2_918_115 },
      part('adult', 2_269_986),
      part('pupil', 529_664),
      part('university', 118_465),
      part('female', 1_451_036),
      part('age60plus', 591_732),
    ),
  ).toEqual([]);
});

test('Groups that do not add up to the printed total are a doubt and stop nothing', () => {
  expect(told({ value: 100 }, part('adult', 70), part('pupil', 20), part('university', 11))).toEqual([
    'doubt: x.csv 第 2 行 value“100”：分项之和与合计不符：70＋20＋11',
  ]);
});

test('A blank group is said when the others do not make up the total', () => {
  expect(told({ value: 100 }, part('adult', 70), part('pupil', 20), part('university', null))).toEqual([
    'doubt: x.csv 第 2 行 value“100”：分项之和与合计不符：70＋20，另有空白分项',
  ]);
  expect(told({ value: 90 }, part('adult', 70), part('pupil', 20), part('university', null))).toEqual([]);
});

test('Groups of which one is not in the report are not held against the total', () => {
  expect(told({ value: 100 }, part('adult', 70), part('pupil', 20))).toEqual([]);
  expect(told({ value: null }, part('adult', 70), part('pupil', 20), part('university', 11))).toEqual([]);
});

test('What rounding in print explains is no doubt', () => {
  // 73.53 = 46.90 + 26.63 万人 exactly, and 46.91 + 26.63 within 3 × 0.005.
  const groups = (active: string): Row[] => [
    { value: '73.53万人' },
    { category: 'active', value: active },
    { category: 'retired', value: '26.63万人' },
  ];
  expect(told(...groups('46.91万人'))).toEqual([]);
  expect(told(...groups('46.92万人'))).toHaveLength(1);
});

test('A part above its whole stops the run', () => {
  expect(told({ value: 100 }, part('female', 101))).toEqual([
    'error: x.csv 第 3 行 value“101”：分项“女性”大于合计 100人（x.csv#L2）',
  ]);
  expect(told({ value: 100 }, part('female', 100))).toEqual([]);
});

test('A pool whose pooled fund runs short may have more in the individual accounts than altogether', () => {
  // −3.60 = −6.70 + 3.10: the accounts' 3.10 is above the whole and right.
  const findings = told(
    { indicator: 'currentBalance', value: -360 },
    { indicator: 'currentBalance', category: 'pooled', value: -670 },
    { indicator: 'currentBalance', category: 'individualAccount', value: 310 },
  );
  expect(findings.filter((line) => !line.startsWith('note: '))).toEqual([]);
});

test('The same figure twice stops the run, another period or scheme does not', () => {
  expect(told({ value: 1 }, { value: 1 }, { value: 2, period: '2021' }, { value: 3, scheme: 'employee' })).toEqual([
    'error: x.csv 第 3 行 value“1”：与 x.csv#L2 重复（同一统筹区、险种、指标、分项、期间）',
  ]);
});

test.each([
  ['activeShare', 1.01, ['error: x.csv 第 2 行 value“1.01”：在职人员占比应在 0 与 1 之间（0%–100%）']],
  ['activeShare', -0.01, ['error: x.csv 第 2 行 value“-0.01”：在职人员占比应在 0 与 1 之间（0%–100%）']],
  ['activeShare', 0, []],
  ['activeShare', 1, []],
  ['enrolmentGrowth', 1.5, []],
  ['enrolment', -1, ['error: x.csv 第 2 行 value“-1”：参保人数不应小于 0']],
  ['payables', -1, ['error: x.csv 第 2 行 value“-1”：应付未付款不应小于 0']],
  ['monthlyExpenditure', -1, ['error: x.csv 第 2 行 value“-1”：月平均基金支出不应小于 0']],
  ['cumulativeBalance', -1, ['note: x.csv 第 2 行 value“-1”：期末累计结余印为负数：基金已经透支']],
])('%s of %d is checked against what it may be', (indicator, value, expected) => {
  expect(told({ indicator, value })).toEqual(expected);
});

test('A deficit contradicts nothing and is a note, told by what it is and where it stands', () => {
  // zhuzhou-2022 L326: 公务员 当期结余 -5116.19.
  const { facts } = madeUpReport('2022', {
    facts: [
      {
        scheme: 'civilServant',
        indicator: 'currentBalance',
        value: '-5116.19万元',
        source: 'zhuzhou-2022 L326 公务员',
      },
    ],
  });
  expect(checkFacts(facts, reference).map((found) => `${found.severity}: ${describeFinding(found)}`)).toEqual([
    'note: data/zhuzhou/2022/facts.csv 第 2 行 value“-5116.19”（全市 公务员医疗补助 当期结余 2022年，zhuzhou-2022 L326 公务员）：当期结余印为负数：当期收不抵支',
  ]);
});

test('A figure that is not known is out of no range', () => {
  expect(told({ indicator: 'activeShare', value: null }, { value: null })).toEqual([]);
});
