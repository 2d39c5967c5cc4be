import { existsSync } from 'node:fs';
import path from 'node:path';
import { comparePeriods, isPeriod, UNDATED } from '../domain/period.js';
import { factKey } from './check-facts.js';
import { readCsvFile } from './csv-file.js';
import { plainText } from './csv-text.js';
import type { Fact } from './fact.js';
import { type Finding, failInRow, rowOf } from './finding.js';
import { readFigures } from './read-figures.js';
import { FIGURE_COLUMNS, type FigureFile, resolveRow } from './resolve-row.js';
import type { Restatement } from './restatement.js';
import { PUBLISHED_FILE } from './workspace.js';

/** Columns of `restatements.csv` beside those of all figures. */
export const RESTATEMENT_COLUMNS = ['restates', 'date', 'reason'] as const;

/** What a report states anew of earlier ones. */
export interface Restatements {
  /** Restated inputs: facts of this report about an earlier period. */
  facts: Fact[];
  /** Restated figures that the earlier report derived. */
  published: Fact[];
  restatements: Restatement[];
  findings: Finding[];
}

/**
 * Reads `restatements.csv` of a period. Every row needs a reason, a date, and the row that it restates: of an earlier
 * report of the same place, with the same key. A row with a finding restates nothing.
 */
export function readRestatements(own: FigureFile): Restatements {
  const { rows, findings } = readFigures(own, { required: RESTATEMENT_COLUMNS, optional: ['basis', 'period'] });
  const result: Restatements = { facts: [], published: [], restatements: [], findings };
  const targets = new EarlierRows(own);
  for (const { fact, cells } of rows) {
    const before = findings.length;
    const fail = failInRow(findings, rowOf(fact.ref), (column) => cells[column]);
    const { restates = '', date = '', reason = '' } = cells;
    if (reason === '') fail('reason', '重述必须写明理由');
    if (!DATE.test(date)) fail('date', '重述必须写明日期，写作 YYYY-MM-DD');
    const target = targets.find(restates);
    if (target === undefined) fail('restates', '找不到被重述的行，应为本地区更早一期的行（data/…/x.csv#L行号）');
    else if (factKey(target) !== factKey(fact))
      fail('restates', '与被重述的行不是同一统筹区、险种、指标、分项、口径、期间');
    if (findings.length > before) continue;
    (targets.isDerived(restates) ? result.published : result.facts).push(fact);
    const { ref, printed, unit, period, source } = fact;
    result.restatements.push({ restates, ref, printed, unit, period, reason: plainText(reason), date, source });
  }
  return result;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const REF = /^data\/([^/]+)\/([^/]+)\/[^/]+\.csv#L\d+$/;
/** Every column that a file of figures may have beside those of all figures. */
const OTHER_COLUMNS = ['basis', 'period', 'explanation', 'corrects', 'reason', 'kind', 'restates', 'date'];

interface EarlierRow {
  fact: Fact;
  /** What the row restates in turn, or empty. */
  restates: string;
}

/** Rows of earlier reports of the place, each file read once. */
class EarlierRows {
  /** The file that restates them. */
  readonly #own: FigureFile;
  readonly #files = new Map<string, Map<string, EarlierRow>>();

  constructor(own: FigureFile) {
    this.#own = own;
  }

  find(ref: string): Fact | undefined {
    return this.#row(ref)?.fact;
  }

  /** Whether the row is a figure that its report derives, or restates one. */
  isDerived(ref: string): boolean {
    if (ref.includes(`/${PUBLISHED_FILE}#`)) return true;
    const restates = this.#row(ref)?.restates ?? '';
    // An earlier row can only restate a row of a report before its own, so that this ends.
    return restates !== '' && comparePeriods(periodOf(restates), periodOf(ref)) < 0 && this.isDerived(restates);
  }

  #row(ref: string): EarlierRow | undefined {
    const [, place = ''] = REF.exec(ref) ?? [];
    const period = periodOf(ref);
    if (place !== this.#own.place) return undefined;
    if (comparePeriods(period, this.#own.reported) >= 0) return undefined;
    const [file = ''] = ref.split('#');
    const rows = this.#files.get(file) ?? this.#read(file, period);
    this.#files.set(file, rows);
    return rows.get(ref);
  }

  #read(file: string, reported: string): Map<string, EarlierRow> {
    const head = { required: FIGURE_COLUMNS, optional: OTHER_COLUMNS };
    const { root } = this.#own;
    if (!existsSync(path.join(root, file))) return new Map();
    const rows = readCsvFile(root, file, head).records.flatMap((record): EarlierRow[] => {
      const { fact } = resolveRow(record, { ...this.#own, file, reported });
      return fact === undefined ? [] : [{ fact, restates: record.cells.restates ?? '' }];
    });
    return new Map(rows.map((row) => [row.fact.ref, row]));
  }
}

/** The period of a row's report; the one before all others when the reference is none. */
function periodOf(ref: string): string {
  const period = REF.exec(ref)?.[2] ?? '';
  return isPeriod(period) ? period : UNDATED;
}
