import { InputError } from '../../domain/input-error.js';
import { comparePeriods, isPeriod } from '../../domain/period.js';
import type { CsvRecord } from '../../facts/csv-file.js';
import { describeFinding, type Finding } from '../../facts/finding.js';
import { readReferenceFile } from '../../facts/read-reference.js';

/** A dated band in which the execution of a budget may deviate from the time elapsed, with its source. */
export interface ExecutionRule {
  code: string;
  name: string;
  /** Bounds of the deviation, included, as ratios: −0.05 and 0.05 are ±5 个百分点. */
  lower: number;
  upper: number;
  validFrom: string;
  validTo: string;
  source: string;
}

/** File in which the bands stand, relative to the root. */
export const EXECUTION_RULES_FILE = 'data/reference/execution-rules.csv';

const COLUMNS = ['rule', 'name', 'lower', 'upper', 'unit', 'validFrom', 'validTo', 'source'];
const NUMBER = /^-?\d+(\.\d+)?$/;
const POINTS_PER_ONE = 100;

/** Reads every band, in the order of the file. Throws InputError with every finding when the file cannot be used. */
export function readExecutionRules(root: string): ExecutionRule[] {
  const rows = readReferenceFile(root, 'execution-rules.csv', { required: COLUMNS });
  const findings = rows.flatMap(checkRow);
  if (findings.length > 0) throw new InputError(findings.map(describeFinding).join('\n'));
  return rows.map(({ cells }) => ({
    code: cells.rule ?? '',
    name: cells.name ?? '',
    lower: Number(cells.lower) / POINTS_PER_ONE,
    upper: Number(cells.upper) / POINTS_PER_ONE,
    validFrom: cells.validFrom ?? '',
    validTo: cells.validTo ?? '',
    source: cells.source ?? '',
  }));
}

/** The first band that is valid in the fund's period; null when there is none: then nothing is judged. */
export function openExecutionRule(fund: { root: string; period: string }): ExecutionRule | null {
  return readExecutionRules(fund.root).find((rule) => isValid(rule, fund.period)) ?? null;
}

function isValid({ validFrom, validTo }: ExecutionRule, period: string): boolean {
  const since = validFrom === '' || comparePeriods(validFrom, period) <= 0 || period.startsWith(validFrom);
  return since && (validTo === '' || comparePeriods(period, validTo) <= 0 || period.startsWith(validTo));
}

function checkRow(row: CsvRecord): Finding[] {
  const cell = (name: string): string => row.cells[name] ?? '';
  const fault = (column: string, holds: boolean, rule: string): Finding[] => {
    const place = { file: EXECUTION_RULES_FILE, line: row.line, column, value: cell(column) };
    return holds ? [] : [{ severity: 'error', ...place, rule }];
  };
  const period = (column: string): boolean => cell(column) === '' || isPeriod(cell(column));
  return [
    ...fault('lower', NUMBER.test(cell('lower')), '应为数字（个百分点），低于进度写负数'),
    ...fault('upper', NUMBER.test(cell('upper')), '应为数字（个百分点）'),
    ...fault('upper', Number(cell('lower')) <= Number(cell('upper')), '上限不应低于下限'),
    ...fault('unit', cell('unit') === '个百分点', '控制标准以“个百分点”为单位'),
    ...fault('validFrom', period('validFrom'), '期间无法识别，空白表示不限'),
    ...fault('validTo', period('validTo'), '期间无法识别，空白表示不限'),
    ...fault('source', cell('source') !== '', '没有写来源，应写明文件和位置'),
  ];
}
