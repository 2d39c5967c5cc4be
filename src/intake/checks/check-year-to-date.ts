import { factKey } from '../../facts/check-facts.js';
import type { Fact } from '../../facts/fact.js';
import { findingOn, type IntakeFinding } from '../intake-finding.js';
import type { FigureIndex } from './figure-index.js';
import { figureName } from './figure-words.js';

/** Units in which a flow of the year to date can only grow. */
const GROWING = ['amount', 'person', 'visit'];

/**
 * Flows count from the year's beginning: one below that of the quarter before is a doubt. Budgets, balances that may
 * fall and amounts a month are not compared.
 */
export function checkYearToDate(index: FigureIndex): IntakeFinding[] {
  const { period, yearToDateBefore } = index.context;
  const keyIn = (fact: Fact): string => factKey({ ...fact, period: '' });
  const before = new Map(
    yearToDateBefore.filter((fact) => fact.period === fact.reported).map((fact) => [keyIn(fact), fact]),
  );
  return index.own.flatMap((figure) => {
    const indicator = index.indicator(figure.indicator);
    const isFlow = indicator?.kind === 'flow' && !indicator.mayBeNegative && GROWING.includes(indicator.unitKind);
    if (!isFlow || figure.basis !== 'actual' || figure.period !== period || figure.quantity === null) return [];
    const earlier = before.get(keyIn(figure));
    if (earlier?.quantity == null) return [];
    const slack = (figure.halfUnit ?? 0) + (earlier.halfUnit ?? 0);
    if (figure.quantity + slack >= earlier.quantity) return [];
    const then = `${earlier.period} 的 ${earlier.printed} ${earlier.unit}（${earlier.ref}）`;
    const message = `${figureName(figure, index)}是年初以来的累计数，不应小于 ${then}`;
    const hint = '可能填成了本季度当季数';
    return [findingOn(figure, { severity: 'doubt', rule: 'yearToDate', message, hint })];
  });
}
