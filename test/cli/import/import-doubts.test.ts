import { expect, test } from 'vitest';
import { doubtLines } from '../../../src/cli/import/import-doubts.js';
import type { AcceptedDoubt } from '../../../src/facts/accepted.js';
import type { Examination } from '../../../src/intake/examine-workbook.js';
import type { Identity, IntakeFigure } from '../../../src/intake/intake-figure.js';
import type { IntakeFinding } from '../../../src/intake/intake-finding.js';
import { smallestRepair } from '../../../src/intake/repair/smallest-repair.js';
import { figureAt, sumOf } from '../../fixtures/intake-figure.js';

const doubt = (cell: string, message: string, more: Partial<IntakeFinding> = {}): IntakeFinding => ({
  severity: 'doubt',
  rule: 'total',
  sheet: '表',
  cell,
  value: '',
  message,
  hint: '',
  ...more,
});

/** What is said of doubts beside the repairs of failing identities. */
function said(
  figures: IntakeFigure[],
  identities: Identity[],
  findings: IntakeFinding[],
  accepted: AcceptedDoubt[] = [],
): string[] {
  const examination = { figures, findings, repairs: smallestRepair(identities) } as unknown as Examination;
  return doubtLines(examination, accepted);
}

/** Two sums that share B3, typed 529.00 for 259.00: 100.00 + 259.00 = 359.00 and 259.00 + 20.00 = 279.00. Made up. */
const [b2, b3, b4, c3, d3] = [
  figureAt('B2', '100.00'),
  figureAt('B3', '529.00'),
  figureAt('B4', '359.00'),
  figureAt('C3', '20.00'),
  figureAt('D3', '279.00'),
];
const carried = figureAt('E3', '529.00', { formula: 'B3' });
const SUMS = [sumOf('合计＝两行之和', b4, [b2, b3]), sumOf('小计＝两项之和', d3, [b3, c3])];
const rows = doubt('B4', '合计应等于两行之和：359.00 ≠ 629.00，差 270.00 万元', { hint: 'B3 可能颠倒' });
const parts = doubt('D3', '小计应等于两项之和：279.00 ≠ 549.00，差 270.00 万元');

test('Doubts stand below the cell that explains them, without guesses of their own; others follow', () => {
  const slip = doubt('E3', '约为上期的 10 倍', { rule: 'unitSlip' });
  const other = doubt('Z9', '与上期一位不差', { rule: 'unchanged' });
  expect(said([b2, b3, b4, c3, d3, carried], SUMS, [rows, slip, other, parts])).toEqual([
    '',
    '疑点 4 项',
    '  （1）最少改 1 处即可解释 2 项不符：表!B3 529.00 → 259.00 万元（相邻两位数字颠倒）',
    '      表!B4：合计应等于两行之和：359.00 ≠ 629.00，差 270.00 万元',
    '      表!D3：小计应等于两项之和：279.00 ≠ 549.00，差 270.00 万元',
    // The formula repeats what is wrong in B3.
    '      表!E3：约为上期的 10 倍',
    '  其余疑点',
    '      表!Z9：与上期一位不差',
    '  （“→”是使各项相符的最少改动，只是建议，没有改动任何数）',
  ]);
});

test('Of a single sum any cell may be wrong, so that only the doubt is told, with its hint', () => {
  const total = figureAt('B4', '400.00');
  const finding = doubt('B4', '合计应等于两行之和：400.00 ≠ 629.00，差 229.00 万元', { hint: '请核对' });
  expect(said([b2, b3, total], [sumOf('合计＝两行之和', total, [b2, b3])], [finding])).toEqual([
    '',
    '疑点 1 项',
    '  表!B4：合计应等于两行之和：400.00 ≠ 629.00，差 229.00 万元。请核对',
  ]);
});

test('A doubt accepted before is counted with its reason, and its repair is not suggested again', () => {
  const accepted = [rows, parts].map(({ rule, sheet, cell, value, message }) => ({
    ...{ rule, sheet, cell, value, message },
    reason: '原表如此',
    date: '2023-04-20',
  }));
  expect(said([b2, b3, b4, c3, d3], SUMS, [rows, parts], accepted)).toEqual([
    '',
    '疑点 2 项已于 2023-04-20 认可：原表如此（逐条见该期文件夹的 accepted.csv）',
  ]);
});
