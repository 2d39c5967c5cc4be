import type { Region } from '../../domain/region.js';
import type { IntakeFinding } from '../intake-finding.js';
import { rangeOf } from '../workbook/cell-range.js';
import type { Cell } from '../workbook/workbook.js';
import { blockOf, type CellFinding, doubt, error, type FoundIn, findingAt } from './cell-finding.js';
import { type CrossHeads, filledCells, strangeUnitReason } from './cross-heads.js';
import { nearHint, nearWords } from './near-words.js';
import type { RowLabel } from './row-labels.js';

/** A row's labels as they are understood, whether it is taken, and what is wrong with them. */
export interface JudgedRow {
  label: RowLabel;
  /** `blank` was not filled in, `heading` begins a section or has no label, `unknown` names nothing that figures could be of. */
  state: 'taken' | 'unknown' | 'blank' | 'heading';
  problems: readonly IntakeFinding[];
}

const UNKNOWN_REGION = '不认识的统筹区或险种';
const ADD_ALIAS = '请在 data/reference/regions.csv 该行的 aliases 里加上';

/**
 * Judges a row with figures by its labels: an unknown region is an error, an unknown item or a subtotal of unnamed
 * regions a doubt. A row is taken all the same for the region that it stands for in all likelihood.
 */
export function judgedRow(heads: CrossHeads, label: RowLabel): JudgedRow {
  const { meaning, unknown, cells } = label;
  const [first] = cells;
  const figures = filledCells(heads, label.row, 'all');
  const untaken = (at: FoundIn, finding: CellFinding): JudgedRow => ({
    label,
    state: 'unknown',
    problems: [findingAt(heads, at, finding)],
  });
  const isSum = meaning.isSubtotal && meaning.region === '' && heads.said.listsRegions;
  if (first === undefined)
    return untaken(blockOf(figures), error(ruleOf(heads), '这一行有数而没有行名，应写统筹区或险种'));
  if (unknown === undefined && isSum) return untaken(first, unnamedSum(heads, figures));
  if (unknown === undefined) return { label, state: 'taken', problems: [] };
  const known = unknownKind(heads, unknown, figures);
  if (known !== undefined) return untaken(unknown, known);
  const assumed = cells.length === 1 ? assumedRegion(heads, unknown) : undefined;
  if (assumed === undefined) return untaken(unknown, unknownRegion(heads, unknown, figures));
  const hint = `可能是“${assumed.name}”；若是别名，${ADD_ALIAS}`;
  const finding = error('region', `${UNKNOWN_REGION}，其余核对暂按“${assumed.name}”`, hint);
  const settled = { ...label, meaning: { ...meaning, region: assumed.code } };
  return { label: settled, state: 'taken', problems: [findingAt(heads, unknown, finding)] };
}

/** What is wrong with an unknown label that is no region in all likelihood; undefined when it may be one. */
function unknownKind(heads: CrossHeads, { text }: Cell, figures: readonly Cell[]): CellFinding | undefined {
  const { lexicon, said } = heads;
  const rest = `${rangeOf(figures)} 没有取`;
  const strange = lexicon.strangeUnit(text);
  if (strange !== '') return error(ruleOf(heads), `${strangeUnitReason(strange)}，${rest}`);
  if (said.listsItems) return doubt('head', `不认识的项目，${rest}`, lexicon.hint('项目', text));
  return /小计$/u.test(text.trim()) ? unnamedSum(heads, figures) : undefined;
}

function unknownRegion({ lexicon }: CrossHeads, { text }: Cell, figures: readonly Cell[]): CellFinding {
  const near = nearHint(text.replace(/\s+/gu, ''), namesOf(lexicon.regions));
  const hint = `${near === '' ? '' : `${near}；`}若是别名，${ADD_ALIAS}`;
  return error('region', `${UNKNOWN_REGION}，${rangeOf(figures)} 没有取`, hint);
}

function namesOf(regions: readonly Region[]): string[] {
  return regions.flatMap(({ name, aliases }) => [name, ...aliases]);
}

function unnamedSum(heads: CrossHeads, figures: readonly Cell[]): CellFinding {
  return doubt(ruleOf(heads), `不知道是哪些统筹区之和，${rangeOf(figures)} 没有取`);
}

function ruleOf({ said }: CrossHeads): 'head' | 'region' {
  return said.listsItems ? 'head' : 'region';
}

/**
 * The region that a row with an unknown name stands for in all likelihood (悠县 for 攸县): the only near one that no other
 * row names. It is assumed only to check the other figures, which would all differ for want of this row.
 */
function assumedRegion({ lexicon, said }: CrossHeads, { text }: Cell): Region | undefined {
  const taken = new Set(said.labels.map(({ meaning }) => meaning.region));
  const free = lexicon.regions.filter(({ code }) => !taken.has(code) && code !== lexicon.wholeRegion);
  const near = nearWords(text.replace(/\s+/gu, ''), namesOf(free)).map((name) => lexicon.findRegion(name));
  const [only] = near;
  return near.every((region) => region === only) ? only : undefined;
}
