import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readReference } from '../../src/facts/read-reference.js';
import { PROJECT, workspace } from '../fixtures/workspace.js';

/** A workspace in which one text of one reference file is replaced. */
function changed(file: string, from: string, to: string): string {
  const text = readFileSync(path.join(PROJECT, 'data/reference', file), 'utf8');
  expect(text).toContain(from);
  return workspace({ [`reference/${file}`]: text.replace(from, to) });
}

test.each([
  ['places.csv', ',430200,yes', ',全市,yes', 'zhuzhou wholeRegion的“全市”：不是 regions.csv 里本地区的统筹区代码'],
  ['regions.csv', ';430211;', ';430299;', '430200-urban members的“430299”：不是本地区的统筹区代码'],
  [
    'indicators.csv',
    '参保人数,person',
    '参保人数,people',
    'enrolment unitKind的“people”：应为 amount、amountPerMonth、amountPerPerson、person、visit、count、ratio、month',
  ],
  ['indicators.csv', 'person,stock', 'person,level', 'enrolment kind的“level”：应为 stock、flow、derived'],
  [
    'categories.csv',
    'enrolment,active',
    'enrollment,active',
    'active indicator的“enrollment”：不是 indicators.csv 里的指标',
  ],
  ['units.csv', '元,amount,100,', '元,amount,一百,', '元 factor的“一百”：应为大于 0 的数字'],
])('%s that says “%s” wrong stops with the value and the rule', (file, from, to, expected) => {
  const message = `data/reference/${file} ${expected}`;
  expect(() => readReference(changed(file, from, to))).toThrow(
    expect.objectContaining({ name: 'InputError', message }),
  );
});

test('Every source that the figures cite is a document that stands in the list', () => {
  const { documents } = readReference(PROJECT);
  expect(documents.map(({ id, file }) => [id, file])).toEqual([
    ['zhuzhou-2022', 'data/zhuzhou/2022/source/report.txt'],
    ['zhuzhou-2021Q1', 'data/zhuzhou/2021Q1/source/report.txt'],
    ['changning-2023', 'data/changning/2023/source/report.txt'],
    ['bazhou-undated', 'data/bazhou/undated/source/report.txt'],
    ['zhuzhou-2023', 'data/zhuzhou/2023/source/report.txt'],
  ]);
});
