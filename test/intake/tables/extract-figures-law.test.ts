import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statedIn } from '../../../src/intake/tables/stated-in.js';
import { unaccounted } from '../../../src/intake/tables/taken.js';
import type { Sheet } from '../../../src/intake/workbook/workbook.js';
import { extract, REFERENCE } from '../../fixtures/extraction.js';
import { sheetOf, workbookOf } from '../../fixtures/sheet.js';
import { budgetExecution, distribution, employeeBalances, otherFunds } from '../../fixtures/statements.js';

/** Words that tables are made of, figures, and what should never be there. */
const TEXTS = fc.oneof(
  fc.constantFrom('统筹区', '险种', '期末累计结余', '小计', '合计', '上期（2022）', '上年同期', '执行率', '其中：在职'),
  fc.constantFrom(
    '攸县',
    '株洲县',
    '居民医保',
    '职工医保',
    '万元',
    '人',
    '（单位：元）',
    '2023年1季度收支表',
    '指标',
    '数值',
  ),
  fc.constantFrom('1', '2', '1,466.00', '-', '12.5%', '1,46', '=A1', '128.5714285714', '__proto__', '。', '（', '期间'),
  fc.string({ maxLength: 6 }),
);
const SHEETS = [employeeBalances(), budgetExecution(), otherFunds(), distribution()];

/** A statement with a few cells overwritten, or a sheet of nothing but such words. */
const SOILED: fc.Arbitrary<Sheet> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...SHEETS), fc.array(fc.tuple(fc.nat(), TEXTS), { maxLength: 6 }))
    .map(([sheet, changes]) => {
      const cells = sheet.cells.map((cell) => ({ ...cell }));
      for (const [at, text] of changes) {
        const cell = cells[at % cells.length];
        if (cell !== undefined && text !== '') Object.assign(cell, { text, kind: 'text' });
      }
      return { ...sheet, cells };
    }),
  fc.array(fc.array(TEXTS, { maxLength: 8 }), { maxLength: 12 }).map((rows) => sheetOf('表', rows)),
);

test('Whatever stands in a workbook, nothing is thrown and every cell is accounted for', () => {
  fc.assert(
    fc.property(SOILED, (sheet) => {
      const workbook = workbookOf(sheet);
      const { uses, figures } = extract([sheet]);
      statedIn(workbook, REFERENCE);
      expect(unaccounted(workbook, uses)).toEqual([]);
      const filled = figures.filter(({ state }) => state !== 'unknown').map(({ cell }) => cell);
      expect(new Set(filled).size).toBe(filled.length);
    }),
    { numRuns: 200 },
  );
}, 30_000);
