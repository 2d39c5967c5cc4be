import type { ColumnTable } from 'arquero';
import { Decimal } from 'decimal.js';
import { minus } from '../../domain/figure-text.js';
import { groupBy } from '../../domain/group-by.js';
import { type Category, nameOfIndicator, partitionsOf } from '../../domain/indicator.js';
import { comparePeriods, periodLabel } from '../../domain/period.js';
import { asOf } from '../../facts/as-of.js';
import type { Fact } from '../../facts/fact.js';
import { FactIndex } from '../../facts/fact-index.js';
import type { Fund } from '../../facts/fund.js';
import { tableOf } from '../../facts/table-of.js';
import { printedAs } from '../../figures/figure.js';
import { completion, targetGap } from '../../relations/rates.js';
import { valueOf } from '../../relations/relation.js';
import { keysOf } from '../keys-of.js';

/**
 * How a result relates to its target: of the target's own period (`same`), of an earlier one (`earlier`), counted in
 * another unit (`otherUnit`), or not there (`noResult`, `unknown`).
 */
export type Comparison = 'same' | 'earlier' | 'otherUnit' | 'noResult' | 'unknown';

/**
 * Targets beside the latest result of the same indicator, one row a target in the order printed. The result is the
 * newest of this report and of the one before; within one period this report's.
 *
 * Formula: gap = result − target; completion = result ÷ target. All targets are read as `at least`, so that a gap of zero or
 * more is a target reached. A result of an earlier period is where the target's period starts from: gap and completion
 * tell the way to go, not what was done, and `reason` says so. Items counted in kinds (种) and in classes (类) are not
 * converted: gap and completion are unknown. 476 of 480 is a gap of −4 and a completion of 0.9917.
 *
 * @returns one row a target: the keys of the fact, `indicatorName`, `target`, `result`, `gap` (base unit, null when
 * unknown), `completion` (ratio), `targetUnit`, `resultUnit`, `targetPrinted`, `resultPrinted` (as printed, with unit),
 * `resultPeriod`, `resultAsOf` (from the words of the source, empty for the period's end), `comparison`, `reason`
 * (Chinese), `targetRef`, `resultRef`
 */
export function deriveTargetGap(fund: Pick<Fund, 'facts' | 'previousFacts' | 'reference'>): ColumnTable {
  const reports = [fund.previousFacts, fund.facts].map((facts) => FactIndex.over(facts));
  const resultsOf = new Map<string, Map<string, Fact[]>>();
  const targets = fund.facts.filter((fact: Fact) => fact.basis === 'target').objects() as Fact[];
  const { categories, indicators } = fund.reference;
  const named = (target: Fact) => {
    const { indicator } = target;
    const results = resultsOf.get(indicator) ?? groupBy(resultsIn(reports, indicator), keyOfPlace);
    resultsOf.set(indicator, results);
    const result = latestResult(target, results.get(keyOfPlace(target)) ?? [], categories);
    return { ...rowOf(target, result), indicatorName: nameOfIndicator(indicators, indicator) };
  };
  return tableOf(targets.map(named), () => named({ indicator: '', quantity: null, period: '' } as Fact));
}

/** All results of an indicator, those of the earlier report first. */
function resultsIn(reports: readonly FactIndex<Fact>[], indicator: string): Fact[] {
  return reports.flatMap((report) => report.select([indicator], { basis: 'actual' }));
}

function keyOfPlace({ region, scheme }: Fact): string {
  return `${region}|${scheme}`;
}

/**
 * The newest result of what the target is about, not after its period; of two of one period the later in the list. Where
 * only all parts of a partition are reported, such as visits by disease, their sum is the result.
 */
function latestResult(target: Fact, results: readonly Fact[], categories: readonly Category[]): Fact | undefined {
  const same = results.filter((fact) => comparePeriods(fact.period, target.period) <= 0);
  const own = same.filter((fact) => fact.category === target.category);
  const sums =
    target.category === '' ? [...groupBy(same, keyOfReport).values()].flatMap((of) => sumOf(of, categories)) : [];
  return [...sums, ...own]
    .sort((a, b) => comparePeriods(a.period, b.period) || comparePeriods(a.reported, b.reported))
    .at(-1);
}

