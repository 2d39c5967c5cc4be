import { expect, test } from 'vitest';
import { describeFinding } from '../../src/facts/finding.js';
import { readReference } from '../../src/facts/read-reference.js';
import { resolveRow } from '../../src/facts/resolve-row.js';
import { PROJECT } from '../fixtures/workspace.js';

/** In the order in which reports treat them. */
const SCHEMES =
  'employee、resident、basic、largeAmount、civilServant、retiredCadre、assistance、restructured、department';

const reference = readReference(PROJECT);
const ROW = {
  region: '攸  县',
  scheme: 'resident',
  indicator: 'cumulativeBalance',
  category: '',
  period: '',
  basis: '',
  value: '12,634.00',
  unit: '万元',
  source: 'zhuzhou-2021Q1 L296',
};
const context = { reference, place: 'zhuzhou', reported: '2021Q1', file: 'x.csv' };

function resolve(own: Partial<typeof ROW>) {
  return resolveRow({ line: 7, cells: { ...ROW, ...own } }, context);
}

/** What the analyst is told of a row. */
function told(own: Partial<typeof ROW>): string[] {
  return resolve(own).findings.map(describeFinding);
}

test('A printed figure keeps its text and becomes whole fen with its place', () => {
  expect(resolve({})).toEqual({
    findings: [],
    fact: {
      region: '430223',
      regionName: '攸县',
      scheme: 'resident',
      indicator: 'cumulativeBalance',
      category: '',
      categoryName: '',
      basis: 'actual',
      period: '2021Q1',
      reported: '2021Q1',
      printed: '12,634.00',
      unit: '万元',
      state: 'value',
      quantity: 12_634_000_000,
      halfUnit: 5_000,
      source: 'zhuzhou-2021Q1 L296',
      ref: 'x.csv#L7',
    },
  });
});

test.each([
  ['blank', '', { state: 'unknown', quantity: null, halfUnit: null }],
  ['a dash', '-', { state: 'none', quantity: 0, halfUnit: 0 }],
  ['zero', '0', { state: 'value', quantity: 0, halfUnit: 500_000 }],
  ['full width', '１４６６', { state: 'value', quantity: 1_466_000_000 }],
  ['overdrawn', '－0.01', { state: 'value', quantity: -10_000 }],
])('A cell that is %s is kept as what it is', (_, value, expected) => {
  expect(resolve({ value }).fact).toMatchObject(expected);
});

test.each([
  ['monthlyExpenditure', '', '1.42', '亿元/月', 14_200_000_000, 50_000_000],
  ['cumulativeBalance', '', '0.07', '元', 7, 0],
  ['enrolment', '', '73.53', '万人', 735_300, 50],
  ['enrolment', 'retired', '735,294', '人', 735_294, 0],
  ['activeShare', '', '0.60477965053631155', '比例', 0.60477965053631155, 5e-18],
  ['retiredShare', '', '36.21', '%', 0.3621, 0.00005],
  ['payableMonths', '', '19', '月', 19, 0.5],
])('%s%s of %s %s is %d in the base unit, give or take %d', (indicator, category, value, unit, quantity, half) => {
  const { fact } = resolve({ scheme: 'employee', indicator, category, value, unit });
  expect(fact?.quantity).toBe(quantity);
  expect(fact?.halfUnit).toBeCloseTo(half, 19);
});

test.each([
  ['region', '攸洲', '不认识的统筹区，zhuzhou 的统筹区见 data/reference/regions.csv'],
  ['region', '', '不认识的统筹区，zhuzhou 的统筹区见 data/reference/regions.csv'],
  ['region', '__proto__', '不认识的统筹区，zhuzhou 的统筹区见 data/reference/regions.csv'],
  ['scheme', '职工', `不认识的险种，应为 ${SCHEMES}`],
  ['scheme', 'constructor', `不认识的险种，应为 ${SCHEMES}`],
  ['indicator', '__proto__', '不认识的指标，可用的指标见 data/reference/indicators.csv'],
  ['category', 'retired', '期末累计结余没有这个分项，见 data/reference/categories.csv'],
  ['period', '2021年', '期间无法识别，应为四位年份（如 2022）或年份加季度（如 2021Q1）'],
  ['basis', 'forecast', '不认识的口径，应为 actual、budget、target'],
  ['source', '', '没有写来源，应写明文件和位置'],
  ['value', '1,46', '应为数字（万元），空白表示未知，- 表示无'],
  ['value', '约19', '应为数字（万元），空白表示未知，- 表示无'],
  ['value', '12.5%', '应为数字（万元），空白表示未知，- 表示无'],
  ['value', '1e400', '数太大，无法精确计算，请检查单位和位数'],
  ['value', '9007199254.740993', '数太大，无法精确计算，请检查单位和位数'],
  ['value', '0.0000001', '换算后不是整数（分），请检查小数位'],
])('A row whose %s is “%s” is refused by the rule', (column, value, rule) => {
  expect(told({ [column]: value })).toEqual([`x.csv 第 7 行 ${column}“${value}”：${rule}`]);
});

