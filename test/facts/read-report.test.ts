import { expect, test } from 'vitest';
import { describeFinding } from '../../src/facts/finding.js';
import { readReference } from '../../src/facts/read-reference.js';
import { type Report, readReport } from '../../src/facts/read-report.js';
import { CORRECTIONS, FIGURES, lines, PUBLISHED, workspace } from '../fixtures/workspace.js';

const SOURCE = 'zhuzhou-2021Q1 L1';
const PREPAID = `攸  县,resident,prepaid,,,actual,,万元,${SOURCE}`;
const BALANCE = `攸  县,resident,cumulativeBalance,,,actual,"12,634.00",万元,${SOURCE}`;

function read(files: Record<string, string>): Report {
  const inPeriod = Object.entries(files).map(([name, text]) => [`zhuzhou/2021Q1/${name}`, text]);
  const root = workspace(Object.fromEntries(inPeriod));
  const reference = readReference(root);
  const [place] = reference.places;
  if (place === undefined) throw new RangeError('no place in the reference data');
  return readReport({ root, place, reference }, '2021Q1');
}

/** A balance sheet of two cells and the rows that correct it. */
function corrected(...corrections: string[]): Report {
  return read({
    'balance.csv': lines(FIGURES, BALANCE, PREPAID),
    'corrections.csv': lines(CORRECTIONS, ...corrections),
  });
}

const told = (report: Report): string[] => report.findings.map(describeFinding);
const states = (report: Report): string[] => report.facts.map(({ indicator, state }) => `${indicator}: ${state}`);
const CORRECTION = '攸县,resident,prepaid,,,actual,-,万元,zhuzhou-2021Q1 L434';

test('A correction takes the place of the row that it names and says why', () => {
  const report = corrected(`${CORRECTION},balance.csv L3,合计行印为“-”`);
  expect(told(report)).toEqual([]);
  expect(states(report)).toEqual(['cumulativeBalance: value', 'prepaid: none']);
  expect(report.corrections).toEqual([
    {
      kind: 'correction',
      corrects: 'data/zhuzhou/2021Q1/balance.csv#L3',
      ref: 'data/zhuzhou/2021Q1/corrections.csv#L2',
      printed: '-',
      reason: '合计行印为“-”',
      source: 'zhuzhou-2021Q1 L434',
    },
  ]);
});

test.each([
  ['without a reason', `${CORRECTION},balance.csv L3,`, 'reason“”：更正必须写明理由'],
  [
    'of another row',
    `${CORRECTION},balance.csv L2,误录`,
    'corrects“balance.csv L2”：与被更正的行不符，应为 balance.csv#L3',
  ],
  ['of no row', `${CORRECTION},,误录`, 'corrects“”：与被更正的行不符，应为 balance.csv#L3'],
  [
    'of a figure that was not reported',
    '攸县,resident,payables,,,actual,-,万元,x,balance.csv L4,误录',
    'corrects“balance.csv L4”：找不到被更正的行（统筹区、险种、指标、分项、期间都应相同）',
  ],
])('A correction %s stops the run and changes nothing', (_, row, expected) => {
  const report = corrected(row);
  expect(told(report)).toEqual([`data/zhuzhou/2021Q1/corrections.csv 第 2 行 ${expected}`]);
  expect(states(report)).toEqual(['cumulativeBalance: value', 'prepaid: unknown']);
  expect(report.corrections).toEqual([]);
});

test('A figure beyond what can be counted exactly is refused in every file of a report', () => {
  const large = '攸县,resident,cumulativeBalance,,,actual,90071992547409.92,元,x';
  const report = read({
    'balance.csv': lines(FIGURES, BALANCE),
    'corrections.csv': lines(CORRECTIONS, `${large},balance.csv L2,误录`),
    'other.csv': lines(FIGURES, large),
    'published.csv': lines(PUBLISHED, '攸县,resident,availableBalance,,,90071992547409.92,元,x,'),
    'restatements.csv': lines(`${FIGURES},restates,date,reason`, `${large},data/zhuzhou/2020/x.csv#L2,2021-04-13,调整`),
  });
  const rule = '第 2 行 value“90071992547409.92”：数太大，无法精确计算，请检查单位和位数';
  const files = ['corrections', 'other', 'published', 'restatements'];
  expect(told(report).sort()).toEqual(files.map((file) => `data/zhuzhou/2021Q1/${file}.csv ${rule}`));
});

