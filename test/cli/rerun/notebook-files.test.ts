import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readNotebooks } from '../../../src/cli/rerun/notebook-files.js';
import { openFund } from '../../../src/facts/fund.js';
import { PROJECT, temporaryFolder } from '../../fixtures/workspace.js';

const city = openFund('zhuzhou', '2023', PROJECT);

/** Why a notebook with these requirements cannot run on the targets of a year. */
function skipReason(...requires: string[][]): string | undefined {
  const root = temporaryFolder();
  mkdirSync(path.join(root, 'notebooks'));
  const notebook = { nbformat: 4, nbformat_minor: 5, metadata: { fundwatch: { requires } }, cells: [] };
  writeFileSync(path.join(root, 'notebooks/01-one.ipynb'), JSON.stringify(notebook));
  return readNotebooks({ ...city, root })[0]?.skipReason;
}

test('A notebook asks for an indicator, for one basis of it, or for any figure of a basis', () => {
  expect(skipReason(['eVoucherActivationRate'])).toBe('');
  expect(skipReason(['eVoucherActivationRate:target'])).toBe('');
  expect(skipReason(['*:target'])).toBe('');
  expect(skipReason(['income', '*:target'], ['keyGroupInsuredRate:actual'])).toBe('');
});

test('What is missing is named as people know it, with its basis', () => {
  expect(skipReason(['eVoucherActivationRate:actual'])).toBe('本期没有“医保电子凭证激活率执行数”的数据');
  expect(skipReason(['*:budget'], ['income', 'income:budget'])).toBe(
    '本期没有“预算数”，也没有“基金收入”或“基金收入预算数”的数据',
  );
});
