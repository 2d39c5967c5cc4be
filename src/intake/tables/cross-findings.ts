import type { Unit } from '../../domain/indicator.js';
import { parsePrinted } from '../../domain/printed.js';
import type { IntakeFinding } from '../intake-finding.js';
import { rangeOf } from '../workbook/cell-range.js';
import type { Cell } from '../workbook/workbook.js';
import { usedAs } from './cell-uses.js';
import { type CrossHeads, type PlannedColumn, strangeUnitReason, UNKNOWN_HEAD } from './cross-heads.js';
import type { CrossPlan } from './cross-plan.js';
import { isFigureLike } from './head-rows.js';
import { blockOf, findingAt } from './sheet-reading.js';
import { cellsOfTable } from './table-reading.js';
import type { Taken } from './taken.js';

/** What is doubtful in titles and heads, before a figure is read. */
export function headFindings(heads: CrossHeads): IntakeFinding[] {
  return [...unitContradictions(heads), ...titleDoubts(heads), ...unknownBrackets(heads)];
}

/** Titles contradict each other in their units, or a column has another than the table claims: each told once. */
function unitContradictions(heads: CrossHeads): IntakeFinding[] {
  const [said, ...further] = heads.titles.units;
  if (said?.unit === undefined) return [];
  const { unit, cell } = said;
  const isOther = (own: Unit | undefined): own is Unit => own?.unitKind === unit.unitKind && own !== unit;
  const findings: IntakeFinding[] = [];
  const title = further.find((one) => one.cell !== cell && isOther(one.unit));
  if (title !== undefined) {
    const message = `这里写的单位是${unit.name}，${title.cell.address} 写的是${title.name}`;
    findings.push(findingAt(heads, cell, { severity: 'doubt', rule: 'unit', message }));
  }
  const column = heads.columns.map(({ below, meaning }) => below ?? meaning.unit).find(isOther);
  if (column !== undefined) {
    const message = `表上写的单位是${unit.name}，栏目写的是${column.name}，按栏目的单位读`;
    findings.push(findingAt(heads, cell, { severity: 'note', rule: 'unit', message }));
  }
  return findings;
}

/** What is doubtful in the titles, where neither rows nor columns say it themselves. */
function titleDoubts(heads: CrossHeads): IntakeFinding[] {
  const { schemes, listsRegions } = heads.said;
  return heads.titles.doubts
    .filter(({ about }) => (about === 'scheme' ? schemes.size === 0 : !listsRegions))
    .map(({ about, cell, message }) => {
      const rule = about === 'scheme' ? 'head' : 'region';
      return findingAt(heads, cell, { severity: 'doubt', rule, message });
    });
}

/** Brackets in heads that were passed over, such as 不含个人账户: they may change what a figure is. */
function unknownBrackets(heads: CrossHeads): IntakeFinding[] {
  const known = heads.filled.filter(({ unknown }) => unknown === undefined);
  return [...new Set(known.flatMap(({ path }) => path))].flatMap((head) => {
    const unknown = heads.lexicon.unknownBrackets(head.text);
    if (unknown.length === 0) return [];
    const message = `括号里的“${unknown.join('”、“')}”没有用，请核对它是否改变口径`;
    return [findingAt(heads, head, { severity: 'note', rule: 'head', message })];
  });
}

/** A filled cell of which nothing was taken, and why. */
export interface UntakenCell {
  column: PlannedColumn;
  reason: string;
  cell: Cell;
}

/** Which figures were not taken, once a column and reason. Columns of text only are a note. */
export function untakenCells(plan: CrossPlan, untaken: readonly UntakenCell[]): Partial<Taken> {
  const byColumn = new Map<PlannedColumn, Map<string, Cell[]>>();
  for (const { column, reason, cell } of untaken) {
    const byReason = byColumn.get(column) ?? new Map<string, Cell[]>();
    byColumn.set(column, byReason);
    const cells = byReason.get(reason);
    if (cells === undefined) byReason.set(reason, [cell]);
    else cells.push(cell);
  }
  return {
    uses: usedAs(
      'finding',
      untaken.map(({ cell }) => cell),
    ),
    findings: [...byColumn].flatMap(([column, byReason]) =>
      [...byReason].map(([reason, cells]) => untakenColumn(plan, { column, reason, cells })),
    ),
  };
}

interface UntakenColumn {
  column: PlannedColumn;
  reason: string;
  cells: readonly Cell[];
}

function untakenColumn(plan: CrossPlan, { column, reason, cells }: UntakenColumn): IntakeFinding {
  const figures = cells.filter((cell) => isFigureLike(cell) || parsePrinted(cell.text) !== undefined);
  const shown = figures.length > 0 ? figures : cells;
  const head = column.unknown ?? column.path.at(-1);
  const near = reason === UNKNOWN_HEAD ? plan.lexicon.near(head?.text ?? '') : [];
  return findingAt(plan, head ?? blockOf(shown), {
    severity: figures.length > 0 ? 'doubt' : 'note',
    rule: 'head',
    message: `${head === undefined ? '这一栏没有栏目名' : reason}，${rangeOf(shown)} 的 ${shown.length} 格没有取`,
    hint: near.length > 0 ? `栏目可能是“${near.join('”或“')}”，写法见 data/reference/heads.csv` : '',
  });
}

/** Columns with figures whose unit nobody says. */
export function missingUnits(plan: CrossPlan, columns: ReadonlySet<PlannedColumn>): IntakeFinding[] {
  const strange = plan.titles.units.find(({ unit }) => unit === undefined);
  return [...columns].map(({ path }) =>
    findingAt(plan, path.at(-1) ?? blockOf([]), {
      severity: 'error',
      rule: 'unit',
      message: strange === undefined ? '没有写单位，这一栏没有取' : `${strangeUnitReason(strange.name)}，这一栏没有取`,
      hint: '请在栏目后的括号里或表题里写明单位，如（万元）、（人）、（%）',
    }),
  );
}

/** What was left blank as a whole, or that nothing of the table was filled in: it gives no figures, not even unknown ones. */
export function leftBlank(plan: CrossPlan): IntakeFinding[] {
  const rows = plan.rows.filter(({ state }) => state === 'blank').map(({ label }) => label);
  if (rows.length > 0 && plan.filled.every(({ isPrevious }) => isPrevious)) {
    const message = '整张表没有填';
    return [findingAt(plan, blockOf(cellsOfTable(plan)), { severity: 'note', rule: 'unplaced', message })];
  }
  const columns = plan.columns.filter(({ isFilled, isPrevious }) => !isFilled && !isPrevious);
  const names = [...rows, ...columns].map(({ title }) => title);
  if (names.length === 0) return [];
  const cells = [...rows.flatMap((row) => row.cells.slice(0, 1)), ...columns.flatMap(({ path }) => path.slice(-1))];
  const address = cells.map((cell) => cell.address).join('、');
  const message = `整行或整栏没有填，不取数：${names.join('、')}`;
  return [findingAt(plan, { address, text: '' }, { severity: 'note', rule: 'unplaced', message })];
}
