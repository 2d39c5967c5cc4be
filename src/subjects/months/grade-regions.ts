import { type ColumnTable, from } from 'arquero';
import { schemeName } from '../../domain/scheme.js';
import type { Fund } from '../../facts/fund.js';
import { poolKey } from '../keys-of.js';
import type { PoolMonths } from './derive-payable-months.js';
import { missingForMonths } from './missing-for-months.js';
import { poolDoubts } from './pool-doubts.js';
import { previousMonths } from './previous-months.js';
import {
  type Judgement,
  possibleGrades,
  type Reason,
  reasonOf,
  roundingDecides,
  shortfallOf,
  shortReason,
} from './reason.js';
import { rollUpPools } from './roll-up-pools.js';
import { bandOf, openRule } from './rule.js';

/** A pool with its grade: a row of {@link gradeRegions}. Amounts in fen, months unrounded, null when unknown. */
export interface RegionWarning extends PoolMonths, Reason {
  schemeName: string;
  /** Code of the grade; `unknown` without months, `notApplicable` where the rule is for another scheme. */
  grade: string;
  gradeName: string;
  /** 1 is worst; 98 for not applicable and 99 for unknown. */
  severity: number;
  /** Code of the rule. */
  rule: string;
  /** Fen missing to reach the warning line; null when none are or it is unknown. */
  shortfall: number | null;
  /** Months of the previous period, null without one. */
  previousMonths: number | null;
  roundingDecides: boolean;
  /** Names of the grades that a rounding could turn it into, joined by 、. */
  possibleGrades: string;
  /** Why the grade may be wrong though it follows from the figures: Chinese, empty when nothing is known against it. */
  doubt: string;
}

/**
 * Grades every pool of the period by its payable months, worst first.
 * Formula: grade = the band of the rule in which payableMonths lies, unrounded where they can be computed and as
 * printed where the report gives nothing else.
 *
 * 6,734.97 万元 available at 5,890.95 万元 a month are 1.14 months: below 3, graded `warning`.
 *
 * @param fund an opened place and period
 * @param rule code of a rule in `data/reference/rules.csv`; without it the first that is valid in the period
 * @returns one row a {@link RegionWarning}
 */
export function gradeRegions(fund: Fund, rule = ''): ColumnTable {
  const chosen = openRule(fund, rule);
  const before = previousMonths(fund);
  const pools = rollUpPools(fund);
  const doubts = poolDoubts(pools, fund, chosen);
  const graded = (pools.objects() as PoolMonths[]).map((pool) => {
    const judged = { pool, rule: chosen, previous: before(pool), previousPeriod: fund.previousPeriod };
    return { ...sharedOf(judged), doubt: doubts.get(poolKey(pool)) ?? '', ...gradeOf(judged) };
  });
  const order = (a: RegionWarning, b: RegionWarning): number =>
    a.severity - b.severity || (a.payableMonths ?? 0) - (b.payableMonths ?? 0);
  return from(graded.sort(order));
}

type Judged = Pick<Judgement, 'pool' | 'rule' | 'previous' | 'previousPeriod'>;
type Grade = Pick<RegionWarning, 'grade' | 'gradeName' | 'severity' | keyof Reason> &
  Partial<Pick<RegionWarning, 'shortfall' | 'roundingDecides' | 'possibleGrades'>>;

function sharedOf({ pool, rule, previous }: Judged) {
  return {
    ...pool,
    schemeName: schemeName(pool.scheme),
    rule: rule.code,
    shortfall: null,
    previousMonths: previous?.payableMonths ?? null,
    roundingDecides: false,
    possibleGrades: '',
  };
}

function gradeOf(judged: Judged): Grade {
  const { pool, rule } = judged;
  if (rule.scheme !== '' && rule.scheme !== pool.scheme) {
    const reason = shortReason(`${rule.name}只适用于${schemeName(rule.scheme)}，不定级`);
    return { grade: 'notApplicable', gradeName: '不适用', severity: 98, ...reason };
  }
  const months = pool.payableMonths;
  if (months === null) {
    return { grade: 'unknown', gradeName: '未知', severity: 99, ...shortReason(`${missingForMonths(pool)}，无法定级`) };
  }
  const band = bandOf(rule, months);
  return {
    grade: band.grade,
    gradeName: band.gradeName,
    severity: band.severity,
    shortfall: shortfallOf(pool, rule),
    roundingDecides: roundingDecides(pool, rule, band),
    possibleGrades: possibleGrades(pool, rule, band),
    ...reasonOf({ ...judged, band, months }),
  };
}
