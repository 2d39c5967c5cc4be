import type { Region } from '../../domain/region.js';
import type { IntakeFinding } from '../intake-finding.js';
import { rangeOf } from '../workbook/cell-range.js';
import type { Cell } from '../workbook/workbook.js';
import { type CrossHeads, strangeUnitReason } from './cross-heads.js';
import { nearHint } from './near-words.js';
import type { RowLabel } from './row-labels.js';
import { blockOf, type CellFinding, findingAt } from './sheet-reading.js';

/** A row that holds figures. */
export interface FiguredRow {
  label: RowLabel;
  figures: readonly Cell[];
  /** The region that an unknown label stands for in all likelihood. */
  assumed: Region | undefined;
}

/** What is wrong with the labels of a row. */
export interface RowProblem {
  finding: IntakeFinding;
  /** Whether the row's figures are taken all the same, for what they stand for in all likelihood. */
  isTaken: boolean;
}

const ADD_ALIAS = '请在 data/reference/regions.csv 该行的 aliases 里加上';

/**
 * What is wrong when the labels of a row with figures name nothing known: an unknown region is an error, an unknown item or
 * a subtotal of unnamed regions a doubt. Undefined when they name something.
 */
export function rowProblem(heads: CrossHeads, row: FiguredRow): RowProblem | undefined {
  const { meaning, unknown, cells } = row.label;
  const [first] = cells;
  if (first === undefined) {
    const message = '这一行有数而没有行名，应写统筹区或险种';
    return {
      finding: findingAt(heads, blockOf(row.figures), { severity: 'error', rule: ruleOf(heads), message }),
      isTaken: false,
    };
  }
  if (unknown !== undefined) {
    const { isTaken = false, ...finding } = unknownLabel(heads, unknown, row);
    return { finding: findingAt(heads, unknown, finding), isTaken };
  }
  if (!meaning.isSubtotal || meaning.region !== '' || !heads.said.listsRegions) return undefined;
  return { finding: findingAt(heads, first, unnamedSum(heads, row)), isTaken: false };
}

function unknownLabel(heads: CrossHeads, unknown: Cell, row: FiguredRow): CellFinding & { isTaken?: boolean } {
  const { lexicon, said } = heads;
  const { assumed } = row;
  const rule = ruleOf(heads);
  const untaken = `${rangeOf(row.figures)} 没有取`;
  const strange = lexicon.strangeUnit(unknown.text);
  if (strange !== '') return { severity: 'error', rule, message: `${strangeUnitReason(strange)}，${untaken}` };
  if (said.listsItems) {
    const items = lexicon.near(unknown.text);
    const hint = items.length > 0 ? `项目可能是“${items.join('”或“')}”，写法见 data/reference/heads.csv` : '';
    return { severity: 'doubt', rule, message: `不认识的项目，${untaken}`, hint };
  }
  if (/小计$/u.test(unknown.text.trim())) return unnamedSum(heads, row);
  const message = '不认识的统筹区或险种';
  if (assumed !== undefined) {
    const hint = `可能是“${assumed.name}”；若是别名，${ADD_ALIAS}`;
    return { severity: 'error', rule, message: `${message}，其余核对暂按“${assumed.name}”`, hint, isTaken: true };
  }
  const names = lexicon.regions.flatMap(({ name, aliases }) => [name, ...aliases]);
  const near = nearHint(unknown.text.replace(/\s+/gu, ''), names);
  const hint = `${near === '' ? '' : `${near}；`}若是别名，${ADD_ALIAS}`;
  return { severity: 'error', rule, message: `${message}，${untaken}`, hint };
}

function unnamedSum(heads: CrossHeads, { figures }: FiguredRow): CellFinding {
  return { severity: 'doubt', rule: ruleOf(heads), message: `不知道是哪些统筹区之和，${rangeOf(figures)} 没有取` };
}

function ruleOf({ said }: CrossHeads): 'head' | 'region' {
  return said.listsItems ? 'head' : 'region';
}
