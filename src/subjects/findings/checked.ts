import { Decimal } from 'decimal.js';
import { groupDigits, minus } from '../../domain/figure-text.js';
import { parsePrinted } from '../../domain/printed.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import type { Finding } from '../../facts/finding.js';
import type { Fund } from '../../facts/fund.js';
import { sourcePlace } from '../../show/fact-address.js';

/** What one rule held against what, and what it found. */
export interface Checked {
  /** What, behind its number: `8` `个合计与各分项`. */
  what: string;
  /** How often it could be held. */
  count: number;
  findings: Finding[];
}

/** A figure that a report prints, whether it was taken as a fact or the report derives it. */
export type PrintedFact = Fact | PublishedFigure;

/** All figures of the report: facts first, which stand for their keys. */
export function printedFigures({ facts, published }: Pick<Fund, 'facts' | 'published'>): PrintedFact[] {
  return [...(facts.objects() as Fact[]), ...(published.objects() as PublishedFigure[])];
}

/** What a figure is about; facts of a budget or a target are apart from what happened, and so from what a report derives. */
export function aboutKey(figure: PrintedFact, category = figure.category): string {
  return [figure.region, figure.scheme, figure.indicator, category, basisOf(figure), figure.period].join('|');
}

/** What happened, unless a fact is of a budget or a target. */
export function basisOf(figure: PrintedFact): string {
  return 'basis' in figure ? figure.basis : 'actual';
}

/** A quantity in the unit of a printed figure, with two digits more than it has: 9.7044… beside 22个月 → `9.7个月`. */
export function inUnitOf(quantity: number, { printed, unit }: InUnit, { reference }: Pick<Fund, 'reference'>): string {
  const factor = reference.units.find(({ name }) => name === unit)?.factor ?? 1;
  const parsed = parsePrinted(printed);
  const decimals = parsed?.state === 'value' ? Math.min(parsed.decimals + MORE_DIGITS, MOST_DIGITS) : DIGITS_OF_BLANK;
  const text = new Decimal(quantity).div(factor).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toFixed();
  return `${minus(groupDigits(text))}${unit === '比例' ? '' : unit}`;
}

type InUnit = Pick<PrintedFact, 'printed' | 'unit'>;

/** A printed figure with its unit and its place in the document: `35.88亿元（zhuzhou-2022 第 70 行）`. */
export function printedAt({ printed, unit, source }: PrintedFact): string {
  return `${minus(printed)}${unit === '比例' ? '' : unit}（${placeText(source)}）`;
}

/** Document and line, or workbook and cell, without the words that follow: `zhuzhou-2022 第 70 行`. */
export function placeText(source: string): string {
  const place = sourcePlace(source);
  return place === undefined ? source : `${place.document} ${place.label}`;
}

const MORE_DIGITS = 2;
const MOST_DIGITS = 8;
const DIGITS_OF_BLANK = 4;
