import { expect, test } from 'vitest';
import { readOutpatientPooling } from '../../../src/facts/outpatient-pooling.js';
import { outpatientPolicyTable, outpatientVisitTable } from '../../../src/subjects/outpatient/outpatient-tables.js';
import { expectReadable, readTable as read } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

const policy = outpatientPolicyTable(readOutpatientPooling(PROJECT, 'zhuzhou'));

test('The table shows nothing but figures, words and 未知', () => {
  for (const view of [policy]) expectReadable(view);
});

test('The outpatient policy reads in yuan, as people know it', () => {
  expect(read(policy)[1]).toContain('二级 | 200 | 60.00% | 300 | 1,500 | 2,000 | 2022-10');
});

test('A first visit of the year, worked by hand for every level', () => {
  // 70 % of 400; 60 % of 400 − 200; 60 % of 400 − 300; and 60 % of 3700 − 300 is 2040, cut at 1500 and 2000.
  expect(read(outpatientVisitTable(readOutpatientPooling(PROJECT, 'zhuzhou'), [400, 3700]))).toEqual([
    '一级及基层 | 400 | 280 | 280',
    '一级及基层 | 3,700 | 1,500 | 2,000',
    '二级 | 400 | 120 | 120',
    '二级 | 3,700 | 1,500 | 2,000',
    '三级 | 400 | 60 | 60',
    '三级 | 3,700 | 1,500 | 2,000',
  ]);
});
