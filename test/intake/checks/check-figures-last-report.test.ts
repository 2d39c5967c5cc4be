import { expect, test } from 'vitest';
import { readReport } from '../../../src/facts/read-report.js';
import { checkFigures } from '../../../src/intake/checks/check-figures.js';
import type { CheckContext } from '../../../src/intake/checks/figure-index.js';
import type { IntakeFigure } from '../../../src/intake/intake-figure.js';
import type { IntakeFinding } from '../../../src/intake/intake-finding.js';
import { checkContext, REFERENCE, tableOf } from '../../fixtures/checked-figures.js';
import { PROJECT } from '../../fixtures/workspace.js';

// Every figure below is made up, but for those of the two reports at the end.

const check = (figures: IntakeFigure[], context: Partial<CheckContext> = {}): IntakeFinding[] =>
  checkFigures(figures, checkContext(context));
const saysOf = (findings: readonly IntakeFinding[]): string[] =>
  findings.map(
    ({ severity, cell, message, hint }) => `${severity} ${cell} ${message}${hint === '' ? '' : ` | ${hint}`}`,
  );

const pools = (
  values: readonly [string, string][],
  period = '2023Q1',
  columns = ['cumulativeBalance'],
): IntakeFigure[] => tableOf({ columns, rows: [...values], period });

test('元 in a column of 万元 is 10,000 times the last report; the whole column is told once', () => {
  const previous = pools(
    [
      ['攸县', '1,234.50'],
      ['醴陵市', '2,345.60'],
      ['茶陵县', '3,456.70'],
    ],
    '2022',
  );
  const one = check(
    pools([
      ['攸县', '13,579,500'],
      ['醴陵市', '2,400.60'],
      ['茶陵县', '3,500.70'],
    ]),
    { previous },
  );
  expect(saysOf(one)).toEqual([
    'doubt B5 攸县居民医保期末累计结余约为上期（2022）1,234.50 万元的 11,000 倍 | 可能把元填成了万元',
  ]);
  const all = check(
    pools([
      ['攸县', '13,579,500'],
      ['醴陵市', '24,006,000'],
      ['茶陵县', '35,007,000'],
    ]),
    { previous },
  );
  expect(all.map(({ cell, hint }) => [cell, hint])).toEqual([['B5:B7', '可能把元填成了万元']]);
});

test('A first quarter is compared with a fourth of the year before, so that income by three twelfths raises nothing', () => {
  const of = (value: string): string[] => {
    const previous = tableOf({ columns: ['income'], rows: [['全市', '40,000.00']], period: '2022' });
    return saysOf(check(tableOf({ columns: ['income'], rows: [['全市', value]] }), { previous }));
  };
  expect(of('4,100.00')).toEqual([]);
  // 40,000 ÷ 4 = 10,000; 1,010 is a tenth of it.
  expect(of('1,010.00')).toEqual([
    'doubt B5 全市居民医保基金收入约为上期（2022）40,000.00 万元（按已过的季度折算）的 1/9.9 | 可能小数点错了 1 位，或少写了 1 位',
  ]);
});

test('Figures left from the last report are told, a column of them once, round and short ones not', () => {
  const previous = pools(
    [
      ['攸县', '1,234.50'],
      ['醴陵市', '2,345.60'],
      ['茶陵县', '900.00'],
    ],
    '2022',
  );
  expect(
    saysOf(
      check(
        pools([
          ['攸县', '1,234.50'],
          ['醴陵市', '2,400.60'],
          ['茶陵县', '900.00'],
        ]),
        { previous },
      ),
    ),
  ).toEqual(['doubt B5 攸县居民医保期末累计结余与上期（2022）一位不差，上期见 表!B5 | 可能还是上期的数，没有改']);
  const all = check(
    pools([
      ['攸县', '1,234.50'],
      ['醴陵市', '2,345.60'],
      ['茶陵县', '900.00'],
    ]),
    { previous },
  );
  expect(saysOf(all)).toEqual([
    'doubt B5:B7 整列期末累计结余（3 个数）与上期（2022）一位不差，上期见 表!B5 | 可能还是上期的数，没有改',
  ]);
});

test('A budget may stay the same from quarter to quarter', () => {
  const of = (period: string): IntakeFigure[] =>
    tableOf({ columns: ['income@budget'], rows: [['全市', '98,765.43']], period });
  expect(check(of('2023Q1'), { previous: of('2022') })).toEqual([]);
});

test('A flow of the year to date does not fall from quarter to quarter', () => {
  const columns = ['income', 'currentBalance'];
  const yearToDateBefore = tableOf({ columns, rows: [['全市', '100.00', '50.00']], period: '2023Q1' });
  const figures = tableOf({ columns, rows: [['全市', '90.00', '20.00']], period: '2023Q2' });
  expect(saysOf(check(figures, { period: '2023Q2', yearToDateBefore }))).toEqual([
    'doubt B5 全市居民医保基金收入是年初以来的累计数，不应小于 2023Q1 的 100.00 万元（表!B5） | 可能填成了本季度当季数',
  ]);
});

test('A region that reported last time is missed, blank or without a row; 城区 stands for its districts', () => {
  const previous = pools(
    [
      ['攸县', '1.00'],
      ['醴陵市', '2.00'],
      ['荷塘区', '3.00'],
      ['天元区', '4.00'],
    ],
    '2022',
  );
  const now = pools([
    ['攸县', ''],
    ['城区', '8.00'],
  ]);
  expect(saysOf(check(now, { previous }))).toEqual([
    'doubt B5 攸县居民医保上期（2022）报了期末累计结余，本期其他统筹区有、这里空白',
    'doubt B5:B6 醴陵市居民医保上期（2022）报了期末累计结余，本期其他统筹区有、这里没有这一行或没有填',
  ]);
});

/** The input figures of a report, each file a sheet and a table. */
function reportOf(period: string): IntakeFigure[] {
  const [place] = REFERENCE.places;
  if (place === undefined) throw new TypeError('no place');
  const { facts } = readReport({ root: PROJECT, place, reference: REFERENCE }, period);
  const sheets = [...new Set(facts.map(({ ref }) => ref.split('#')[0] ?? ''))];
  return facts.map((fact) => {
    const [sheet = '', line = ''] = fact.ref.split('#L');
    const isTotal = fact.region === place.wholeRegion;
    return { ...fact, sheet, cell: `B${line}`, role: 'fact', table: sheets.indexOf(sheet) + 1, isTotal, formula: '' };
  });
}

test('The real report of 2022 after that of 2021Q1: only the four blank pools of the employee table are missed', () => {
  const findings = check(reportOf('2022'), { period: '2022', previous: reportOf('2021Q1') }).filter(
    ({ severity }) => severity !== 'note',
  );
  expect(findings.map(({ rule, message }) => [rule, message.slice(0, 3)])).toEqual([
    ['missingRegion', '茶陵县'],
    ['missingRegion', '攸县职'],
    ['missingRegion', '渌口区'],
    ['missingRegion', '炎陵县'],
  ]);
});
