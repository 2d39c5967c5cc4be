import { expect, test } from 'vitest';
import { describeFinding, type Finding, failInRow, rowOf } from '../../src/facts/finding.js';

test('A reference leads to the file and the line of its row', () => {
  expect(rowOf('data/zhuzhou/2022/x.csv#L41')).toEqual({ file: 'data/zhuzhou/2022/x.csv', line: 41 });
  expect(rowOf('data/zhuzhou/2022/x.csv')).toEqual({ file: 'data/zhuzhou/2022/x.csv', line: 0 });
});

test('What is wrong with a row is told by its cells, each with the value that stands there', () => {
  const findings: Finding[] = [];
  const cells: Record<string, string> = { value: 'n/a', unit: '万元' };
  const fail = failInRow(findings, rowOf('data/zhuzhou/2022/x.csv#L41'), (column) => cells[column]);
  fail('value', '应为数字（万元）');
  fail('source', '没有写来源，应写明文件和位置');
  expect(findings.map(describeFinding)).toEqual([
    'data/zhuzhou/2022/x.csv 第 41 行 value“n/a”：应为数字（万元）',
    'data/zhuzhou/2022/x.csv 第 41 行 source“”：没有写来源，应写明文件和位置',
  ]);
  expect(findings.every(({ severity }) => severity === 'error')).toBe(true);
});