test.each([
  ['enrolment', '28.5', '人', '换算后不是整数（人或个），请检查小数位'],
  ['enrolment', '0.00001', '万人', '换算后不是整数（人或个），请检查小数位'],
  ['poolCount', '5.5', '个', '换算后不是整数（人或个），请检查小数位'],
  ['cumulativeBalance', '0.001', '元', '换算后不是整数（分），请检查小数位'],
])('%s of %s %s would split what cannot be split', (indicator, value, unit, rule) => {
  expect(told({ indicator, value, unit })).toEqual([`x.csv 第 7 行 value“${value}”：${rule}`]);
});

test.each([
  ['cumulativeBalance', '70,368,744,177,664.90', '元', 7_036_874_417_766_490, 0],
  ['cumulativeBalance', '90071992547409.91', '元', Number.MAX_SAFE_INTEGER, 0],
  ['cumulativeBalance', '-9007199254.740991', '万元', -Number.MAX_SAFE_INTEGER, 0],
  ['cumulativeBalance', '900719.925474099', '亿元', 9_007_199_254_740_990, 5],
  ['cumulativeBalance', '900719.9254740991', '亿元', Number.MAX_SAFE_INTEGER, 0],
  ['enrolment', '900719925474.0991', '万人', Number.MAX_SAFE_INTEGER, 0],
  ['enrolment', '900719925474.099', '万人', 9_007_199_254_740_990, 5],
])(
  '%s of %s %s is kept to the last fen or person: %d, give or take %d',
  (indicator, value, unit, quantity, halfUnit) => {
    expect(resolve({ indicator, value, unit }).fact).toMatchObject({ quantity, halfUnit });
  },
);

test.each([
  ['cumulativeBalance', '90071992547409.92', '元', '数太大，无法精确计算，请检查单位和位数'],
  ['cumulativeBalance', '70368744177664.90', '万元', '数太大，无法精确计算，请检查单位和位数'],
  ['cumulativeBalance', '274877906944.7670', '万元', '数太大，无法精确计算，请检查单位和位数'],
  ['cumulativeBalance', '274877906944.7670', '元', '换算后不是整数（分），请检查小数位'],
  ['enrolment', '9007199254740992', '人', '数太大，无法精确计算，请检查单位和位数'],
  // A product of twenty digits would be a whole number: the last digit is the 24th.
  ['cumulativeBalance', '70368744177664.9000000001', '元', '换算后不是整数（分），请检查小数位'],
  ['cumulativeBalance', '900719.92547409910000000001', '亿元', '数太大，无法精确计算，请检查单位和位数'],
  ['enrolment', '12345678.00000000000000001', '万人', '换算后不是整数（人或个），请检查小数位'],
])('%s of %s %s has digits that would be lost, and is refused', (indicator, value, unit, rule) => {
  expect(told({ indicator, value, unit })).toEqual([`x.csv 第 7 行 value“${value}”：${rule}`]);
});

test('A figure in the unit of another kind is refused with the kind it needs', () => {
  expect(told({ unit: '万元/月' })).toEqual(['x.csv 第 7 行 unit“万元/月”：期末累计结余应以金额为单位']);
  expect(told({ indicator: 'monthlyExpenditure', unit: '万元' })).toEqual([
    'x.csv 第 7 行 unit“万元”：月平均基金支出应以每月金额为单位',
  ]);
  expect(told({ unit: '万' })).toEqual(['x.csv 第 7 行 unit“万”：不认识的单位，可用：元、千元、万元、百万元、亿元']);
});

test('All that is wrong with a row is told at once', () => {
  const findings = told({ region: '', scheme: '', indicator: '', value: 'n/a', unit: '', source: '', period: '21' });
  expect(findings.map((text) => /行 (\w+)/.exec(text)?.[1])).toEqual([
    'region',
    'scheme',
    'indicator',
    'period',
    'source',
    'unit',
    'value',
  ]);
});
