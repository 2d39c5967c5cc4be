import { type ColumnTable, escape } from 'arquero';
import { surePercent } from '../../domain/figure-text.js';
import type { Execution } from './derive-execution.js';
import type { ExecutionRule } from './execution-rule.js';

/** Where an execution lies: in the control band, over or under it, not to be told from the printed digits, or unknown. */
export type ExecutionVerdict = 'inside' | 'above' | 'below' | 'undecided' | 'unruled' | 'unknown';

/** Chinese names of the verdicts. */
export const VERDICT_NAMES: Record<ExecutionVerdict, string> = {
  inside: '在控制线内',
  above: '高于控制线',
  below: '低于控制线',
  undecided: '所印位数不足以判定',
  unruled: '本期没有控制标准',
  unknown: '未知',
};

/**
 * Judges each execution by its deviation from the time elapsed: inside when the whole interval of the deviation lies
 * between the bounds, bounds included; above or below when all of it lies outside; undecided when it straddles a bound.
 *
 * @param executions result of `deriveExecution`
 * @param rule the band; null when none is valid in the period
 * @returns the table with `verdict`, `verdictName`, `bandLow` and `bandHigh` (execution at the bounds; null without a rule)
 */
export function judgeExecution(executions: ColumnTable, rule: ExecutionRule | null): ColumnTable {
  return executions
    .derive({
      verdict: escape((row: Execution) => verdictOf(row, rule)),
      bandLow: escape((row: Execution) => (rule === null ? null : row.elapsed + rule.lower)),
      bandHigh: escape((row: Execution) => (rule === null ? null : row.elapsed + rule.upper)),
    })
    .derive({ verdictName: escape((row: { verdict: ExecutionVerdict }) => VERDICT_NAMES[row.verdict]) })
    .reify();
}

function verdictOf({ deviationLow, deviationHigh }: Execution, rule: ExecutionRule | null): ExecutionVerdict {
  if (deviationLow === null || deviationHigh === null) return 'unknown';
  if (rule === null) return 'unruled';
  const [lower, upper] = [rule.lower - BINARY_ROUNDING, rule.upper + BINARY_ROUNDING];
  if (deviationLow > upper) return 'above';
  if (deviationHigh < lower) return 'below';
  return deviationLow >= lower && deviationHigh <= upper ? 'inside' : 'undecided';
}

/** The execution as labels and sentences say it, with no digit that the printed amounts leave open: `127.5%`; empty when unknown. */
export function executionText({
  execution,
  executionLow,
  executionHigh,
}: Pick<Execution, 'execution' | 'executionLow' | 'executionHigh'>): string {
  if (execution === null) return '';
  return surePercent(execution, ((executionHigh ?? execution) - (executionLow ?? execution)) / 2);
}

/** 0.95 − 1 is not quite −0.05 in binary: a bound that is met exactly counts as met. */
const BINARY_ROUNDING = 1e-12;
