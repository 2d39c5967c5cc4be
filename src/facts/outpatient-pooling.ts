import { Decimal } from 'decimal.js';
import { InputError } from '../domain/input-error.js';
import { type CsvRecord, readCsvFile } from './csv-file.js';
import { describeFinding, type Finding, failInRow } from './finding.js';

/** What the pooled fund pays for a visit at one level of institution, and within which limits of the year. */
export interface OutpatientPolicy {
  /** `primary`, `secondary` or `tertiary`. */
  level: string;
  levelName: string;
  /** Deductible of the level, fen. */
  deductible: number;
  /** Share that the fund pays above the deductible, 0.6 for 60 %. */
  ratio: number;
  /** Most that deductibles may add up to in a calendar year, fen. */
  yearDeductible: number;
  /** Most that the fund pays in a calendar year, fen. */
  capActive: number;
  capRetired: number;
  /** First month in which it holds, `2022-10`. */
  validFrom: string;
  /** Last month in which it holds; empty when it is in force. */
  validTo: string;
  source: string;
  note: string;
}

/** File in which the policy stands, relative to the root. */
export const OUTPATIENT_POOLING_FILE = 'data/reference/outpatient-pooling.csv';

const AMOUNTS = ['deductible', 'yearDeductible', 'capActive', 'capRetired'] as const;
const UNITS = { amountUnit: '元', ratioUnit: '%' } as const;
const TEXTS = ['level', 'levelName', 'validFrom', 'validTo', 'source', 'note'] as const;
const COLUMNS = ['place', ...TEXTS, ...AMOUNTS, 'ratio', ...Object.keys(UNITS)];

/**
 * Reads the outpatient pooling policy (职工医保门诊统筹) of a place by its code, one row a level of institution and validity,
 * amounts in fen. Throws InputError with every finding when the file cannot be used, and for a place without a policy.
 */
export function readOutpatientPooling(root: string, place: string): OutpatientPolicy[] {
  const { records, findings } = readCsvFile(root, OUTPATIENT_POOLING_FILE, { required: COLUMNS });
  const problems: Finding[] = [...findings, ...records.flatMap(rowFindings)];
  if (problems.length > 0) throw new InputError(problems.map(describeFinding).join('\n'));
  const own = records.filter(({ cells }) => cells.place === place);
  if (own.length === 0) throw new InputError(`${OUTPATIENT_POOLING_FILE}：没有地区“${place}”的门诊统筹支付标准`);
  return own.map(({ cells }) => {
    const text = (name: string): string => cells[name] ?? '';
    const texts = Object.fromEntries(TEXTS.map((name) => [name, text(name)]));
    const amounts = Object.fromEntries(AMOUNTS.map((name) => [name, fen(text(name))]));
    return {
      ...(texts as Record<(typeof TEXTS)[number], string>),
      ...(amounts as Record<(typeof AMOUNTS)[number], number>),
      ratio: new Decimal(text('ratio')).div(PERCENT).toNumber(),
    };
  });
}

function rowFindings({ line, cells }: CsvRecord): Finding[] {
  const findings: Finding[] = [];
  const fail = failInRow(findings, { file: OUTPATIENT_POOLING_FILE, line }, (column) => cells[column]);
  const check = (holds: boolean, column: string, rule: string): unknown => holds || fail(column, rule);
  for (const column of AMOUNTS) {
    const text = cells[column] ?? '';
    const isAmount = AMOUNT.test(text);
    check(isAmount, column, '应为不小于 0 的金额（元），至多两位小数');
    check(!isAmount || Number.isSafeInteger(fen(text)), column, '数太大，无法精确计算，请检查位数');
  }
  const ratio = cells.ratio ?? '';
  check(AMOUNT.test(ratio) && Number(ratio) <= PERCENT, 'ratio', '应在 0 与 100 之间（%）');
  for (const [column, unit] of Object.entries(UNITS)) check(cells[column] === unit, column, `应为 ${unit}`);
  check(MONTH.test(cells.validFrom ?? ''), 'validFrom', '应为年份加月份，写作“年-月”');
  check(cells.validTo === '' || MONTH.test(cells.validTo ?? ''), 'validTo', '应为年份加月份，写作“年-月”，或留空');
  check(cells.source !== '', 'source', '没有写来源，应写明文件和位置');
  return findings;
}

function fen(yuan: string): number {
  return new Decimal(yuan).times(FEN_PER_YUAN).toNumber();
}

const AMOUNT = /^\d+(\.\d{1,2})?$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const PERCENT = 100;
const FEN_PER_YUAN = 100;
