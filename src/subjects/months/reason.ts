import { compareDefined, refusalToCompare } from '../../domain/definition.js';
import { groupDigits, monthsText, roundHalfUp, wanYuan } from '../../domain/figure-text.js';
import { periodLabel } from '../../domain/period.js';
import { payableMonths, shortfall } from '../../relations/months.js';
import { rightSideOf, valueOf } from '../../relations/relation.js';
import { figureText } from '../../show/tables/format.js';
import type { PoolMonths } from './derive-payable-months.js';
import { monthsDefinition } from './months-definition.js';
import type { PreviousMonths } from './previous-months.js';
import { type Band, bandOf, type Rule, warningLine } from './rule.js';

/** What the sentence about a pool is made from. */
export interface Judgement {
  pool: PoolMonths;
  rule: Rule;
  band: Band;
  months: number;
  previous: PreviousMonths | undefined;
  previousPeriod: string | null;
}

/** `3–9 个月`, `低于 3 个月`, `高于 9 个月`: a band in words. */
export function bandText(band: Pick<Band, 'lower' | 'upper'>): string {
  if (band.lower === null) return `低于 ${band.upper} 个月`;
  if (band.upper === null) return `高于 ${band.lower} 个月`;
  return `在 ${band.lower}–${band.upper} 个月之间`;
}

/** Why a pool has its grade: as one sentence, and in two parts for where there is one line. */
export interface Reason {
  /** Chinese sentence: figures, threshold, what is missing, what a rounding decides, change. */
  reason: string;
  /** Figures, threshold and what is missing. */
  reasonShort: string;
  /** The rest in clauses joined by `；`; what may not be compared is a clause of its own, because many pools share it. */
  reasonMore: string;
}

/**
 * Why a pool has its grade, in one Chinese sentence: the figures, the threshold, the money missing to reach the warning
 * line (line × monthly expenditure − available balance), what a rounding decides, and the change since the previous period, or
 * why the two periods may not be compared.
 */
export function reasonOf(judgement: Judgement): Reason {
  const { pool, band, rule } = judgement;
  const isComputed = pool.monthsOrigin === 'computed';
  const figures = isComputed ? computedText(judgement) : reportedText(judgement);
  const rest = isComputed
    ? [shortfallText(judgement), printedRoundingText(judgement)]
    : [impliedText(pool), reportedRoundingText(judgement)];
  const graded = `${figures}，${bandText(band)}，${rule.name}定为“${band.gradeName}”`;
  const change = changeOf(judgement);
  const compared = joined([change.before, ...(change.obstacles.length > 0 ? [joined(change.obstacles)] : [])], '，');
  const more = isComputed ? rest.slice(1) : [...(hasNoExpenditure(pool) ? [NO_EXPENDITURE] : []), ...rest];
  return {
    reason: `${joined([graded, ...rest, compared])}。`,
    reasonShort: joined(
      [`${isComputed ? workedText(pool) : balanceText(pool)}，${bandText(band)}`, shortShortfall(judgement)],
      '，',
    ),
    reasonMore: joined([...more, change.before, ...change.obstacles]),
  };
}

/** A reason that has no figures and so no more than one line. */
export function shortReason(text: string): Reason {
  return { reason: `${text}。`, reasonShort: text, reasonMore: '' };
}

/** Names of the grades that a rounding could turn the pool's into, joined by 、; empty when there is none. */
export function possibleGrades(pool: PoolMonths, rule: Rule, band: Band): string {
  const possible = pool.monthsOrigin === 'computed' ? [printedBand(pool, rule)] : possibleBands(pool, rule);
  return joined(
    [...new Set(possible.filter(({ grade }) => grade !== band.grade).map((other) => other.gradeName))],
    '、',
  );
}

const NO_EXPENDITURE = '报告未给月支出';
const hasNoExpenditure = ({ monthlyExpenditure }: PoolMonths): boolean => monthlyExpenditure === null;

function joined(parts: readonly string[], sign = '；'): string {
  return parts.filter((part) => part !== '').join(sign);
}

/** What is missing; where only printed months are known and they may be a worse grade, which and at most how much. */
function shortShortfall(judgement: Judgement): string {
  const { pool, rule, band } = judgement;
  const missing = shortfallOf(pool, rule);
  if (missing !== null) return `缺 ${wanYuan(missing)} 万元`;
  const others = pool.monthsOrigin === 'computed' ? '' : possibleGrades(pool, rule, band);
  const most = missingTo(warningLine(rule), pool.impliedExpenditureHigh, pool.availableBalance);
  return others === '' ? '' : `可能是${quoted(others)}${most === null ? '' : `，最多缺 ${wanYuan(most)} 万元`}`;
}

function quoted(names: string): string {
  return names
    .split('、')
    .map((name) => `“${name}”`)
    .join('或');
}

/** How many fen are missing to reach the rule's warning line; null when none are or the expenditure is unknown. */
export function shortfallOf(pool: PoolMonths, rule: Rule): number | null {
  return missingTo(warningLine(rule), pool.monthlyExpenditure, pool.availableBalance);
}

/** Whole fen that are missing to reach a line; null when none are. */
function missingTo(line: number, monthlyExpenditure: number | null, availableBalance: number | null): number | null {
  const missing = valueOf(shortfall, { line, monthlyExpenditure, availableBalance });
  return missing === null || missing <= 0 ? null : Math.ceil(missing);
}

