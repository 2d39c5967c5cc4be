import { isPeriod } from '../../domain/period.js';
import { isScheme } from '../../domain/scheme.js';
import type { CsvRecord } from '../../facts/csv-file.js';
import type { Finding } from '../../facts/finding.js';

const NUMBER = /^\d+(\.\d+)?$/;

/**
 * Checks the rows of `rules.csv`: bounds are numbers, words are known ones, and the bands of a rule follow one another
 * from an open end to an open end without gap or overlap, so that every number of months has exactly one grade.
 */
export function checkRules(file: string, rows: readonly CsvRecord[]): Finding[] {
  const findings: Finding[] = [];
  const previous = new Map<string, CsvRecord>();
  for (const row of rows) {
    const cell = (name: string): string => row.cells[name] ?? '';
    const check = (column: string, holds: boolean, rule: string): void => {
      if (!holds) findings.push({ severity: 'error', file, line: row.line, column, value: cell(column), rule });
    };
    check('severity', NUMBER.test(cell('severity')), '应为数字，1 为最重');
    for (const column of ['lower', 'upper']) {
      check(column, cell(column) === '' || NUMBER.test(cell(column)), '应为数字（月），空白表示不设界线');
    }
    for (const column of ['lowerInclusive', 'upperInclusive']) {
      check(column, ['yes', 'no'].includes(cell(column)), '应为 yes 或 no');
    }
    check('unit', cell('unit') === '月', '规则以“月”为单位');
    check('scheme', cell('scheme') === '' || isScheme(cell('scheme')), '不认识的险种，空白表示都适用');
    for (const column of ['validFrom', 'validTo']) {
      check(column, cell(column) === '' || isPeriod(cell(column)), '期间无法识别，空白表示不限');
    }
    check('lower', follows(previous.get(cell('rule')), row), '各档应由低到高首尾相接，第一档不设下限，界线恰好归一档');
    previous.set(cell('rule'), row);
  }
  for (const row of previous.values()) {
    const value = row.cells.upper ?? '';
    if (value !== '')
      findings.push({ severity: 'error', file, line: row.line, column: 'upper', value, rule: '最后一档不应设上限' });
  }
  return findings;
}

function follows(before: CsvRecord | undefined, row: CsvRecord): boolean {
  if (before === undefined) return row.cells.lower === '';
  const meets = row.cells.lower !== '' && Number(row.cells.lower) === Number(before.cells.upper);
  return meets && before.cells.upper !== '' && row.cells.lowerInclusive !== before.cells.upperInclusive;
}
