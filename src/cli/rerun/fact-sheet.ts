import type { Fact, PublishedFigure } from '../../facts/fact.js';
import type { Fund } from '../../facts/fund.js';
import { readReport } from '../../facts/read-report.js';
import type { FactSheet } from '../../show/fact-links.js';

/** Everything that stands on the facts page of a run: the report's figures, then those of the reports it is compared with. */
export function factSheet(fund: Fund): FactSheet {
  const facts = fund.facts.objects() as Fact[];
  const published = fund.published.objects() as PublishedFigure[];
  // A restated figure is a row of this report that also stands in for the previous one's; it is shown once.
  const own = new Set([...facts, ...published].map(({ ref }) => ref));
  const earlier = <Figure extends { ref: string }>(figures: Figure[]): Figure[] =>
    figures.filter(({ ref }) => !own.has(ref));
  // Measures look further back for the whole place only.
  const before = fund.earlierFacts.objects() as Fact[];
  const shown = new Set([...own, ...(fund.previousFacts.objects() as Fact[]).map(({ ref }) => ref)]);
  return {
    facts: [
      ...facts,
      ...earlier(fund.previousFacts.objects() as Fact[]),
      ...before.filter(({ ref, region }) => region === fund.place.wholeRegion && !shown.has(ref)),
    ],
    published: [...published, ...earlier(fund.previousPublished.objects() as PublishedFigure[])],
    corrections: fund.corrections,
    restatements: fund.restatements,
    restated: restatedFigures(fund),
    accepted: fund.accepted,
    statements: fund.statements,
    workbook: `${fund.place.code}-${fund.period}-workbook`,
    indicators: fund.reference.indicators,
    documents: fund.documents,
  };
}

/** The restated figures as their own reports print them. */
function restatedFigures(fund: Fund): (Fact | PublishedFigure)[] {
  const refs = new Set(fund.restatements.map(({ restates }) => restates));
  const periods = new Set([...refs].map((ref) => ref.split('/')[2] ?? ''));
  return [...periods].flatMap((period) => {
    const { facts, published } = readReport(fund, period);
    return [...facts, ...published].filter(({ ref }) => refs.has(ref));
  });
}
