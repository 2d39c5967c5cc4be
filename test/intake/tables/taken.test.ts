import { expect, test } from 'vitest';
import type { IntakeFinding } from '../../../src/intake/intake-finding.js';
import { error, findingAt, note } from '../../../src/intake/tables/cell-finding.js';
import { gridOf } from '../../../src/intake/tables/grid.js';
import { together, usedAs } from '../../../src/intake/tables/taken.js';
import { sheetOf } from '../../fixtures/sheet.js';

const SHEET = sheetOf('居民医保', [['攸县', '1,46']]);
const [label, figure] = SHEET.cells;

test('What is taken from several places is told in their order, and the later use of a cell counts', () => {
  const grid = gridOf(SHEET);
  const told = (message: string): IntakeFinding =>
    findingAt({ grid }, { address: 'B1', text: '1,46' }, error('figure', message));
  const taken = together([
    { uses: usedAs('label', [label, figure]), findings: [told('一')] },
    {},
    { uses: usedAs('figure', [undefined, figure]), findings: [told('二'), told('三')] },
  ]);
  expect(taken.findings.map(({ message }) => message)).toEqual(['一', '二', '三']);
  expect(taken.figures).toEqual([]);
  expect([...new Map(taken.uses).values()]).toEqual(['label', 'figure']);
});

test('A finding names its sheet and cell and quotes what stands there', () => {
  const at = { address: 'B1', text: '1,46' };
  expect(findingAt({ grid: gridOf(SHEET) }, at, note('unit', '单位不明'))).toEqual({
    severity: 'note',
    rule: 'unit',
    sheet: '居民医保',
    cell: 'B1',
    value: '1,46',
    message: '单位不明',
    hint: '',
  });
});