test('A row is corrected once', () => {
  const report = corrected(
    `${CORRECTION},balance.csv L3,合计行印为“-”`,
    '攸县,resident,prepaid,,,actual,5.00,万元,zhuzhou-2021Q1 L434,balance.csv L3,另有预缴',
  );
  expect(told(report)).toEqual([
    'data/zhuzhou/2021Q1/corrections.csv 第 3 行 corrects“balance.csv L3”：这一行已由 data/zhuzhou/2021Q1/corrections.csv#L2 更正，不能更正两次',
  ]);
  expect(states(report)).toEqual(['cumulativeBalance: value', 'prepaid: none']);
});

test('All findings of all files of a report come at once, each with its file and line', () => {
  const report = read({
    'a.csv': lines(FIGURES, BALANCE.replace('攸  县', '攸洲'), PREPAID.replace('prepaid', 'prepayment')),
    'b.csv': 'region,scheme\n',
    'c.csv': '',
    'published.csv': lines(PUBLISHED, `攸县,resident,payableMonths,,,约1,月,${SOURCE},`),
  });
  expect(told(report)).toEqual([
    'data/zhuzhou/2021Q1/a.csv 第 2 行 region“攸洲”：不认识的统筹区，zhuzhou 的统筹区见 data/reference/regions.csv',
    'data/zhuzhou/2021Q1/a.csv 第 3 行 indicator“prepayment”：不认识的指标，可用的指标见 data/reference/indicators.csv',
    'data/zhuzhou/2021Q1/b.csv 第 1 行：缺少列 indicator',
    'data/zhuzhou/2021Q1/b.csv 第 1 行：缺少列 category',
    'data/zhuzhou/2021Q1/b.csv 第 1 行：缺少列 value',
    'data/zhuzhou/2021Q1/b.csv 第 1 行：缺少列 unit',
    'data/zhuzhou/2021Q1/b.csv 第 1 行：缺少列 source',
    'data/zhuzhou/2021Q1/c.csv：文件是空的，至少应有一行列名',
    'data/zhuzhou/2021Q1/published.csv 第 2 行 value“约1”：应为数字（月），空白表示未知，- 表示无',
  ]);
  expect(report.findings.every(({ severity }) => severity === 'error')).toBe(true);
});

test('The same figure in two files of a report is told with both places', () => {
  const report = read({
    'a.csv': lines(FIGURES, BALANCE),
    'b.csv': lines(FIGURES, '', BALANCE.replace('攸  县', '430223')),
  });
  expect(told(report)).toEqual([
    'data/zhuzhou/2021Q1/b.csv 第 3 行 value“12,634.00”（攸县 居民医保 期末累计结余 2021年一季度，zhuzhou-2021Q1 L1）：与 data/zhuzhou/2021Q1/a.csv#L2 重复（同一统筹区、险种、指标、分项、期间）',
  ]);
});

test('What a report derives is no input, and stays beside the facts with its explanation', () => {
  const report = read({
    'balance.csv': lines(FIGURES, BALANCE),
    'published.csv': lines(PUBLISHED, `攸县,resident,payableMonths,,,1,月,${SOURCE},"1.14，印为1"`),
  });
  expect(report.facts).toHaveLength(1);
  expect(report.published).toMatchObject([{ indicator: 'payableMonths', quantity: 1, explanation: '1.14，印为1' }]);
});

test('A period without a file of figures is told by its folder', () => {
  const report = read({
    'published.csv': lines(PUBLISHED, `攸县,resident,payableMonths,,,1,月,${SOURCE},`),
    'note.txt': '',
  });
  expect(told(report)).toEqual(['data/zhuzhou/2021Q1：文件夹里没有任何数据文件（*.csv）']);
});
