import { indicatorOf } from '../domain/indicator.js';
import { findRegion, type Region } from '../domain/region.js';
import { isScheme, SCHEME_NAMES } from '../domain/scheme.js';
import { type CsvRecord, readCsvFile } from './csv-file.js';
import { type Finding, failInRow } from './finding.js';
import type { FigureFile } from './resolve-row.js';
import type { Statement } from './statement.js';

/** Columns of `statements.csv`. */
const COLUMNS = ['region', 'scheme', 'indicator', 'low', 'high', 'quote', 'source'] as const;
/** Written for the region where a sentence says something of all that it has not named. */
const OTHERS = '其他';
const NUMBER = /^\d+(\.\d+)?$/;
/** Bands of words are in these: 3 个月, 3 个统筹区. */
const UNIT_KINDS = ['month', 'count'];

/** Reads what a report's own sentences say of its pools. A row with a finding says nothing. */
export function readStatements(file: FigureFile): { statements: Statement[]; findings: Finding[] } {
  const { records, findings } = readCsvFile(file.root, file.file, { required: COLUMNS });
  const statements = records.flatMap((record) => {
    const own: Finding[] = [];
    const statement = statementOf(record, file, own);
    findings.push(...own);
    return own.length > 0 ? [] : [statement];
  });
  return { statements, findings };
}

function statementOf(record: CsvRecord, file: FigureFile, findings: Finding[]): Statement {
  const cell = (column: string): string => record.cells[column] ?? '';
  const fail = failInRow(findings, { file: file.file, line: record.line }, cell);
  const region = regionOf(cell('region'), file);
  if (region === undefined) {
    const known = `${file.place} 的统筹区见 data/reference/regions.csv`;
    fail('region', `不认识的统筹区，${known}；原文称“没有”的留空，称其余各地的写“${OTHERS}”`);
  }
  if (!isScheme(cell('scheme'))) fail('scheme', `不认识的险种，应为 ${Object.keys(SCHEME_NAMES).join('、')}`);
  const indicator = indicatorOf(file.reference.indicators, cell('indicator'));
  if (indicator === undefined) fail('indicator', '不认识的指标，可用的指标见 data/reference/indicators.csv');
  else if (!UNIT_KINDS.includes(indicator.unitKind)) fail('indicator', `${indicator.name}不是月数或个数`);
  for (const column of ['low', 'high']) {
    if (cell(column) !== '' && !NUMBER.test(cell(column))) fail(column, '应为数字（月或个），空白表示不设界线');
  }
  const [low, high] = [boundOf(cell('low')), boundOf(cell('high'))];
  if (low === null && high === null) fail('low', '至少写明一条界线');
  if (low !== null && high !== null && low > high) fail('low', '下限不应高于上限');
  for (const column of ['quote', 'source']) if (cell(column) === '') fail(column, '应照录原文并写明文件和位置');
  return {
    about: cell('region') === '' ? 'none' : cell('region') === OTHERS ? 'others' : 'region',
    region: region?.code ?? '',
    regionName: region?.name ?? '',
    scheme: cell('scheme'),
    indicator: cell('indicator'),
    ...{ low, high, quote: cell('quote'), source: cell('source') },
    ref: `${file.file}#L${record.line}`,
  };
}

/** The region named; null where none is; undefined where it is not known. */
function regionOf(text: string, { reference, place }: FigureFile): Region | null | undefined {
  return text === '' || text === OTHERS ? null : findRegion(reference.regions[place] ?? [], text);
}

function boundOf(text: string): number | null {
  return NUMBER.test(text) ? Number(text) : null;
}
