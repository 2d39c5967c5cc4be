import { InputError } from '../../domain/input-error.js';
import { comparePeriods } from '../../domain/period.js';
import { describeFinding } from '../../facts/finding.js';
import { readReferenceFile } from '../../facts/read-reference.js';
import { checkRules } from './check-rules.js';

/** Grade of a pool's payable months, from `data/reference/rules.csv`. */
export interface Band {
  grade: string;
  gradeName: string;
  /** 1 is worst. */
  severity: number;
  /** Months; null where the band is open. */
  lower: number | null;
  lowerInclusive: boolean;
  upper: number | null;
  upperInclusive: boolean;
}

/** A dated rule that grades payable months, with its source. */
export interface Rule {
  code: string;
  name: string;
  /** Scheme to which it applies; empty for every scheme. */
  scheme: string;
  validFrom: string;
  validTo: string;
  source: string;
  note: string;
  /** From the lowest months to the highest. */
  bands: Band[];
}

const COLUMNS = [
  'rule',
  'ruleName',
  'band',
  'grade',
  'gradeName',
  'severity',
  'lower',
  'lowerInclusive',
  'upper',
  'upperInclusive',
  'scheme',
  'unit',
  'validFrom',
  'validTo',
  'source',
  'note',
];

/** File in which the rules stand, relative to the root. */
export const RULES_FILE = 'data/reference/rules.csv';

/**
 * Reads the rules that apply to a place, in the order of the file: its own, and those of no place, which are national.
 * Without a place all of them. Throws InputError with every finding when the file cannot be used.
 */
export function readRules(root: string, place = ''): Rule[] {
  const rules = new Map<string, Rule>();
  const rows = readReferenceFile(root, 'rules.csv', { required: COLUMNS, optional: ['place'] });
  const findings = checkRules(RULES_FILE, rows);
  if (findings.length > 0) throw new InputError(findings.map(describeFinding).join('\n'));
  for (const { cells } of rows) {
    const cell = (name: string): string => cells[name] ?? '';
    if (place !== '' && cell('place') !== '' && cell('place') !== place) continue;
    const rule = rules.get(cell('rule')) ?? {
      code: cell('rule'),
      name: cell('ruleName'),
      scheme: cell('scheme'),
      validFrom: cell('validFrom'),
      validTo: cell('validTo'),
      source: cell('source'),
      note: cell('note'),
      bands: [],
    };
    rules.set(rule.code, rule);
    rule.bands.push({
      grade: cell('grade'),
      gradeName: cell('gradeName'),
      severity: Number(cell('severity')),
      lower: cell('lower') === '' ? null : Number(cell('lower')),
      lowerInclusive: cell('lowerInclusive') === 'yes',
      upper: cell('upper') === '' ? null : Number(cell('upper')),
      upperInclusive: cell('upperInclusive') === 'yes',
    });
  }
  return [...rules.values()];
}

/**
 * The rule asked for by code, or the first that is valid in the period. Throws InputError for an unknown code, for a
 * rule that is not valid in the period, and when no rule is.
 */
export function chooseRule(rules: readonly Rule[], period: string, asked = ''): Rule {
  const known = rules.map((rule) => `${rule.code}（${rule.name}）`).join('、');
  const valid = (rule: Rule): boolean => isValid(rule, period);
  const found = asked === '' ? rules.find(valid) : rules.find((rule) => rule.code === asked);
  if (found === undefined)
    throw new InputError(asked === '' ? `${period} 没有有效的规则` : `没有规则“${asked}”，现有：${known}`);
  if (!valid(found)) throw new InputError(`规则“${found.name}”${validityText(found)}有效，不适用于 ${period}`);
  return found;
}

function validityText({ validFrom, validTo }: Rule): string {
  return `${validFrom === '' ? '' : `自 ${validFrom} 起`}${validTo === '' ? '' : `至 ${validTo} `}`;
}

/** Whether a rule holds in a period. None does in one whose year is lost. */
export function isValid(rule: Rule, period: string): boolean {
  const since =
    rule.validFrom === '' || comparePeriods(rule.validFrom, period) <= 0 || period.startsWith(rule.validFrom);
  return since && (rule.validTo === '' || comparePeriods(period, rule.validTo) <= 0);
}

/** The band in which a number of months lies. Throws RangeError when the rule's bands leave it out. */
export function bandOf(rule: Rule, months: number): Band {
  const above = (band: Band): boolean =>
    band.lower === null || months > band.lower || (band.lowerInclusive && months === band.lower);
  const below = (band: Band): boolean =>
    band.upper === null || months < band.upper || (band.upperInclusive && months === band.upper);
  const found = rule.bands.find((band) => above(band) && below(band));
  if (found === undefined) throw new RangeError(`rule ${rule.code} has no band for ${months} months`);
  return found;
}

/** The upper bound of the worst band: the line below which a pool is warned about. */
export function warningLine(rule: Rule): number {
  const worst = [...rule.bands].sort((a, b) => a.severity - b.severity)[0];
  if (worst?.upper == null) throw new RangeError(`rule ${rule.code} has no warning line`);
  return worst.upper;
}

/** The rule by which a fund's period is judged: the one asked for by code, or the first that is valid. */
export function openRule(fund: { root: string; period: string; place?: { code: string } }, asked = ''): Rule {
  return chooseRule(readRules(fund.root, fund.place?.code), fund.period, asked);
}
