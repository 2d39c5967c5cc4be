import { type ColumnTable, from } from 'arquero';
import { Decimal } from 'decimal.js';
import { exactYuan } from '../../domain/figure-text.js';
import { InputError } from '../../domain/input-error.js';
import type { OutpatientPolicy } from '../../facts/outpatient-pooling.js';

/** One outpatient visit of an insured employee. */
export interface OutpatientVisit {
  /** `年-月-日`, as ISO 8601 writes it. */
  date: string;
  /** Level of the institution, a code of the policy: `primary`, `secondary`, `tertiary`. */
  level: string;
  /** Expense within the policy's scope (政策范围内), fen; null when unknown. */
  eligible: number | null;
}

/** Who is reimbursed, and how the deductibles of a year add up. */
export interface OutpatientPerson {
  /** Status during the whole year; the policy does not say what holds when someone retires within it. */
  status: 'active' | 'retired';
  /** `visit` (default): every visit has its level's deductible; `year`: a level's deductible is met once a year. */
  deductibleReading?: 'visit' | 'year';
}

/**
 * Reimburses the outpatient visits of one person in one calendar year from the pooled fund, in the order of their dates;
 * visits of one day in the order given.
 *
 * Formula of a visit: fundPayment = min(ratio × (eligible − deductible), cap − fund payments before), rounded half up to
 * whole fen before the cap is applied; personalPayment = eligible − fundPayment.
 *
 * The policy says that the deductibles of a year add up to at most 300 yuan, and 200 yuan for a secondary, 300 yuan for a
 * tertiary institution; it does not say how the two go together. Read here, `visit`: every visit bears its level's
 * deductible until 300 yuan are borne in the year, deductible = min(eligible, level's, 300 − borne before). Two visits
 * at 二级 bear 200 and 100. The other reading, `year`: a level's deductible is met by what the year has borne so far,
 * deductible = min(eligible, max(0, level's − borne before)); the second visit at 二级 bears nothing. It is not
 * the default because under it the yearly limit, which the policy states, would change nothing.
 * Visits at 一级及基层 have no deductible and add nothing to it.
 *
 * An unknown expense makes its own visit and every later one of the year unknown.
 *
 * @returns one row a visit: its columns, `levelName`, `deductible`, `fundPayment`, `personalPayment`,
 * `deductibleToDate`, `fundToDate` (fen, null when unknown) and `capReached` (the year's cap is used up; null when unknown)
 * Throws InputError for a visit outside the policy's validity, of another year, of an unknown level, or of an impossible amount.
 */
export function reimburseOutpatientYear(
  visits: readonly OutpatientVisit[],
  policy: readonly OutpatientPolicy[],
  person: OutpatientPerson,
): ColumnTable {
  const problems = visits.flatMap((_, index) => visitProblems(visits, index, policy));
  if (problems.length > 0) throw new InputError(problems.join('\n'));
  const ordered = [...visits].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  let before: ToDate | null = { deductible: 0, fund: 0 };
  const rows = ordered.map((visit) => {
    const terms = termsOf(visit, policy);
    const paid =
      before === null || visit.eligible === null ? null : payVisit(visit.eligible, before, { ...terms, ...person });
    before = paid && { deductible: paid.deductibleToDate, fund: paid.fundToDate };
    return { ...visit, levelName: terms.levelName, ...(paid ?? UNKNOWN_PAYMENT) };
  });
  return from(rows);
}

/** What the year has borne before a visit, fen. */
interface ToDate {
  deductible: number;
  fund: number;
}

const UNKNOWN_PAYMENT = {
  deductible: null,
  fundPayment: null,
  personalPayment: null,
  deductibleToDate: null,
  fundToDate: null,
  capReached: null,
};

function payVisit(eligible: number, before: ToDate, terms: OutpatientPolicy & OutpatientPerson) {
  const deductible = Math.min(eligible, deductibleLeft(before, terms));
  const cap = terms.status === 'active' ? terms.capActive : terms.capRetired;
  const share = new Decimal(terms.ratio).times(eligible - deductible).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
  const fundPayment = Math.min(share.toNumber(), Math.max(0, cap - before.fund));
  const fundToDate = before.fund + fundPayment;
  return {
    deductible,
    fundPayment,
    personalPayment: eligible - fundPayment,
    deductibleToDate: before.deductible + deductible,
    fundToDate,
    capReached: fundToDate >= cap,
  };
}

function deductibleLeft(before: ToDate, terms: OutpatientPolicy & OutpatientPerson): number {
  const ofYear = Math.max(0, terms.yearDeductible - before.deductible);
  if (terms.deductibleReading === 'year') return Math.min(ofYear, Math.max(0, terms.deductible - before.deductible));
  return Math.min(ofYear, terms.deductible);
}

function termsOf({ date, level }: OutpatientVisit, policy: readonly OutpatientPolicy[]): OutpatientPolicy {
  const found = policy.find((terms) => terms.level === level && isValid(terms, date));
  if (found === undefined) throw new RangeError(`no outpatient policy for ${level} on ${date}`);
  return found;
}

function isValid({ validFrom, validTo }: OutpatientPolicy, date: string): boolean {
  const month = date.slice(0, MONTH_LENGTH);
  return validFrom <= month && (validTo === '' || month <= validTo);
}

function visitProblems(
  visits: readonly OutpatientVisit[],
  index: number,
  policy: readonly OutpatientPolicy[],
): string[] {
  const [first] = visits;
  const { date, level, eligible } = visits[index] as OutpatientVisit;
  const place = `第 ${index + 1} 次就诊（${date}）`;
  const own = policy.filter((terms) => terms.level === level);
  const problems: string[] = [];
  if (own.length === 0) {
    const known = policy.map((terms) => `${terms.level}（${terms.levelName}）`).join('、');
    problems.push(`${place}：不认识的医疗机构级别“${level}”，应为 ${known}`);
  }
  if (eligible !== null && !(Number.isSafeInteger(eligible) && eligible >= 0)) {
    const value = Number.isFinite(eligible) ? `${exactYuan(eligible)}元` : String(eligible);
    problems.push(`${place}：政策范围内费用为“${value}”，应不小于 0 且以分为最小单位`);
  }
  if (!isDate(date)) return [...problems, `${place}：日期无法识别，应写作“年-月-日”并且确有这一天`];
  if (first !== undefined && isDate(first.date) && date.slice(0, 4) !== first.date.slice(0, 4)) {
    problems.push(`${place}：与首次就诊（${first.date}）不在同一自然年，起付标准和限额按自然年计算，请分年计算`);
  }
  if (own.length > 0 && !own.some((terms) => isValid(terms, date))) {
    const since = own.map(({ validFrom, validTo }) => `${validFrom} 起${validTo && `至 ${validTo} `}`).join('，');
    problems.push(`${place}：不在政策有效期内，门诊统筹自 ${since}实施（${own[0]?.source}）`);
  }
  return problems;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const MONTH_LENGTH = '0000-00'.length;
