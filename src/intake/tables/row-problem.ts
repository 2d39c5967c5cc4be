import type { Region } from '../../domain/region.js';
import type { IntakeFinding } from '../intake-finding.js';
import { rangeOf } from '../workbook/cell-range.js';
import type { Cell } from '../workbook/workbook.js';
import { blockOf, type CellFinding, doubt, error, type FoundIn, findingAt } from './cell-finding.js';
import { type CrossHeads, strangeUnitReason } from './cross-heads.js';
import { nearHint } from './near-words.js';
import type { RowLabel } from './row-labels.js';

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
  const untaken = (at: FoundIn, finding: CellFinding) => ({ finding: findingAt(heads, at, finding), isTaken: false });
  if (first === undefined) {
    return untaken(blockOf(row.figures), error(ruleOf(heads), '这一行有数而没有行名，应写统筹区或险种'));
  }
  if (unknown !== undefined) {
    const known = unknownKind(heads, unknown, row);
    if (known !== undefined) return untaken(unknown, known);
    const finding = findingAt(heads, unknown, unknownRegion(heads, unknown, row));
    return { finding, isTaken: row.assumed !== undefined };
  }
  const isUnnamedSum = meaning.isSubtotal && meaning.region === '' && heads.said.listsRegions;
  return isUnnamedSum ? untaken(first, unnamedSum(heads, row)) : undefined;
}

/** What is wrong with an unknown label that is no region in all likelihood; undefined when it may be one. */
function unknownKind(heads: CrossHeads, { text }: Cell, row: FiguredRow): CellFinding | undefined {
  const { lexicon, said } = heads;
  const rest = `${rangeOf(row.figures)} 没有取`;
  const strange = lexicon.strangeUnit(text);
  if (strange !== '') return error(ruleOf(heads), `${strangeUnitReason(strange)}，${rest}`);
  if (said.listsItems) {
    const items = lexicon.near(text);
    const hint = items.length > 0 ? `项目可能是“${items.join('”或“')}”，写法见 data/reference/heads.csv` : '';
    return doubt('head', `不认识的项目，${rest}`, hint);
  }
  return /小计$/u.test(text.trim()) ? unnamedSum(heads, row) : undefined;
}

function unknownRegion({ lexicon }: CrossHeads, { text }: Cell, { figures, assumed }: FiguredRow): CellFinding {
  const message = '不认识的统筹区或险种';
  if (assumed !== undefined) {
    const hint = `可能是“${assumed.name}”；若是别名，${ADD_ALIAS}`;
    return error('region', `${message}，其余核对暂按“${assumed.name}”`, hint);
  }
  const names = lexicon.regions.flatMap(({ name, aliases }) => [name, ...aliases]);
  const near = nearHint(text.replace(/\s+/gu, ''), names);
  const hint = `${near === '' ? '' : `${near}；`}若是别名，${ADD_ALIAS}`;
  return error('region', `${message}，${rangeOf(figures)} 没有取`, hint);
}

function unnamedSum(heads: CrossHeads, { figures }: FiguredRow): CellFinding {
  return doubt(ruleOf(heads), `不知道是哪些统筹区之和，${rangeOf(figures)} 没有取`);
}

function ruleOf({ said }: CrossHeads): 'head' | 'region' {
  return said.listsItems ? 'head' : 'region';
}
