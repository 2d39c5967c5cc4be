import type { Fact, PublishedFigure } from '../facts/fact.js';
import type { Fund } from '../facts/fund.js';
import type { Approximate } from './printed-agreement.js';

/** A figure of the whole place with its precision and the facts that it was made from. */
export interface WholeFigure extends Approximate {
  /** References joined by `;`. */
  refs: string;
}

/** Which figure of the whole place: total without a category, the report's own period without another. */
export interface WholeKey {
  scheme: string;
  indicator: string;
  category?: string;
  period?: string;
}

type Source = Pick<Fund, 'facts' | 'published' | 'place' | 'period'>;

/** A fact of the whole place, basis actual; null when it is not reported or blank. */
export function wholeFact(fund: Source, key: WholeKey): WholeFigure | null {
  const facts = fund.facts.objects() as Fact[];
  const found = facts.find((fact) => fact.basis === 'actual' && isAbout(fund, fact, key) && fact.quantity !== null);
  return found === undefined ? null : figureOf(found);
}

/** Every figure that the report derives for this key, in the order printed; reports print some twice and differently. */
export function wholePrinted(fund: Source, key: WholeKey): WholeFigure[] {
  const figures = fund.published.objects() as PublishedFigure[];
  return figures.filter((figure) => isAbout(fund, figure, key) && figure.quantity !== null).map(figureOf);
}

/** As the report prints it, whether taken as a fact or as derived: the fact first. */
export function wholeAsPrinted(fund: Source, key: WholeKey): WholeFigure | null {
  return wholeFact(fund, key) ?? wholePrinted(fund, key)[0] ?? null;
}

/** Sum of figures, their precisions added up; null when one is unknown or there is none. */
export function sumOfFigures(figures: readonly (WholeFigure | null)[]): WholeFigure | null {
  if (figures.length === 0) return null;
  return figures.slice(1).reduce((sum, figure) => combine(sum, figure, 1), figures[0] ?? null);
}

/** a − b with the precisions added up; null when one is unknown. */
export function differenceOfFigures(a: WholeFigure | null, b: WholeFigure | null): WholeFigure | null {
  return combine(a, b, -1);
}

function combine(a: WholeFigure | null, b: WholeFigure | null, sign: 1 | -1): WholeFigure | null {
  if (a === null || b === null) return null;
  return {
    quantity: a.quantity + sign * b.quantity,
    halfUnit: a.halfUnit + b.halfUnit,
    refs: [a.refs, b.refs].filter((ref) => ref !== '').join(';'),
  };
}

function isAbout(fund: Source, fact: Omit<Fact, 'basis'>, key: WholeKey): boolean {
  return (
    fact.region === fund.place.wholeRegion &&
    fact.scheme === key.scheme &&
    fact.indicator === key.indicator &&
    fact.category === (key.category ?? '') &&
    fact.period === (key.period ?? fund.period)
  );
}

function figureOf({ quantity, halfUnit, ref }: Pick<Fact, 'quantity' | 'halfUnit' | 'ref'>): WholeFigure {
  return { quantity: quantity ?? 0, halfUnit: halfUnit ?? 0, refs: ref };
}
