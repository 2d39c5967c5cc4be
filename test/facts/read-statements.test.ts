import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { describeFinding } from '../../src/facts/finding.js';
import { openFund } from '../../src/facts/fund.js';
import { readReference } from '../../src/facts/read-reference.js';
import { readStatements } from '../../src/facts/read-statements.js';
import { lines, PROJECT, workspace } from '../fixtures/workspace.js';

const HEAD = 'region,scheme,indicator,low,high,quote,source';
const FILE = 'data/zhuzhou/2022/statements.csv';

function read(...rows: string[]) {
  const root = workspace({ 'zhuzhou/2022/statements.csv': lines(HEAD, ...rows) });
  const reference = readReference(root);
  return readStatements({ root, reference, place: 'zhuzhou', reported: '2022', file: FILE });
}

const told = (...rows: string[]): string[] => read(...rows).findings.map(describeFinding);

test('A sentence names a region by any of its names, none at all, or all others', () => {
  const { statements, findings } = read(
    '茶陵,resident,payableMonths,,3,低于3个月,zhuzhou-2022 L347',
    ',resident,payableMonths,3,9,没有,zhuzhou-2022 L204',
    '其他,resident,payableMonths,9,,其他县市,zhuzhou-2022 L204',
  );
  expect(findings).toEqual([]);
  expect(statements.map(({ about, regionName, low, high }) => [about, regionName, low, high])).toEqual([
    ['region', '茶陵县', null, 3],
    ['none', '', 3, 9],
    ['others', '', 9, null],
  ]);
  expect(statements[0]).toMatchObject({ region: '430224', quote: '低于3个月', ref: `${FILE}#L2` });
});

test.each([
  [
    '某县,resident,payableMonths,,3,低于,x L1',
    'region“某县”：不认识的统筹区，zhuzhou 的统筹区见 data/reference/regions.csv；原文称“没有”的留空，称其余各地的写“其他”',
  ],
  ['攸县,农合,payableMonths,,3,低于,x L1', 'scheme“农合”：不认识的险种，应为 employee、'],
  ['攸县,resident,months,,3,低于,x L1', 'indicator“months”：不认识的指标，可用的指标见 data/reference/indicators.csv'],
  ['攸县,resident,availableBalance,,3,低于,x L1', 'indicator“availableBalance”：实际结余不是月数或个数'],
  ['攸县,resident,payableMonths,,三,低于,x L1', 'high“三”：应为数字（月或个），空白表示不设界线'],
  ['攸县,resident,payableMonths,,,低于,x L1', 'low“”：至少写明一条界线'],
  ['攸县,resident,payableMonths,9,3,低于,x L1', 'low“9”：下限不应高于上限'],
  ['攸县,resident,payableMonths,,3,,x L1', 'quote“”：应照录原文并写明文件和位置'],
  ['攸县,resident,payableMonths,,3,低于,', 'source“”：应照录原文并写明文件和位置'],
])('A row that cannot be is told with file, line, value and rule, and says nothing: %s', (row, rule) => {
  expect(told(row)[0]).toContain(`${FILE} 第 2 行 ${rule}`);
  expect(read(row).statements).toEqual([]);
});

test.each(['2022', '2021Q1'])('Every sentence of %s stands word by word on the line that it names', (period) => {
  const document = readFileSync(path.join(PROJECT, `data/zhuzhou/${period}/source/report.txt`), 'utf8').split('\n');
  const { statements } = openFund('zhuzhou', period, PROJECT);
  expect(statements.length).toBeGreaterThan(4);
  for (const { quote, source } of statements) {
    const line = Number(/^\S+ L(\d+) /.exec(source)?.[1]);
    expect(document[line - 1], source).toContain(quote);
  }
});

test('A report without the file says nothing', () => {
  expect(openFund('changning', '2023', PROJECT).statements).toEqual([]);
});
