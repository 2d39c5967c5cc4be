import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { OUTPATIENT_POOLING_FILE, readOutpatientPooling } from '../../src/facts/outpatient-pooling.js';
import { workspace } from '../fixtures/workspace.js';

test('A policy that cannot be used is refused with its line, its value and the rule, all at once', () => {
  const root = workspace({});
  const file = path.join(root, OUTPATIENT_POOLING_FILE);
  const text = readFileSync(file, 'utf8')
    .replace('二级,200,60', '二级,两百,160')
    .replace('三级,300,60,300,1500,2000,元', '三级,300,60,300,1500,2000,万元')
    .replace('2022-10,,zhuzhou-2022 L6 门诊共济保障机制的实施,\n', '2022-13,,,\n');
  writeFileSync(file, text);
  const message = (() => {
    try {
      readOutpatientPooling(root, 'zhuzhou');
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  })();
  expect(message.split('\n')).toHaveLength(5);
  for (const part of ['两百', '160', '万元', '2022-13', '没有写来源']) expect(message).toContain(part);
  expect(message).toContain('第 3 行');
});

test('An amount that cannot be counted in whole fen is refused', () => {
  const root = workspace({});
  const file = path.join(root, OUTPATIENT_POOLING_FILE);
  writeFileSync(file, readFileSync(file, 'utf8').replace('二级,200,', '二级,90071992547409.92,'));
  expect(() => readOutpatientPooling(root, 'zhuzhou')).toThrow('“90071992547409.92”：数太大，无法精确计算，请检查位数');
});

test('A place without a policy of its own is refused, not judged by another’s', () => {
  expect(() => readOutpatientPooling(workspace({}), 'changning')).toThrow('没有地区“changning”的门诊统筹支付标准');
});
