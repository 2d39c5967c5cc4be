import type { Indicator } from '../../domain/indicator.js';
import { SCHEME_NAMES, type Scheme } from '../../domain/scheme.js';
import type { Fact } from '../../facts/fact.js';
import type { Reference } from '../../facts/reference.js';

/** How the form calls the bases. */
export const BASIS_NAMES: Readonly<Record<string, string>> = { actual: '实际数', budget: '预算数', target: '目标数' };

/** Name of an indicator; its code where two indicators have the same name. */
export function indicatorText({ code, name }: Indicator, { indicators }: Pick<Reference, 'indicators'>): string {
  return indicators.filter((other) => other.name === name).length > 1 ? code : name;
}

/** The words by which a row of 指标与目标 says what its figure is: region, scheme, indicator, part, basis. */
export function wordsOf(fact: Fact, reference: Reference): string[] {
  const indicator = reference.indicators.find(({ code }) => code === fact.indicator);
  return [
    fact.regionName,
    SCHEME_NAMES[fact.scheme as Scheme],
    indicator === undefined ? fact.indicator : indicatorText(indicator, reference),
    fact.categoryName,
    BASIS_NAMES[fact.basis] ?? fact.basis,
  ];
}