function keyOfReport({ period, reported }: Fact): string {
  return `${period}|${reported}`;
}

/** The sum of a complete partition as a figure of its own; none when a part is missing, unknown or of another unit. */
function sumOf(parts: readonly Fact[], categories: readonly Category[]): Fact[] {
  const [own = [], ...others] = partitionsOf(categories, parts[0]?.indicator ?? '');
  const members = own.map(({ code }) => parts.find((fact) => fact.category === code));
  const known = members.filter((fact) => fact?.state === 'value' && fact.unit === members[0]?.unit) as Fact[];
  const [first] = known;
  if (first === undefined || known.length < own.length || others.length > 0) return [];
  return [
    {
      ...first,
      category: '',
      categoryName: '',
      quantity: known.reduce((sum, fact) => sum + (fact.quantity ?? 0), 0),
      printed: `${known.map((fact) => fact.printed).join('＋')}＝${printedSum(known)}`,
      ref: known.map((fact) => fact.ref).join(';'),
    },
  ];
}

/** The sum as it would be printed: 27.55 and 11.78 are 39.33. */
function printedSum(facts: readonly Fact[]): string {
  return facts.reduce((sum, { printed }) => sum.plus(printed.replaceAll(',', '')), new Decimal(0)).toFixed();
}

function rowOf(target: Fact, result: Fact | undefined) {
  const comparison = comparisonOf(target, result);
  const comparable = comparison === 'same' || comparison === 'earlier';
  const [ours, wanted] = comparable ? [result?.quantity ?? null, target.quantity] : [null, null];
  return {
    ...keysOf(target),
    targetPeriod: target.period,
    ...printedAs('target', target),
    targetUnit: target.unit,
    targetPrinted: printedText(target),
    resultPeriod: result?.period ?? '',
    resultAsOf: asOf(result?.source ?? ''),
    ...printedAs('result', result),
    resultUnit: result?.unit ?? '',
    resultPrinted: result === undefined ? '' : printedText(result),
    gap: valueOf(targetGap, { actual: ours, target: wanted }),
    completion: valueOf(completion, { actual: ours, target: wanted }),
    comparison,
    reason: reasonOf(comparison, target, result),
  };
}

/** `35万人次`; a blank figure is 未知. */
function printedText({ printed, unit, state }: Fact): string {
  return state === 'unknown' ? '未知' : `${minus(printed)}${unit}`;
}

function comparisonOf(target: Fact, result: Fact | undefined): Comparison {
  if (result === undefined) return 'noResult';
  if (result.quantity === null || target.quantity === null) return 'unknown';
  if (isOtherKind(target.unit, result.unit)) return 'otherUnit';
  return result.period === target.period ? 'same' : 'earlier';
}

/** Kinds and classes both count items, but not the same items; 万个 are items again. Other units convert exactly. */
function isOtherKind(a: string, b: string): boolean {
  const thing = (unit: string): string => unit.replace(/^[万亿]/, '');
  return [a, b].some((unit) => COUNTED.includes(thing(unit))) && thing(a) !== thing(b);
}

function reasonOf(comparison: Comparison, target: Fact, result: Fact | undefined): string {
  const words = result === undefined ? '' : periodLabel(result.period) + asOf(result.source);
  switch (comparison) {
    case 'noResult':
      return '没有同一指标的结果，不能比较';
    case 'unknown':
      return `${result?.quantity === null ? '结果' : '目标'}未知，不能比较`;
    case 'otherUnit':
      return `单位不同：目标以“${target.unit}”计，结果（${words}）以“${result?.unit}”计，不能比较`;
    case 'earlier':
      return `结果是${words}的，早于目标的${periodLabel(target.period)}：只说明起点，不是完成情况`;
    case 'same':
      return asOf(result?.source ?? '') === '' ? '' : `结果${asOf(result?.source ?? '')}，还不是全期`;
  }
}

/** Units of counted things, which are no multiples of each other. */
const COUNTED = ['个', '种', '类', '项', '家', '批'];
