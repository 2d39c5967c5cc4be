import { expect, test } from 'vitest';
import { terminalWidth, textTable } from '../../../src/cli/compare/text-table.js';

test('Chinese characters and full-width signs take two columns, figures and dashes one', () => {
  expect(['攸县', '（印）', '1,466.00', '−3.37%', '—', ''].map(terminalWidth)).toEqual([4, 6, 8, 6, 1, 0]);
});

test('Words stand left and figures right, whatever the width of their characters', () => {
  const table = textTable({
    name: 'made-up',
    title: '',
    columns: [
      { key: 'region', label: '统筹区', kind: 'text' },
      { key: 'code', label: '代码', kind: 'text', csvOnly: true },
      { key: 'months', label: '月数', kind: 'months' },
      { key: 'note', label: '说明', kind: 'text' },
    ],
    rows: [
      { region: '云龙示范区', code: '1', months: 1.5, note: '' },
      { region: '攸县', code: '2', months: null, note: '注1' },
    ],
    notes: [],
  });
  expect(table).toEqual(['统筹区      月数  说明', '云龙示范区  1.50', '攸县        未知  注1']);
});
