import { expect, test } from 'vitest';
import { storedLines } from '../../../src/cli/import/import-report.js';
import type { Examination } from '../../../src/intake/examine-workbook.js';
import type { WrittenPeriod } from '../../../src/intake/store/write-period.js';

const EXAMINATION = {
  place: { code: 'zhuzhou', name: '株洲市' },
  period: '2024Q1',
  findings: [],
} as unknown as Examination;

test('What was stored is told with the command that reruns it, which PowerShell takes too', () => {
  const written = { folder: 'data/zhuzhou/2024Q1', facts: 12, published: 3, restated: 2 } as WrittenPeriod;
  const outcome = { examination: EXAMINATION, accepted: [] };
  expect(storedLines(outcome, written, { isNewest: false, reason: '' })).toEqual([
    '重述 2 项存进 data/zhuzhou/2024Q1/restatements.csv，原来的数仍然保留',
    '已导入 12 个数到 data/zhuzhou/2024Q1，另有报表推算的数 3 个只作核对。',
    '下一步：npx fundwatch rerun --place zhuzhou --period 2024Q1（重算株洲市2024年一季度）',
  ]);
  expect(storedLines(outcome, { ...written, restated: 0 }, { isNewest: true, reason: '' })).toContain(
    '下一步：npm start（重算株洲市2024年一季度）',
  );
});
