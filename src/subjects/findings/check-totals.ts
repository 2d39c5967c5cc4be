import { totalsOfParts } from '../../facts/check-facts.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { figureFinding } from '../../facts/finding.js';
import type { Fund } from '../../facts/fund.js';
import { totalsOfRegions } from '../../facts/printed-totals.js';
import { isSurelyAbove, printedFigure } from '../../figures/figure.js';
import { aboutKey, type Checked, type PrintedFact, printedAt, printedFigures } from './checked.js';

/** Printed totals over regions that could be held against the rows: none of these blank. What differs is found when a report is read. */
export function checkedRegionTotals(fund: Fund): Checked {
  const facts = fund.facts.objects() as Fact[];
  const published = fund.published.objects() as PublishedFigure[];
  const totals = totalsOfRegions({ facts, published }, fund.place.wholeRegion, fund.reference);
  const whole = totals.filter(({ parts }) => parts.every(({ quantity }) => quantity !== null));
  return { what: '个合计与各统筹区的数', count: whole.length, findings: [] };
}

/** Totals that could be held against all their parts. What differs is found when a report is read. */
export function checkedPartTotals(fund: Fund): Checked {
  const totals = totalsOfParts(fund.facts.objects() as Fact[], fund.reference);
  return { what: '个合计与各分项', count: totals.filter(({ blank }) => blank.length === 0).length, findings: [] };
}

/** Parts that the report derives and that are above their whole, where neither can be below zero. Facts are held at reading. */
export function checkDerivedParts(fund: Fund): Checked {
  const { indicators } = fund.reference;
  const bounded = new Set(
    indicators.filter(({ unitKind, mayBeNegative }) => unitKind !== 'ratio' && !mayBeNegative).map(({ code }) => code),
  );
  const printed = printedFigures(fund);
  const wholes = new Map<string, PrintedFact>();
  for (const one of printed) {
    if (one.category === '' && one.quantity !== null && !wholes.has(aboutKey(one))) wholes.set(aboutKey(one), one);
  }
  const pairs = printed.flatMap((part) => {
    const whole = wholes.get(aboutKey(part, ''));
    const isHeld = part.category !== '' && part.quantity !== null && bounded.has(part.indicator);
    return isHeld && whole !== undefined && 'explanation' in part ? [{ part, whole }] : [];
  });
  return {
    what: '个分项与全部',
    count: pairs.length,
    findings: pairs
      .filter(({ part, whole }) => isSurelyAbove(printedFigure(part), printedFigure(whole)))
      .map(({ part, whole }) => {
        const rule = `分项大于全部 ${printedAt(whole)}`;
        return figureFinding(part, indicators, { severity: 'doubt', rule });
      }),
  };
}
