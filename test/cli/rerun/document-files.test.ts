import { expect, test } from 'vitest';
import { documentFiles } from '../../../src/cli/rerun/document-files.js';
import { lines, workspace } from '../../fixtures/workspace.js';
import { SITE } from '../../publish/pages/page-sample.js';

const document = (file: string) => ({
  id: 'made-up',
  title: '人造报表',
  issuer: '',
  date: '',
  note: '',
  file: `data/${file}`,
});

test('A text has a page of lines and no copy', async () => {
  const root = workspace({ 'a/report.txt': lines('攸县', '12,634.00') });
  const { page, copy } = await documentFiles(root, document('a/report.txt'), SITE);
  expect(page).toContain('<div class="line" id="L2">');
  expect(copy).toBeUndefined();
});

test('A workbook has a page of cells and a copy of its bytes', async () => {
  const root = workspace({ 'a/source/workbook.csv': lines('统筹区,期末累计结余', '攸县,"12,634.00"') });
  const { page, copy } = await documentFiles(root, document('a/source/workbook.csv'), SITE);
  expect(page).toContain('<td id="workbook!B2"');
  expect(copy?.name).toBe('made-up.csv');
  expect(Buffer.from(copy?.bytes ?? []).toString()).toContain('"12,634.00"');
});

test('A workbook that cannot be read any more is offered all the same, with the reason', async () => {
  const root = workspace({ 'a/source/workbook.xlsx': 'PK\u0003\u0004 cut short' });
  const { page, copy } = await documentFiles(root, document('a/source/workbook.xlsx'), SITE);
  expect(page).toContain('工作簿不能在本页显示：');
  expect(page).toContain('href="made-up.xlsx" download');
  expect(copy?.name).toBe('made-up.xlsx');
});
