import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { correctionsTable, documentsTable, overviewTable } from '../../../src/subjects/overview/overview-tables.js';
import { expectReadable, expectSourced } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

const fund = openFund('zhuzhou', '2022', PROJECT);
const quarter = openFund('zhuzhou', '2021Q1', PROJECT);
const VIEWS = [overviewTable(fund), documentsTable(fund), correctionsTable(quarter)];

test('No table shows anything but figures, words and 未知', () => {
  for (const view of VIEWS) expectReadable(view);
});

test('Every row has what its columns show, and what there is of an indicator leads to its first fact', () => {
  for (const { columns, rows, name } of VIEWS) {
    const keys = columns.flatMap(({ key, display, sources }) => [key, display ?? key, sources ?? key]);
    expect(
      keys.filter((key) => rows.some((row) => !(key in row))),
      name,
    ).toEqual([]);
  }
  // Corrections lead to lines that need not be facts.
  expectSourced(overviewTable(fund), [fund]);
  expectSourced(documentsTable(fund), [fund]);
});

test('The fourteen blank prepaid cells of the quarter are corrected, each with its reason', () => {
  const corrections = correctionsTable(quarter).rows;
  expect(corrections).toHaveLength(14);
  expect(corrections.filter(({ reason, source }) => reason === '' || source === '')).toEqual([]);
});
