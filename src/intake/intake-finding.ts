import type { IntakeFigure } from './intake-figure.js';

/** Names of the rules that are checked at the door; what an accepted doubt is kept under. */
export type IntakeRule =
  | 'unreadable'
  | 'place'
  | 'head'
  | 'region'
  | 'unplaced'
  | 'figure'
  | 'unit'
  | 'noValue'
  | 'externalLink'
  | 'range'
  | 'duplicate'
  | 'total'
  | 'identity'
  | 'unitSlip'
  | 'unchanged'
  | 'sign'
  | 'yearToDate'
  | 'missingRegion'
  | 'restatement'
  | 'stored';

/**
 * What the checks at the door found. An `error` stops the import; a `doubt` stops it until somebody accepts it with a
 * reason; a `note` only informs.
 */
export interface IntakeFinding {
  severity: 'error' | 'doubt' | 'note';
  rule: IntakeRule;
  /** Name of the sheet; empty when the finding concerns the whole file. */
  sheet: string;
  /** `B8`, a block `B8:D12`, several joined by `、`; empty when the finding concerns the whole sheet. */
  cell: string;
  /** As it stands there; empty for a blank. */
  value: string;
  /** Chinese sentence that names the rule, with the figures. */
  message: string;
  /** Chinese sentence: the likely slip; empty when none is likely. */
  hint: string;
}

/** A finding in the cell of a figure, without a hint unless one is given. */
export function findingOn(
  { sheet, cell, printed }: IntakeFigure,
  { severity, rule, message, hint = '' }: Pick<IntakeFinding, 'severity' | 'rule' | 'message'> & { hint?: string },
): IntakeFinding {
  return { severity, rule, sheet, cell, value: printed, message, hint };
}

/** `居民累计结余分析表!B8“1,46”：应为数字（万元）。可能是千分位逗号打错` */
export function describeIntakeFinding({ sheet, cell, value, message, hint }: IntakeFinding): string {
  const place = [sheet, cell].filter((part) => part !== '').join('!');
  const at = `${place}${value === '' ? '' : `“${value}”`}`;
  return `${at === '' ? '' : `${at}：`}${message}${hint === '' ? '' : `。${hint}`}`;
}
