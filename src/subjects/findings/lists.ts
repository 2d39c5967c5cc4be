import { InputError } from '../../domain/input-error.js';
import type { CsvRecord } from '../../facts/csv-file.js';
import { describeFinding, type Finding } from '../../facts/finding.js';
import type { Fund } from '../../facts/fund.js';
import { readReferenceFile } from '../../facts/read-reference.js';

/**
 * A part that a text lists under its total beside others, as the `main` ones (主要), which should leave nothing unsaid, or as
 * `some` (其中).
 */
export interface ListedPart {
  indicator: string;
  category: string;
  kind: 'main' | 'some';
}

/** File in which the lists stand, relative to the root. */
export const LISTS_FILE = 'data/reference/lists.csv';

const COLUMNS = ['indicator', 'category', 'kind', 'source'];

/** The parts that texts list. Throws InputError with every finding when the file cannot be used. */
export function openLists({ root, reference }: Pick<Fund, 'root' | 'reference'>): ListedPart[] {
  const rows = readReferenceFile(root, 'lists.csv', { required: COLUMNS });
  const findings = rows.flatMap((row) => checkRow(row, reference));
  if (findings.length > 0) throw new InputError(findings.map(describeFinding).join('\n'));
  return rows.map(({ cells: { indicator = '', category = '', kind } }) => ({
    indicator,
    category,
    kind: kind === 'main' ? kind : 'some',
  }));
}

function checkRow({ line, cells }: CsvRecord, { categories }: Fund['reference']): Finding[] {
  const fault = (column: string, holds: boolean, rule: string): Finding[] => {
    const place = { file: LISTS_FILE, line, column, value: cells[column] ?? '' };
    return holds ? [] : [{ severity: 'error', ...place, rule }];
  };
  const isPart = categories.some((part) => part.indicator === cells.indicator && part.code === cells.category);
  return [
    ...fault('category', isPart, '不是 categories.csv 里这个指标的分项'),
    ...fault('kind', ['main', 'some'].includes(cells.kind ?? ''), '应为 main（主要）或 some（其中）'),
    ...fault('source', cells.source !== '', '没有写来源，应写明文件和位置'),
  ];
}
