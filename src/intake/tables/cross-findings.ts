import { groupBy } from '../../domain/group-by.js';
import type { Unit } from '../../domain/indicator.js';
import type { IntakeFinding } from '../intake-finding.js';
import { rangeOf } from '../workbook/cell-range.js';
import type { Cell } from '../workbook/workbook.js';
import { blockOf, doubt, error, findingAt, note } from './cell-finding.js';
import { type CrossHeads, type PlannedColumn, strangeUnitReason, UNKNOWN_HEAD } from './cross-heads.js';
import type { CrossPlan } from './cross-plan.js';
import { cellsOfTable } from './find-tables.js';
import { isFigureOrDash } from './head-rows.js';

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
  const title = further.find((one) => one.cell !== cell && isOther(one.unit));
  const column = heads.columns.map(({ below, meaning }) => below ?? meaning.unit).find(isOther);
  return [
    title && doubt('unit', `这里写的单位是${unit.name}，${title.cell.address} 写的是${title.name}`),
    column && note('unit', `表上写的单位是${unit.name}，栏目写的是${column.name}，按栏目的单位读`),
  ].flatMap((finding) => (finding === undefined ? [] : [findingAt(heads, cell, finding)]));
}

/** What is doubtful in the titles, where neither rows nor columns say it themselves. */
function titleDoubts(heads: CrossHeads): IntakeFinding[] {
  const { schemes, listsRegions } = heads.said;
  return heads.titles.doubts
    .filter(({ about }) => (about === 'scheme' ? schemes.size === 0 : !listsRegions))
    .map(({ about, cell, message }) => findingAt(heads, cell, doubt(about === 'scheme' ? 'head' : 'region', message)));
}

/** Brackets in heads that were passed over, such as 不含个人账户: they may change what a figure is. */
function unknownBrackets(heads: CrossHeads): IntakeFinding[] {
  const known = heads.filled.filter(({ unknown }) => unknown === undefined);
  return [...new Set(known.flatMap(({ path }) => path))].flatMap((head) => {
    const unknown = heads.lexicon.unknownBrackets(head.text);
    const message = `括号里的“${unknown.join('”、“')}”没有用，请核对它是否改变口径`;
    return unknown.length === 0 ? [] : [findingAt(heads, head, note('head', message))];
  });
}

/** A filled cell of which nothing was taken, and why. */
export interface UntakenCell {
  column: PlannedColumn;
  reason: string;
  cell: Cell;
}

/** Which figures were not taken, once a column and reason. */
export function untakenColumns(plan: CrossPlan, untaken: readonly UntakenCell[]): IntakeFinding[] {
  const byColumn = groupBy(untaken, ({ column }) => String(column.column));
  return [...byColumn.values()]
    .flatMap((ofColumn) => [...groupBy(ofColumn, ({ reason }) => reason).values()])
    .map((ofReason) => untakenColumn(plan, ofReason));
}

/** A column of text only is a note. */
function untakenColumn(plan: CrossPlan, untaken: readonly UntakenCell[]): IntakeFinding {
  const { column, reason = '' } = untaken[0] ?? {};
  const cells = untaken.map(({ cell }) => cell);
  const figures = cells.filter(isFigureOrDash);
  const shown = figures.length > 0 ? figures : cells;
  const head = column?.unknown ?? column?.path.at(-1);
  const hint = reason === UNKNOWN_HEAD ? plan.lexicon.hint('栏目', head?.text ?? '') : '';
  const message = `${head === undefined ? '这一栏没有栏目名' : reason}，${rangeOf(shown)} 的 ${shown.length} 格没有取`;
  const tell = figures.length > 0 ? doubt : note;
  return findingAt(plan, head ?? blockOf(shown), tell('head', message, hint));
}

/** Columns with figures whose unit nobody says. */
export function missingUnits(plan: CrossPlan, columns: ReadonlySet<PlannedColumn>): IntakeFinding[] {
  const strange = plan.titles.units.find(({ unit }) => unit === undefined);
  const reason = strange === undefined ? '没有写单位' : strangeUnitReason(strange.name);
  const hint = '请在栏目后的括号里或表题里写明单位，如（万元）、（人）、（%）';
  return [...columns].map(({ path }) =>
    findingAt(plan, path.at(-1) ?? blockOf([]), error('unit', `${reason}，这一栏没有取`, hint)),
  );
}

/** What was left blank as a whole, or that nothing of the table was filled in: it gives no figures, not even unknown ones. */
export function leftBlank(plan: CrossPlan): IntakeFinding[] {
  const rows = plan.rows.filter(({ state }) => state === 'blank').map(({ label }) => label);
  if (rows.length > 0 && plan.filled.every(({ isPrevious }) => isPrevious)) {
    return [findingAt(plan, blockOf(cellsOfTable(plan)), note('unplaced', '整张表没有填'))];
  }
  const columns = plan.columns.filter(({ isFilled, isPrevious }) => !isFilled && !isPrevious);
  const names = [...rows, ...columns].map(({ title }) => title);
  if (names.length === 0) return [];
  const cells = [...rows.flatMap((row) => row.cells.slice(0, 1)), ...columns.flatMap(({ path }) => path.slice(-1))];
  const at = { address: cells.map(({ address }) => address).join('、'), text: '' };
  return [findingAt(plan, at, note('unplaced', `整行或整栏没有填，不取数：${names.join('、')}`))];
}