/**
 * Whether rounding decides the grade: the months as printed lie in another band than unrounded, or, where only printed
 * months are known, the figures that they may stand for lie in more than one band.
 */
export function roundingDecides(pool: PoolMonths, rule: Rule, band: Band): boolean {
  if (pool.monthsOrigin === 'computed') return printedBand(pool, rule).grade !== band.grade;
  return possibleBands(pool, rule).some((possible) => possible.grade !== band.grade);
}

function computedText({ pool, months }: Judgement): string {
  return `${workedText(pool)} ＝ ${monthsText(months)} 个月`;
}

function workedText(pool: PoolMonths): string {
  return rightSideOf(payableMonths, {
    availableBalance: balanceText(pool),
    monthlyExpenditure: `月平均支出 ${wanYuan(pool.monthlyExpenditure ?? 0)} 万元`,
  });
}

function balanceText({ availableBalance }: PoolMonths): string {
  return availableBalance === null ? '实际结余空白' : `实际结余 ${wanYuan(availableBalance)} 万元`;
}

function shortfallText({ pool, rule }: Judgement): string {
  const missing = shortfallOf(pool, rule);
  return missing === null ? '' : `补足 ${warningLine(rule)} 个月尚缺 ${wanYuan(missing)} 万元`;
}

function printedRoundingText({ pool, rule, band, months }: Judgement): string {
  if (!roundingDecides(pool, rule, band)) return '';
  const printed = printedInteger(pool);
  return `等级由取整决定：取整为 ${printed} 个月会定为“${printedBand(pool, rule).gradeName}”，这里按未取整的 ${monthsText(months)} 个月`;
}

function reportedText({ pool, months }: Judgement): string {
  const expenditure = hasNoExpenditure(pool) ? `${NO_EXPENDITURE}，` : '';
  return `${balanceText(pool)}，${expenditure}按所印 ${plain(months)} 个月`;
}

function impliedText(pool: PoolMonths): string {
  const { impliedExpenditureLow: low, impliedExpenditureHigh: high } = pool;
  return low === null || high === null
    ? ''
    : `所印月数意味着月支出在 ${endText(low, high, 'low')}–${endText(low, high, 'high')} 万元之间`;
}

/** An end of an interval, rounded outward as in the tables. */
function endText(low: number, high: number, end: 'low' | 'high'): string {
  return figureText({ kind: 'amount', half: (high - low) / 2, end }, end === 'low' ? low : high);
}

function reportedRoundingText({ pool, rule, band }: Judgement): string {
  if (!roundingDecides(pool, rule, band)) return '';
  const line = warningLine(rule);
  const high = pool.impliedExpenditureHigh;
  const most = missingTo(line, high, pool.availableBalance);
  const missing = most !== null ? `，距 ${line} 个月最多缺 ${wanYuan(most)} 万元` : '';
  const names = quoted(possibleGrades(pool, rule, band));
  return `等级由取整决定：取整前为 ${plain(pool.monthsLow ?? 0)} 至不足 ${plain(pool.monthsHigh ?? 0)} 个月，可能是${names}${missing}`;
}

/** The months of the previous period with the change, or with why there is none to be told. */
interface Change {
  before: string;
  obstacles: string[];
}

function changeOf({ previous, previousPeriod, months, pool }: Judgement): Change {
  if (previous === undefined || previousPeriod === null) return { before: '', obstacles: [] };
  const of = previous.members.length > 0 ? `，${previous.members.join('、')}合计` : '';
  const shown = previous.printed ? `所印 ${plain(previous.payableMonths)}` : monthsText(previous.payableMonths);
  const before = `上期（${periodLabel(previousPeriod)}${of}）${shown} 个月`;
  const definition = monthsDefinition(pool);
  const obstacles = [refusalToCompare(definition, previous.definition), previous.caveat].filter((text) => text !== '');
  if (obstacles.length > 0) return { before, obstacles };
  const earlier = { quantity: previous.payableMonths, definition: previous.definition };
  const change = compareDefined({ quantity: months, definition }, earlier);
  const isRough = previous.printed || pool.monthsOrigin === 'reported';
  const about = isRough ? '约' : '';
  const size = isRough ? roundHalfUp(Math.abs(change), 0) : monthsText(Math.abs(change));
  const told = /[1-9]/.test(size) ? `${about}${change < 0 ? '减少' : '增加'} ${size} 个月` : '基本持平';
  return { before: `${before}，${told}`, obstacles: [] };
}

function printedInteger(pool: PoolMonths): number {
  return Number(roundHalfUp(pool.payableMonths ?? 0, 0));
}

function printedBand(pool: PoolMonths, rule: Rule): Band {
  return bandOf(rule, printedInteger(pool));
}

/** Bands that touch the interval from `monthsLow` up to, not including, `monthsHigh`. */
function possibleBands(pool: PoolMonths, rule: Rule): Band[] {
  const { monthsLow: low, monthsHigh: high } = pool;
  if (low === null || high === null) return [];
  const first = rule.bands.indexOf(bandOf(rule, low));
  return rule.bands.slice(first).filter((band, index) => index === 0 || (band.lower ?? 0) < high);
}

function plain(months: number): string {
  return groupDigits(String(months));
}
