import { expect, test } from 'vitest';
import { foldFindings } from '../../../src/cli/import/folded-findings.js';
import { noteLines } from '../../../src/cli/import/import-report.js';
import type { IntakeFinding } from '../../../src/intake/intake-finding.js';

const note = (sheet: string, cell: string, message: string): IntakeFinding => ({
  severity: 'note',
  rule: 'unplaced',
  sheet,
  cell,
  value: '',
  message,
  hint: '',
});
const text = (sheet: string, cell: string): IntakeFinding => note(sheet, cell, '表外的文字，没有用');

test('Three of a kind are one line with their cells, two stay as they are', () => {
  expect(noteLines([text('甲', 'A1'), text('乙', 'A9'), note('甲', 'B2', '整张表没有填'), text('甲', 'A3')])).toEqual([
    '',
    '说明 4 项（只供了解，不用处理）',
    '  表外的文字，没有用（3 项）：甲!A1、A3；乙!A9',
    '  甲!B2：整张表没有填',
    '  （合并的各项逐条见 --json）',
  ]);
  expect(noteLines([text('甲', 'A1'), text('甲', 'A2')])).toEqual([
    '',
    '说明 2 项（只供了解，不用处理）',
    '  甲!A1：表外的文字，没有用',
    '  甲!A2：表外的文字，没有用',
  ]);
  expect(noteLines([])).toEqual([]);
});

test('Of a hundred the first sixteen are named and all are counted', () => {
  const kinds = [{ says: /没有用$/, title: '文字', nameOf: ({ cell }: IntakeFinding) => cell }];
  const { lines, left } = foldFindings(
    Array.from({ length: 100 }, (_, index) => text('甲', `A${index + 1}`)),
    kinds,
  );
  expect(left).toEqual([]);
  expect(lines).toEqual([
    '文字（100 项）：A1、A2、A3、A4、A5、A6、A7、A8、A9、A10、A11、A12、A13、A14、A15、A16 等 100 项',
  ]);
});
