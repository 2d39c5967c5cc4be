import { table } from 'arquero';
import { expect, test } from 'vitest';
import { withDerived } from '../../src/subjects/with-derived.js';

interface Flow {
  income: number;
  expenditure: number;
}
const balance = ({ income, expenditure }: Flow) => ({ balance: income - expenditure });

test('Columns that follow from each row stand behind those that are there; the table given stays as it was', () => {
  const flows = table({ income: [5, 3], expenditure: [4, 7] });
  expect(withDerived(flows, balance).objects()).toEqual([
    { income: 5, expenditure: 4, balance: 1 },
    { income: 3, expenditure: 7, balance: -4 },
  ]);
  expect(flows.columnNames()).toEqual(['income', 'expenditure']);
});

test('A filtered table derives of its own rows only; a derived column of the same name takes the place of the old', () => {
  const flows = table({ income: [5, 3], expenditure: [4, 7] }).filter((d: Flow) => d.income < 4);
  const doubled = withDerived(flows, ({ income }: Flow) => ({ income: 2 * income }));
  expect(doubled.objects()).toEqual([{ income: 6, expenditure: 7 }]);
});

test('A table without rows has the derived columns too', () => {
  expect(withDerived(table({ income: [], expenditure: [] }), balance).columnNames()).toContain('balance');
});
