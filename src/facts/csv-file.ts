import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { type CsvLine, csvLines } from './csv-lines.js';
import type { Finding } from './finding.js';

/** One line of a CSV file under its head. Every column of the head is present; cells are trimmed (also of full-width spaces), never null. */
export interface CsvRecord {
  /** Line of the file on which the record ends, as an editor counts. */
  line: number;
  cells: Readonly<Record<string, string>>;
}

/** A CSV file as text. Findings stop at what makes the file unreadable: encoding, quoting, head. */
export interface CsvFile {
  /** Path relative to the project root, with forward slashes. */
  file: string;
  records: CsvRecord[];
  findings: Finding[];
}

/** The columns a file must have, and those it may have. */
export interface Head {
  required: readonly string[];
  optional?: readonly string[];
}

/**
 * Reads a CSV file as Chinese Excel saves it: UTF-8 with or without BOM, GB18030, LF or CRLF. Nothing is guessed:
 * every cell stays text. Findings name missing and unknown columns, ragged lines, bad quoting and empty files.
 */
export function readCsvFile(root: string, file: string, head: Head): CsvFile {
  const at = (line: number, rule: string, cell = { column: '', value: '' }): Finding => {
    return { severity: 'error', file, line, ...cell, rule };
  };
  const unreadable = (...findings: Finding[]): CsvFile => ({ file, records: [], findings });
  const full = path.join(root, file);
  if (!existsSync(full)) return unreadable(at(0, '文件不存在'));
  const text = decode(readFileSync(full));
  if (text === undefined) {
    return unreadable(at(0, '编码无法识别，应为 UTF-8 或 GB18030（在 Excel 中另存为“CSV UTF-8”）'));
  }
  const parsed = parseLines(text);
  if (!Array.isArray(parsed)) {
    return unreadable(at(parsed.badLine, '引号不成对，无法分列，请检查这一行起的双引号'));
  }
  const [names, ...lines] = parsed;
  if (names === undefined) return unreadable(at(0, '文件是空的，至少应有一行列名'));
  const wrongNames = headFindings(names.cells, head, at);
  if (wrongNames.length > 0) return unreadable(...wrongNames);
  const findings = lines.length === 0 ? [at(0, '文件只有列名，没有数据')] : [];

  const records: CsvRecord[] = [];
  for (const { line, cells } of lines) {
    if (cells.length === names.cells.length) records.push({ line, cells: byName(names.cells, cells, head) });
    else findings.push(at(line, `有 ${cells.length} 列，列名有 ${names.cells.length} 列（值里有逗号时要加双引号）`));
  }
  return { file, records, findings };
}

/** Text of a file in UTF-8 (with or without BOM) or GB18030; undefined when it is neither. */
export function decode(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? undefined : text;
    } catch {
      // Not this encoding: try the next.
    }
  }
  return undefined;
}

/**
 * Text of a file that is to be written back as UTF-8: with its byte order mark, and with one where it was GB18030, because
 * Excel, which saved it so, would not know it again without. Undefined when it cannot be decoded.
 */
export function decodeMarked(bytes: Uint8Array): string | undefined {
  const text = decode(bytes);
  if (text === undefined || Buffer.from(text).equals(bytes)) return text;
  return `\uFEFF${text}`;
}

/** The lines of a text, or that on which the record begins whose quoting goes wrong. */
function parseLines(text: string): CsvLine[] | { badLine: number } {
  // One kind of line break, because the parser takes the first one it meets for all and counts CRLF in quotes twice.
  const plain = text.replace(/\r\n?/g, '\n');
  const lines = csvLines(plain);
  if (lines !== undefined) return lines;
  let read = 0;
  try {
    const rows = parse(plain, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (record, { lines }) => {
        read = lines;
        return record;
      },
    });
    return (rows as unknown as { info: { lines: number }; record: string[] }[])
      .map(({ info, record }) => ({ line: info.lines, cells: record.map((cell) => cell.trim()) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const rest = plain.split('\n').slice(read);
    return { badLine: read + 1 + rest.findIndex((line) => line.trim() !== '') };
  }
}

function headFindings(
  names: string[],
  head: Head,
  at: (line: number, rule: string, cell?: Pick<Finding, 'column' | 'value'>) => Finding,
): Finding[] {
  const known = [...head.required, ...(head.optional ?? [])];
  const missing = head.required.filter((name) => !names.includes(name));
  const unknown = names.filter((name) => !known.includes(name));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...missing.map((name) => at(1, `缺少列 ${name}`)),
    ...unknown.map((value) => at(1, `不认识的列；可用的列：${known.join('、')}`, { column: '列名', value })),
    ...twice.map((value) => at(1, '列名重复', { column: '列名', value })),
  ];
}

function byName(names: string[], cells: string[], head: Head): Record<string, string> {
  const record: Record<string, string> = Object.create(null);
  for (const name of head.optional ?? []) record[name] = '';
  names.forEach((name, index) => {
    record[name] = cells[index] ?? '';
  });
  return record;
}
