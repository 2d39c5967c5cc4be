import { InputError } from '../../domain/input-error.js';
import { comparePeriods, isPeriod } from '../../domain/period.js';
import { isScheme } from '../../domain/scheme.js';
import type { CsvRecord } from '../../facts/csv-file.js';
import { describeFinding, type Finding } from '../../facts/finding.js';
import type { Fund } from '../../facts/fund.js';
import { readReferenceFile } from '../../facts/read-reference.js';

/** A dated rule that a figure cannot be above another of the same place: figure ≤ times × limit × members. */
export interface Bound {
  /** Indicators. */
  figure: string;
  limit: string;
  /** Scheme of the limit; empty for that of the figure. */
  limitScheme: string;
  /** Whether the newest limit of any period will do, as a population; else it must be of the figure's own period. */
  takesLatest: boolean;
  times: number;
  /** Indicator of a count by which the limit is multiplied; empty for none. */
  members: string;
  /** Why, in Chinese. */
  words: string;
  validFrom: string;
  validTo: string;
}

/** File in which the rules stand, relative to the root. */
export const BOUNDS_FILE = 'data/reference/bounds.csv';

const COLUMNS = [
  ...['bound', 'figure', 'limit', 'limitScheme', 'limitPeriod', 'times', 'members'],
  ...['words', 'validFrom', 'validTo', 'source'],
];

/** The rules that hold in the fund's period. Throws InputError with every finding when the file cannot be used. */
export function openBounds(fund: Pick<Fund, 'root' | 'period' | 'reference'>): Bound[] {
  const rows = readReferenceFile(fund.root, 'bounds.csv', { required: COLUMNS });
  const indicators = new Set(fund.reference.indicators.map(({ code }) => code));
  const findings = rows.flatMap((row) => checkRow(row, indicators));
  if (findings.length > 0) throw new InputError(findings.map(describeFinding).join('\n'));
  return rows.map(boundOf).filter((bound) => isValid(bound, fund.period));
}

function boundOf({ cells }: CsvRecord): Bound {
  const cell = (name: string): string => cells[name] ?? '';
  return {
    figure: cell('figure'),
    limit: cell('limit'),
    limitScheme: cell('limitScheme'),
    takesLatest: cell('limitPeriod') === 'latest',
    times: Number(cell('times')),
    members: cell('members'),
    words: cell('words'),
    validFrom: cell('validFrom'),
    validTo: cell('validTo'),
  };
}

function isValid({ validFrom, validTo }: Bound, period: string): boolean {
  const since = validFrom === '' || comparePeriods(validFrom, period) <= 0 || period.startsWith(validFrom);
  return since && (validTo === '' || comparePeriods(period, validTo) <= 0 || period.startsWith(validTo));
}

function checkRow(row: CsvRecord, indicators: ReadonlySet<string>): Finding[] {
  const cell = (name: string): string => row.cells[name] ?? '';
  const fault = (column: string, holds: boolean, rule: string): Finding[] => {
    const place = { file: BOUNDS_FILE, line: row.line, column, value: cell(column) };
    return holds ? [] : [{ severity: 'error', ...place, rule }];
  };
  const unknown = '不是 indicators.csv 里的指标';
  const period = (column: string): boolean => cell(column) === '' || isPeriod(cell(column));
  return [
    ...fault('figure', indicators.has(cell('figure')), unknown),
    ...fault('limit', indicators.has(cell('limit')), unknown),
    ...fault(
      'limitScheme',
      cell('limitScheme') === '' || isScheme(cell('limitScheme')),
      '不认识的险种，空白表示同一险种',
    ),
    ...fault('limitPeriod', ['', 'latest'].includes(cell('limitPeriod')), '应为空白（同一期间）或 latest'),
    ...fault('times', Number(cell('times')) > 0, '应为大于 0 的数字'),
    ...fault('members', cell('members') === '' || indicators.has(cell('members')), `${unknown}，空白表示不乘`),
    ...fault('words', cell('words') !== '', '没有写理由'),
    ...fault('validFrom', period('validFrom'), '期间无法识别，空白表示不限'),
    ...fault('validTo', period('validTo'), '期间无法识别，空白表示不限'),
    ...fault('source', cell('source') !== '', '没有写来源，应写明文件和位置'),
  ];
}
