import { minus } from '../../domain/figure-text.js';
import { partitionsOf } from '../../domain/indicator.js';
import { periodLabel } from '../../domain/period.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { type Finding, figureFinding } from '../../facts/finding.js';
import type { Fund } from '../../facts/fund.js';
import { restoredRefs } from '../../facts/restored.js';
import { sumOf } from '../../figures/arithmetic.js';
import { isSurelyAbove, printedFigure } from '../../figures/figure.js';
import { type BacktestRow, backtestOf } from '../backtest/derive-backtest.js';
import { explanationsOf } from '../findings/check-derived.js';
import { checkFund } from '../findings/check-fund.js';
import { aboutKey, type PrintedFact, printedFigures } from '../findings/checked.js';
import { poolKey } from '../keys-of.js';
import type { PoolMonths } from '../months/derive-payable-months.js';
import { expenditureDoubts } from '../months/expenditure-doubts.js';
import { rollUpPools } from '../months/roll-up-pools.js';
import { chooseRule, isValid, readRules } from '../months/rule.js';

/** What speaks against a printed figure. */
export interface Doubt {
  /** `全市职工医保当期结余印 443,173万元`, with its period where that is not the report's. */
  figure: string;
  /** One Chinese clause: `由报告自己的输入数算得 −4,765万元（基金收入 − 基金支出）`. */
  reason: string;
  /** What the data say of it, such as what it is instead; empty where they say nothing. */
  explanation: string;
}

/** Relations of which no part is surer than the others where nothing else confirms it: a few inputs and what they give. */
const UNDECIDED = ['currentBalance', 'availableBalance'];
const FEW = 3;

/**
 * What speaks against the figures that a report prints, by their reference:
 * - what {@link checkFund} doubts: figures that do not follow from the report's own, cannot be, or are lost;
 * - the same print in another place, and the parts of a total that does not follow;
 * - the inputs of a balance that differs from what they give, where nothing else in the report confirms them: of 2,803 − 961 and
 *   −135 万元 one is wrong, and which is not said;
 * - a pool's month that looks like the whole period's.
 */
export function ownDoubts(fund: Fund): ReadonlyMap<string, Doubt> {
  const doubts = new Map<string, Doubt>();
  // What is restored is marked as that.
  const restored = restoredRefs(fund);
  const figures = printedFigures(fund).filter(({ ref }) => !restored.has(ref));
  const byRef = new Map(figures.map((figure) => [figure.ref, figure]));
  const explanations = explanationsOf(fund);
  const say = (ref: string, reason: string): void => {
    const figure = byRef.get(ref);
    if (figure === undefined || doubts.has(ref)) return;
    doubts.set(ref, { figure: nameOf(figure, fund), reason, explanation: explanations.get(ref) ?? '' });
  };
  const rows = backtestOf(fund).objects() as BacktestRow[];
  const confirmed = confirmedBy(rows);
  const undecided = undecidedBalances(rows, confirmed);
  for (const finding of checkFund(fund).findings) {
    const ref = refOf(finding);
    if (finding.severity === 'doubt') say(ref, `${finding.rule.split('。')[0]}${undecided.has(ref) ? OPEN : ''}`);
  }
  const found = [...doubts.keys()].flatMap((ref) => byRef.get(ref) ?? []);
  for (const figure of found) {
    const { reason } = doubts.get(figure.ref) ?? { reason: '' };
    for (const other of sameAs(figure, figures)) say(other.ref, reason);
    for (const part of partsOf(figure, figures, fund)) {
      if (!confirmed.has(part.ref)) say(part.ref, `是${nameOf(figure, fund)}的分项：${reason}`);
    }
  }
  for (const [ref, { figure, inputs }] of undecided) {
    for (const input of inputs) say(input, `与${doubts.get(ref)?.figure ?? figure}不能都对${OPEN}`);
  }
  for (const [ref, reason] of monthDoubts(fund)) say(ref, reason);
  return doubts;
}

const OPEN = '，哪个有误无从判定';

/** Figures that some other figure of the report follows from, or that follow from others. */
function confirmedBy(rows: readonly BacktestRow[]): Set<string> {
  const sound = rows.filter(({ verdict }) => verdict === 'agrees' || verdict === 'truncated');
  return new Set(sound.flatMap((row) => [row.ref, ...inputsOf(row)]));
}

/** Prints of balances that differ from what few inputs give, by their reference, with the inputs that nothing confirms. */
function undecidedBalances(
  rows: readonly BacktestRow[],
  confirmed: ReadonlySet<string>,
): Map<string, { figure: string; inputs: string[] }> {
  const open = rows
    .filter((row) => row.verdict === 'differs' && UNDECIDED.includes(row.indicator) && inputsOf(row).length <= FEW)
    .map((row) => ({ row, inputs: inputsOf(row).filter((ref) => !confirmed.has(ref)) }))
    .filter(({ inputs }) => inputs.length > 0);
  return new Map(open.map(({ row, inputs }) => [row.ref, { figure: `${minus(row.printed)}${row.unit}`, inputs }]));
}

const inputsOf = ({ inputRefs }: BacktestRow): string[] => inputRefs.split(';').filter((ref) => ref !== '');

/** The same figure of the same, printed or taken in another place. */
function sameAs(figure: PrintedFact, figures: readonly PrintedFact[]): PrintedFact[] {
  const key = aboutKey(figure);
  return figures.filter(
    (other) => other.ref !== figure.ref && other.quantity === figure.quantity && aboutKey(other) === key,
  );
}

/** The parts that add up to a doubted total: they are as doubtful as it is. */
function partsOf(total: PrintedFact, figures: readonly PrintedFact[], { reference }: Fund): PrintedFact[] {
  if (total.category !== '') return [];
  return partitionsOf(reference.categories, total.indicator).flatMap((members) => {
    const keys = new Set(members.map(({ code }) => aboutKey(total, code)));
    const parts = figures.filter((figure) => keys.has(aboutKey(figure)));
    const [sum, whole] = [sumOf(parts.map((part) => printedFigure(part))), printedFigure(total)];
    const isSum = !isSurelyAbove(sum, whole) && !isSurelyAbove(whole, sum);
    return parts.length === members.length && isSum ? parts : [];
  });
}

/** Months of pools that look like those of the whole period, by the reference of the month. */
function monthDoubts(fund: Fund): [string, string][] {
  const rules = readRules(fund.root, fund.place.code);
  const pools = rollUpPools(fund);
  if (pools.numRows() === 0 || !rules.some((rule) => isValid(rule, fund.period))) return [];
  const doubts = expenditureDoubts(pools, fund, chooseRule(rules, fund.period));
  return (pools.objects() as PoolMonths[]).flatMap((pool): [string, string][] => {
    const [reason] = doubts.get(poolKey(pool))?.split(/[，：]/) ?? [];
    return reason === undefined ? [] : [[pool.monthlyExpenditureRef, reason]];
  });
}

function nameOf(figure: Fact | PublishedFigure, fund: Fund): string {
  const found = figureFinding(figure, fund.reference.indicators, { severity: 'doubt', rule: '' }).figure;
  if (found === undefined) return '';
  const region = figure.region === fund.place.wholeRegion ? '' : found.regionName;
  const period = figure.period === fund.period ? '' : periodLabel(figure.period);
  const scheme = found.indicatorName.startsWith(found.schemeName) ? '' : found.schemeName;
  return `${period}${region}${scheme}${found.indicatorName}所印 ${found.printed === '' ? '空白' : minus(found.printed)}`;
}

function refOf({ file, line }: Finding): string {
  return `${file}#L${line}`;
}
