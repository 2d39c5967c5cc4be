import type { ColumnTable } from 'arquero';
import type { PublishedFigure } from '../../facts/fact.js';
import { type Finding, figureFinding } from '../../facts/finding.js';
import type { Fund } from '../../facts/fund.js';
import type { BacktestRow } from '../backtest/derive-backtest.js';
import { type Checked, inUnitOf, type PrintedFact, printedFigures } from './checked.js';

/** Figures that the report derives, beside what follows from its own inputs; and how many could not be held against any. */
export function checkDerived(fund: Fund, backtest: ColumnTable): Checked & { uncheckable: number } {
  const rows = backtest.objects() as BacktestRow[];
  const byRef = new Map(printedFigures(fund).map((figure) => [figure.ref, figure]));
  const checked = rows.filter(({ verdict }) => verdict !== 'not checkable');
  return {
    what: '个报告推算的数与由它的输入数算得的数',
    count: checked.length,
    uncheckable: rows.length - checked.length,
    findings: checked.filter(({ verdict }) => verdict === 'differs').flatMap((row) => differing(row, byRef, fund)),
  };
}

function differing(row: BacktestRow, byRef: ReadonlyMap<string, PrintedFact>, fund: Fund): Finding[] {
  const figure = byRef.get(row.ref);
  if (figure === undefined) return [];
  const way = row.formula === '' ? '' : `（${row.formula}）`;
  const ours = row.ours === null ? '别的数' : ` ${inUnitOf(row.ours, row, fund)}${way}`;
  const other = row.otherFormula === '' ? '' : `，按“${row.otherFormula}”则相符`;
  const rule = `由报告自己的输入数算得${ours}${other}`;
  return [figureFinding(figure, fund.reference.indicators, { severity: 'doubt', rule })];
}

/** Why printed figures do not follow, by the reference of the row that says so. */
export function explanationsOf(fund: Pick<Fund, 'published'>): Map<string, string> {
  const published = fund.published.objects() as PublishedFigure[];
  return new Map(published.map(({ ref, explanation }) => [ref, explanation]));
}
