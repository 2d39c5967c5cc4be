import type { Indicator } from '../../../src/domain/indicator.js';
import type { Fact } from '../../../src/facts/fact.js';
import type { RunRecord } from '../../../src/notebook/run-record.js';
import type { PageSite } from '../../../src/publish/pages/page-frame.js';
import type { FactSheet } from '../../../src/show/fact-links.js';
import type { TableView } from '../../../src/show/tables/table-view.js';
import type { Band } from '../../../src/subjects/months/rule.js';
import { factOf } from '../../fixtures/fund-of.js';

/** Text that would run if a page took it for HTML. */
export const HOSTILE = '<img src=x onerror=alert(1)>';
export const HOSTILE_SCRIPT = '</script><script>alert(1)</script>';

export const SITE: PageSite = { placeName: '株洲市', periodLabel: '2021年一季度' };

const indicator = (code: string, name: string): Indicator => ({
  code,
  name,
  unitKind: 'amount',
  kind: 'stock',
  mayBeNegative: false,
});

/** A fact of 攸县's resident fund as the report of 2021 Q1 prints it on line 296 and after. */
export function sampleFact(line: number, indicator: string, value: string): Fact {
  const source = `zhuzhou-2021Q1 L${294 + line} 城乡居民累计结余分析表 攸县`;
  const ref = `data/zhuzhou/2021Q1/resident-balance.csv#L${line}`;
  return factOf({ region: '攸县', scheme: 'resident', indicator, value, source, ref }, '2021Q1');
}

export const SHEET: FactSheet = {
  facts: [
    sampleFact(2, 'cumulativeBalance', '12,634.00万元'),
    sampleFact(3, 'payables', '5,899.03万元'),
    sampleFact(4, 'prepaid', '-'),
    sampleFact(5, 'monthlyExpenditure', ''),
  ],
  published: [
    {
      ...sampleFact(40, 'cumulativeBalance', '2110.00万元'),
      ref: 'data/zhuzhou/2021Q1/published.csv#L40',
      explanation: '4556.90 − 766.00 ＝ 3790.90，报告印为 2110.00。',
    },
  ],
  corrections: [],
  restatements: [],
  restated: [],
  accepted: [],
  statements: [],
  workbook: '',
  indicators: [indicator('cumulativeBalance', '期末累计结余'), indicator('payables', '应付未付款')],
  documents: [
    {
      id: 'zhuzhou-2021Q1',
      title: '株洲市2021年1季度基本医疗基金财务报表分析报告',
      issuer: '株洲市医疗保障事务中心',
      date: '2022年4月13日',
      file: 'data/zhuzhou/2021Q1/source/report.txt',
      note: '',
    },
  ],
};

/** Three graded pools, not in the order of their grades. */
export const GRADES: TableView = {
  name: 'region-warnings',
  title: '各统筹区定级',
  columns: [
    { key: 'region', label: '统筹区', kind: 'text' },
    { key: 'payableMonths', label: '可支付月数', kind: 'months', sources: 'refs' },
    { key: 'grade', label: '等级', kind: 'grade' },
  ],
  rows: [
    pool('炎陵县', 'employee', '职工医保', 41.43, '充足', 3),
    {
      ...pool('攸县', 'resident', '居民医保', 1.1433, '预警', 1),
      refs: [2, 3].map((line) => `data/zhuzhou/2021Q1/resident-balance.csv#L${line}`).join(';'),
    },
    pool('攸县', 'employee', '职工医保', 1.6289, '预警', 1),
  ],
  notes: ['按未取整的月数定级。'],
};

function pool(
  region: string,
  scheme: string,
  schemeName: string,
  payableMonths: number,
  gradeName: string,
  severity: number,
) {
  return {
    region,
    scheme,
    schemeName,
    payableMonths,
    gradeName,
    severity,
    reason: `${region}${schemeName}的理由`,
    grade: ['warning', 'watch', 'high'][severity - 1] ?? '',
  };
}

const open = { lower: null, lowerInclusive: false, upper: null, upperInclusive: false };

/** A rule of three grades, in the order of months. */
export const BANDS: Band[] = [
  { grade: 'warning', gradeName: '预警', severity: 1, ...open, upper: 3 },
  { grade: 'watch', gradeName: '关注', severity: 2, ...open, lower: 3, upper: 9 },
  { grade: 'high', gradeName: '充足', severity: 3, ...open, lower: 9 },
];

export const RUN: RunRecord = {
  parameters: { place: 'zhuzhou', period: '2021Q1' },
  placeName: '株洲市',
  periodLabel: '2021年一季度',
  rule: '株洲市报告惯例',
  startedAt: '2026-01-10T08:00:00.000Z',
  durationMs: 9321,
  status: 'done',
  grades: [
    { gradeName: '预警', severity: 1, pools: 2 },
    { gradeName: '充足', severity: 3, pools: 1 },
  ],
  versions: { node: 'v20.19.5' },
  inputs: { 'data/reference/rules.csv': '9f86d081' },
  notebooks: [
    { name: '04-region-warnings', title: '统筹区预警', status: 'done', durationMs: 2810, reason: '' },
    { name: '02-enrolment-trend', title: '参保趋势', status: 'skipped', durationMs: 0, reason: '缺少参保人数' },
  ],
  exports: [{ file: 'tables/region-warnings.csv', title: '各统筹区定级', bytes: 2049 }],
};
