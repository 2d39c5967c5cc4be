import { minus } from '../domain/figure-text.js';
import { type Indicator, nameOfIndicator } from '../domain/indicator.js';
import { periodLabel } from '../domain/period.js';
import type { AcceptedDoubt } from '../facts/accepted.js';
import type { Correction, Fact, PublishedFigure } from '../facts/fact.js';
import type { SourceDocument } from '../facts/reference.js';
import type { Restatement } from '../facts/restatement.js';
import type { Statement } from '../facts/statement.js';
import { factHref } from './fact-address.js';

/** Everything that stands on the facts page of a period. */
export interface FactSheet {
  /** Facts of the report; those of the previous report behind them when results refer to both. */
  facts: readonly Fact[];
  published: readonly PublishedFigure[];
  corrections: readonly Correction[];
  restatements: readonly Restatement[];
  /** What the restated rows say, as their own reports print them; a row that is no longer found is missing. */
  restated: readonly (Fact | PublishedFigure)[];
  /** Doubts about the report's workbook that were accepted at import. */
  accepted: readonly AcceptedDoubt[];
  /** What the report's own sentences say of its pools. */
  statements: readonly Statement[];
  /** Id of the document that the accepted doubts are about; empty without one. */
  workbook: string;
  /** For the Chinese names of indicators. */
  indicators: readonly Indicator[];
  /** Documents that have a page of their own. */
  documents: readonly SourceDocument[];
}

/** Leads from the references in a table to the facts page. */
export interface FactLinks {
  /** Address of the fact as seen from the page; undefined when the fact stands on no page. */
  hrefOf: (ref: string) => string | undefined;
  /** What the fact is, in Chinese: `攸县 期末累计结余 12,634.00 万元`. */
  nameOf: (ref: string) => string;
}

/**
 * Links for the tables of a page.
 *
 * @param root way from the page to the folder of `index.html`: empty or `../`
 */
export function factLinks(sheet: FactSheet, root: '' | '../'): FactLinks {
  const figures = [...sheet.facts, ...sheet.published];
  const names = new Map(figures.map((figure) => [figure.ref, figureName(figure, sheet.indicators)]));
  for (const { corrects } of sheet.corrections) if (!names.has(corrects)) names.set(corrects, `${corrects}（已更正）`);
  for (const { restates } of sheet.restatements) if (!names.has(restates)) names.set(restates, `${restates}（已重述）`);
  for (const { ref, quote } of sheet.statements) names.set(ref, `报告称“${quote}”`);
  return {
    hrefOf: (ref) => (names.has(ref) ? `${root}${factHref(ref)}` : undefined),
    nameOf: (ref) => names.get(ref) ?? ref,
  };
}

/** A printed value with its unit: `6,734.97 万元`; a blank is 空白（未知）, a dash -（无）. */
export function printedText(figure: Pick<Fact, 'state' | 'printed' | 'unit'>): string {
  if (figure.state === 'unknown') return '空白（未知）';
  return figure.state === 'none' ? `${figure.printed}（无）` : `${minus(figure.printed)} ${figure.unit}`;
}

/** The indicator's Chinese name, or its code when the glossary lacks it. */
export function indicatorName(indicators: readonly Indicator[], code: string): string {
  return nameOfIndicator(indicators, code);
}

/** What a figure is, in Chinese: `攸县 期末累计结余 12,634.00 万元`; with its period where another one reports it. */
export function figureName(figure: Omit<Fact, 'basis'>, indicators: readonly Indicator[]): string {
  const category = figure.categoryName === '' ? '' : `（${figure.categoryName}）`;
  const indicator = `${nameOfIndicator(indicators, figure.indicator)}${category}`;
  const period = figure.period === figure.reported ? '' : `${periodLabel(figure.period)} `;
  return `${figure.regionName} ${period}${indicator} ${printedText(figure)}`;
}
