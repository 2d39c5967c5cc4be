import { Decimal } from 'decimal.js';
import { groupDigits, minus } from '../domain/figure-text.js';
import { indicatorOf, nameOfIndicator } from '../domain/indicator.js';
import { schemeName } from '../domain/scheme.js';
import { agreementOf } from '../figures/agreement-of.js';
import { sumOf } from '../figures/arithmetic.js';
import { printedFigure, quantityOf } from '../figures/figure.js';
import { addsUp } from '../relations/totals.js';
import type { Fact, PublishedFigure } from './fact.js';
import { type Finding, figureFinding } from './finding.js';
import type { Reference } from './reference.js';

/** Above this many parts the search for left-out rows would take long: 2^16 sums. */
const MOST_PARTS = 16;

/**
 * Compares each printed total over regions with the sum of the regions' own figures, and says by how much they differ
 * and which rows, left out of the sum, explain the difference exactly. A printed total is an input only where blank rows leave
 * no sum, so that a wrong one informs and does not stop the run. With blank parts it cannot be checked, which is noted and no doubt; one
 * blank alone is told what it would have to be.
 */
export function checkPrintedTotals(
  figures: ReportFigures,
  wholeRegion: string,
  reference: Pick<Reference, 'units' | 'indicators'>,
): Finding[] {
  return totalsOfRegions(figures, wholeRegion, reference).flatMap(({ total, parts }) =>
    checkTotal(total, parts, reference),
  );
}

/** What one report prints. */
interface ReportFigures {
  facts: readonly Fact[];
  published: readonly PublishedFigure[];
}

/** The printed totals over regions, each with the figures of the regions, of which there are at least two. */
export function totalsOfRegions(
  { facts, published }: ReportFigures,
  wholeRegion: string,
  reference: Pick<Reference, 'indicators'>,
): { total: PublishedFigure; parts: (Fact | PublishedFigure)[] }[] {
  const adds = (total: PublishedFigure): boolean => {
    const indicator = indicatorOf(reference.indicators, total.indicator);
    return indicator !== undefined && addsUp(indicator);
  };
  const totals = published.filter((total) => total.region === wholeRegion && total.quantity !== null && adds(total));
  const byTotal = new Map<string, (Fact | PublishedFigure)[]>(totals.map((total) => [partKey(total), []]));
  for (const part of [...facts, ...published]) if (part.region !== wholeRegion) byTotal.get(partKey(part))?.push(part);
  return totals.flatMap((total) => {
    const parts = byTotal.get(partKey(total)) ?? [];
    return parts.length > 1 ? [{ total, parts }] : [];
  });
}

/** The smallest set of parts whose quantities add up to `missing` exactly; undefined when there is none. */
export function findLeftOut<Part extends { quantity: number | null }>(
  parts: readonly Part[],
  missing: number,
): Part[] | undefined {
  const filled = parts.filter((part) => part.quantity !== null && part.quantity !== 0);
  if (missing === 0 || filled.length > MOST_PARTS) return undefined;
  let best: Part[] | undefined;
  for (let mask = 1; mask < 2 ** filled.length; mask++) {
    const chosen = filled.filter((_, index) => (mask >> index) & 1);
    if (best !== undefined && chosen.length >= best.length) continue;
    if (chosen.reduce((sum, part) => sum + (part.quantity ?? 0), 0) === missing) best = chosen;
  }
  return best;
}

function checkTotal(
  total: PublishedFigure,
  parts: readonly (Fact | PublishedFigure)[],
  { units, indicators }: Pick<Reference, 'units' | 'indicators'>,
): Finding[] {
  const known = parts.filter((part) => part.quantity !== null);
  const blank = parts.filter((part) => part.quantity === null);
  const sum = sumOf(known.map((part) => printedFigure(part)));
  const difference = (quantityOf(sum) ?? 0) - (total.quantity ?? 0);
  const factor = units.find((unit) => unit.name === total.unit)?.factor ?? 1;
  const inUnit = (quantity: number): string => groupDigits(new Decimal(quantity).abs().div(factor).toFixed());
  const scheme = schemeName(total.scheme);
  const name = nameOfIndicator(indicators, total.indicator);
  const part = total.categoryName === '' ? '' : `（${total.categoryName}）`;
  const say = (words: string, severity: Finding['severity'] = 'doubt'): Finding[] => {
    const rule = `${scheme}${name}${part}的合计：${words}`;
    return [figureFinding(total, indicators, { severity, rule })];
  };

  const isRounded = blank.length === 0 && agreementOf(sum, printedFigure(total)) === 'agrees';
  if (difference === 0 || (isRounded && findLeftOut(known, difference) === undefined)) return [];
  if (blank.length > 0 && difference < 0) {
    const names = blank.map((part) => part.regionName).join('、');
    const rest = `各行之和比合计少 ${inUnit(difference)}${total.unit}，${names}空白`;
    return say(blank.length === 1 ? `${rest}；合计若正确，空白应为此数` : `${rest}，无法核对`, 'note');
  }
  const leftOut = difference > 0 ? findLeftOut(known, difference) : undefined;
  const names = leftOut?.map((part) => `${part.regionName} ${minus(part.printed)}`).join('、');
  const gap = `各行之和比合计${difference > 0 ? '多' : '少'} ${inUnit(difference)}${total.unit}`;
  return say(names === undefined ? gap : `${gap}，恰为未计入的${names}`);
}

/** What parts and their total have in common. */
function partKey({ scheme, indicator, category, period }: Fact | PublishedFigure): string {
  return `${scheme}|${indicator}|${category}|${period}`;
}
