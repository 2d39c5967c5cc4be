import { minus } from '../domain/figure-text.js';
import { type Indicator, indicatorOf, partitionsOf } from '../domain/indicator.js';
import { agreementOf } from '../figures/agreement-of.js';
import { sumOf } from '../figures/arithmetic.js';
import { isSurelyAbove, printedFigure } from '../figures/figure.js';
import type { Fact } from './fact.js';
import { type Finding, figureFinding } from './finding.js';
import type { Reference } from './reference.js';

/** The key of a fact: two facts of one report with the same key are duplicates. */
export function factKey(fact: Pick<Fact, 'region' | 'scheme' | 'indicator' | 'category' | 'basis' | 'period'>): string {
  return keyWith(fact, fact.category);
}

function keyWith(fact: Parameters<typeof factKey>[0], category: string): string {
  return `${fact.region}|${fact.scheme}|${fact.indicator}|${category}|${fact.basis}|${fact.period}`;
}

/** A total with the parts of one partition, all of which the report has. */
interface PartedTotal {
  total: Fact;
  /** Of known quantity. */
  known: Fact[];
  /** Blank ones. */
  blank: Fact[];
}

/** The totals of one report that their own parts can be held against: at least one is known, and none is left out. */
export function totalsOfParts(facts: readonly Fact[], reference: Pick<Reference, 'categories'>): PartedTotal[] {
  const byKey = new Map<string, Fact>();
  for (const fact of facts) if (!byKey.has(factKey(fact))) byKey.set(factKey(fact), fact);
  return [...byKey.values()].flatMap((total) => partedTotals(total, byKey, reference));
}

/**
 * Checks the facts of one report against each other: duplicate keys, shares outside 0–1, figures below zero, a part
 * above its whole, a partition whose parts do not add up to its total (printed itself: a wrong sum only informs).
 */
export function checkFacts(facts: readonly Fact[], reference: Reference): Finding[] {
  const byKey = new Map<string, Fact>();
  const findings: Finding[] = [];
  const { indicators } = reference;
  for (const fact of facts) {
    const key = factKey(fact);
    const first = byKey.get(key);
    if (first === undefined) byKey.set(key, fact);
    else {
      const rule = `与 ${first.ref} 重复（同一统筹区、险种、指标、分项、期间）`;
      findings.push(figureFinding(fact, indicators, { severity: 'error', rule }));
    }
    findings.push(...checkRange(fact, indicators));
  }
  for (const total of byKey.values()) {
    findings.push(...checkParts(total, byKey, reference));
    for (const parted of partedTotals(total, byKey, reference)) findings.push(...checkSum(parted, indicators));
  }
  return findings;
}

function checkRange(fact: Fact, indicators: readonly Indicator[]): Finding[] {
  const indicator = indicatorOf(indicators, fact.indicator);
  if (fact.quantity === null || indicator === undefined) return [];
  const say = (severity: Finding['severity'], rule: string) => [figureFinding(fact, indicators, { severity, rule })];
  if (indicator.unitKind === 'ratio' && indicator.kind !== 'derived' && (fact.quantity < 0 || fact.quantity > 1)) {
    return say('error', `${indicator.name}应在 0 与 1 之间（0%–100%）`);
  }
  if (fact.quantity >= 0) return [];
  if (!indicator.mayBeNegative) return say('error', `${indicator.name}不应小于 0`);
  const meaning = indicator.kind === 'flow' ? '当期收不抵支' : '基金已经透支';
  return say('note', `${indicator.name}印为负数：${meaning}`);
}

function checkParts(total: Fact, byKey: ReadonlyMap<string, Fact>, reference: Reference): Finding[] {
  const { categories, indicators } = reference;
  // Where a part may be below zero (当期结余 of the pooled fund), another may well be above the whole.
  const isBounded = indicatorOf(indicators, total.indicator)?.mayBeNegative === false;
  if (!isBounded || total.category !== '' || total.quantity === null) return [];
  const own = categories.filter((category) => category.indicator === total.indicator);
  return own.flatMap((category) => {
    const part = byKey.get(keyWith(total, category.code));
    if (part === undefined || !isSurelyAbove(printedFigure(part), printedFigure(total))) return [];
    const rule = `分项“${category.name}”大于合计 ${minus(total.printed)}${total.unit}（${total.ref}）`;
    return [figureFinding(part, indicators, { severity: 'error', rule })];
  });
}

function partedTotals(
  total: Fact,
  byKey: ReadonlyMap<string, Fact>,
  { categories }: Pick<Reference, 'categories'>,
): PartedTotal[] {
  if (total.category !== '' || total.quantity === null) return [];
  return partitionsOf(categories, total.indicator).flatMap((members) => {
    const reported = members.map(({ code }) => byKey.get(keyWith(total, code))).filter((fact) => fact !== undefined);
    const known = reported.filter((fact) => fact.quantity !== null);
    if (known.length === 0 || reported.length < members.length) return [];
    return [{ total, known, blank: reported.filter((fact) => fact.quantity === null) }];
  });
}

function checkSum({ total, known, blank }: PartedTotal, indicators: readonly Indicator[]): Finding[] {
  if (agreementOf(sumOf(known.map((fact) => printedFigure(fact))), printedFigure(total)) === 'agrees') return [];
  const also = blank.length > 0 ? '，另有空白分项' : '';
  const rule = `分项之和与合计不符：${known.map((fact) => minus(fact.printed)).join('＋')}${also}`;
  return [figureFinding(total, indicators, { severity: 'doubt', rule })];
}
