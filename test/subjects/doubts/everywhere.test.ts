import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { markKey, refsIn } from '../../../src/show/tables/table-view.js';
import { Doubts } from '../../../src/subjects/doubts/doubts.js';
import { REPORTS, shownOf } from '../../fixtures/shown-things.js';
import { PROJECT } from '../../fixtures/workspace.js';

/** Tables that are themselves about what speaks against figures, or only count them. */
const ABOUT_DOUBTS = ['findings', 'corrections', 'data-overview', 'backtest', 'backtest-summary'];

test.each(REPORTS)('$place $period: no table shows a disproved figure, or one made from it, as plain', (report) => {
  const doubts = Doubts.of(openFund(report.place, report.period, PROJECT));
  const cells = shownOf(report)
    .tables.filter(({ name }) => !ABOUT_DOUBTS.includes(name))
    .flatMap(({ name, columns, rows }) =>
      rows.flatMap((row) =>
        columns
          .filter((column) => row[column.key] != null)
          .filter((column) => refsIn(column, row).some((ref) => doubts.about(ref) !== undefined))
          .map((column) => ({ cell: `${name} ${column.key}`, mark: row[markKey(column)] })),
      ),
    );
  if (report.period === '2021Q1') expect(cells.length).toBeGreaterThan(20);
  expect(cells.filter(({ mark }) => typeof mark !== 'string').map(({ cell }) => cell)).toEqual([]);
});
