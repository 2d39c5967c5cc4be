import { type Category, type Indicator, indicatorOf, partitionsOf } from '../domain/indicator.js';
import { agreementOf } from '../figures/agreement-of.js';
import { sumOf } from '../figures/arithmetic.js';
import { isSurelyAbove, printedFigure } from '../figures/figure.js';
import type { Fact } from './fact.js';
import { type Finding, rowOf } from './finding.js';
import type { Reference } from './reference.js';

/** The key of a fact: two facts of one report with the same key are duplicates. */
export function factKey(fact: Pick<Fact, 'region' | 'scheme' | 'indicator' | 'category' | 'basis' | 'period'>): string {
  return keyWith(fact, fact.category);
}

function keyWith(fact: Parameters<typeof factKey>[0], category: string): string {
  return `${fact.region}|${fact.scheme}|${fact.indicator}|${category}|${fact.basis}|${fact.period}`;
}

/**
 * Checks the facts of one report against each other: duplicate keys, shares outside 0–1, figures below zero, a part
 * above its whole, a partition whose parts do not add up to its total (printed itself: a wrong sum only informs).
 */
export function checkFacts(facts: readonly Fact[], reference: Reference): Finding[] {
  const byKey = new Map<string, Fact>();
  const findings: Finding[] = [];
  for (const fact of facts) {
    const key = factKey(fact);
    const first = byKey.get(key);
    if (first === undefined) byKey.set(key, fact);
    else findings.push(at(fact, 'error', `与 ${first.ref} 重复（同一统筹区、险种、指标、分项、期间）`));
    findings.push(...checkRange(fact, indicatorOf(reference.indicators, fact.indicator)));
  }
  for (const total of byKey.values()) {
    if (total.category === '' && total.quantity !== null) findings.push(...checkParts(total, byKey, reference));
  }
  return findings;
}

function checkRange(fact: Fact, indicator: Indicator | undefined): Finding[] {
  if (fact.quantity === null || indicator === undefined) return [];
  if (indicator.unitKind === 'ratio' && indicator.kind !== 'derived' && (fact.quantity < 0 || fact.quantity > 1)) {
    return [at(fact, 'error', `${indicator.name}应在 0 与 1 之间（0%–100%）`)];
  }
  if (fact.quantity >= 0) return [];
  if (!indicator.mayBeNegative) return [at(fact, 'error', `${indicator.name}不应小于 0`)];
  const meaning = indicator.kind === 'flow' ? '表示当期收不抵支' : '表示基金已经透支';
  return [at(fact, 'doubt', `${indicator.name}为负，${meaning}，请核实`)];
}

function checkParts(total: Fact, byKey: ReadonlyMap<string, Fact>, reference: Reference): Finding[] {
  const whole = printedFigure(total);
  // Where a part may be below zero (当期结余 of the pooled fund), another may well be above the whole.
  const isBounded = indicatorOf(reference.indicators, total.indicator)?.mayBeNegative === false;
  const own = isBounded ? reference.categories.filter((category) => category.indicator === total.indicator) : [];
  const part = (category: Category): Fact | undefined => byKey.get(keyWith(total, category.code));
  const above = own.flatMap((category) => {
    const fact = part(category);
    if (fact === undefined || !isSurelyAbove(printedFigure(fact), whole)) return [];
    return [at(fact, 'error', `分项“${category.name}”大于合计 ${total.printed}${total.unit}（${total.ref}）`)];
  });
  const unequal = partitionsOf(reference.categories, total.indicator).flatMap((members) => {
    const reported = members.map(part).filter((fact) => fact !== undefined);
    const known = reported.filter((fact) => fact.quantity !== null);
    if (known.length === 0 || reported.length < members.length) return [];
    if (agreementOf(sumOf(known.map((fact) => printedFigure(fact))), whole) === 'agrees') return [];
    const blank = known.length < reported.length ? '，另有空白分项' : '';
    return [at(total, 'doubt', `分项之和与合计不符：${known.map((fact) => fact.printed).join('＋')}${blank}`)];
  });
  return [...above, ...unequal];
}

function at(fact: Fact, severity: Finding['severity'], rule: string): Finding {
  return { severity, ...rowOf(fact.ref), column: 'value', value: fact.printed, rule };
}
