import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readReference } from '../../../src/facts/read-reference.js';
import { BOUNDS_FILE, openBounds } from '../../../src/subjects/findings/bounds.js';
import { lines, PROJECT, workspace } from '../../fixtures/workspace.js';

const HEAD = 'bound,figure,limit,limitScheme,limitPeriod,times,members,words,validFrom,validTo,source';

function boundsOf(row: string, period = '2022') {
  const root = workspace({});
  writeFileSync(path.join(root, BOUNDS_FILE), lines(HEAD, row));
  return openBounds({ root, period, reference: readReference(root) });
}

test('Every bound of the project says what it bounds, why, and where that is said', () => {
  const bounds = openBounds({ root: PROJECT, period: '2022', reference: readReference(PROJECT) });
  expect(bounds.length).toBeGreaterThan(10);
  expect(bounds.find(({ figure }) => figure === 'allianceDrugSavings')).toMatchObject({
    limit: 'drugSavings',
    times: 10,
    members: 'drugAllianceCities',
    takesLatest: false,
  });
});

test('A bound holds from the period that it names to the one that ends it', () => {
  const dated = 'a,enrolment,population,basic,latest,1,,不应多于人口,2021,2022,zhuzhou-2021Q1 L4';
  expect(['2020', '2021', '2022', '2023'].map((period) => boundsOf(dated, period).length)).toEqual([0, 1, 1, 0]);
});

test('What is wrong with a bound is told by its cell', () => {
  expect(() => boundsOf('a,insured,population,all,soon,0,cities,,20,later,')).toThrow(
    [
      'figure“insured”：不是 indicators.csv 里的指标',
      'limitScheme“all”：不认识的险种，空白表示同一险种',
      'limitPeriod“soon”：应为空白（同一期间）或 latest',
      'times“0”：应为大于 0 的数字',
      'members“cities”：不是 indicators.csv 里的指标，空白表示不乘',
      'words“”：没有写理由',
      'validFrom“20”：期间无法识别，空白表示不限',
      'validTo“later”：期间无法识别，空白表示不限',
      'source“”：没有写来源，应写明文件和位置',
    ]
      .map((fault) => `${BOUNDS_FILE} 第 2 行 ${fault}`)
      .join('\n'),
  );
});
