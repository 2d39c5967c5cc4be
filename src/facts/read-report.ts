import type { AcceptedDoubt } from './accepted.js';
import { checkFacts, factKey } from './check-facts.js';
import type { Correction, Fact, PublishedFigure } from './fact.js';
import type { Finding } from './finding.js';
import { checkPrintedTotals } from './printed-totals.js';
import { readAccepted } from './read-accepted.js';
import { readDocuments } from './read-documents.js';
import { readFigures } from './read-figures.js';
import { readRestatements } from './read-restatements.js';
import type { Place, Reference, SourceDocument } from './reference.js';
import type { RowContext } from './resolve-row.js';
import type { Restatement } from './restatement.js';
import { periodFiles } from './workspace.js';

/** Everything that one report of one place says, read and checked. */
export interface Report {
  period: string;
  /**
   * Facts with corrections applied: a corrected row is replaced by its correction. Restated figures of earlier periods
   * are among them.
   */
  facts: Fact[];
  published: PublishedFigure[];
  corrections: Correction[];
  /** Figures of earlier reports that this one states anew. */
  restatements: Restatement[];
  /** Doubts that were accepted when the report was imported. */
  accepted: AcceptedDoubt[];
  /** Documents of the period's own. */
  documents: SourceDocument[];
  findings: Finding[];
  /** Files read, relative to the root. */
  files: string[];
}

/** Reads the folder `data/<place>/<period>/`. All findings of all files are collected; nothing is thrown for data. */
export function readReport(root: string, place: Place, period: string, reference: Reference): Report {
  const files = periodFiles(root, place.code, period);
  const context = (file: string): RowContext => ({ reference, place: place.code, reported: period, file });
  const findings: Finding[] = [];

  const printed = files.facts.flatMap((file) => {
    const read = readFigures(root, context(file), ['basis', 'period']);
    findings.push(...read.findings);
    return read.facts;
  });
  if (files.facts.length === 0) {
    findings.push({
      severity: 'error',
      file: `data/${place.code}/${period}`,
      line: 0,
      column: '',
      value: '',
      rule: '文件夹里没有任何数据文件（*.csv）',
    });
  }
  const corrected = files.corrections
    ? readCorrections(root, context(files.corrections), printed)
    : { facts: printed, corrections: [], findings: [] };
  const published = files.published
    ? readFigures(root, context(files.published), ['period'], ['explanation'])
    : { facts: [], cells: [], findings: [] };
  const restated = files.restatements
    ? readRestatements(root, context(files.restatements))
    : { facts: [], published: [], restatements: [], findings: [] };
  const accepted = files.accepted ? readAccepted(root, files.accepted) : { accepted: [], findings: [] };
  const documents = files.documents
    ? readDocuments(root, files.documents, reference.documents)
    : { documents: [], findings: [] };
  const facts = [...corrected.facts, ...restated.facts];
  const figures = [
    ...published.facts.map((fact, index) => ({ ...fact, explanation: published.cells[index]?.explanation ?? '' })),
    ...restated.published.map((fact) => ({ ...fact, explanation: '' })),
  ];
  findings.push(
    ...[corrected, published, restated, accepted, documents].flatMap((read) => read.findings),
    ...checkFacts(facts, reference),
    ...checkPrintedTotals(figures, facts, place.wholeRegion, reference),
  );
  const { facts: ownFiles, ...special } = files;
  return {
    period,
    facts,
    published: figures,
    corrections: corrected.corrections,
    restatements: restated.restatements,
    accepted: accepted.accepted,
    documents: documents.documents,
    findings,
    files: [...ownFiles, ...Object.values(special)].filter((file): file is string => file !== undefined),
  };
}

function readCorrections(
  root: string,
  context: RowContext,
  printed: Fact[],
): { facts: Fact[]; corrections: Correction[]; findings: Finding[] } {
  const read = readFigures(root, context, ['basis', 'period', 'kind'], ['corrects', 'reason']);
  const findings = [...read.findings];
  const corrections: Correction[] = [];
  const replaced = new Map<string, Fact>();
  for (const [index, fact] of read.facts.entries()) {
    const cells = read.cells[index] ?? {};
    const target = printed.find((entry) => factKey(entry) === factKey(fact));
    const [file = '', line = '0'] = fact.ref.split('#L');
    const before = findings.length;
    const fail = (column: string, rule: string): void => {
      findings.push({ severity: 'error', file, line: Number(line), column, value: cells[column] ?? '', rule });
    };
    if ((cells.reason ?? '') === '') fail('reason', '更正必须写明理由');
    if (!['', 'correction', 'restored'].includes(cells.kind ?? ''))
      fail('kind', '应为 correction（更正）或 restored（还原）');
    if (target === undefined) {
      fail('corrects', '找不到被更正的行（统筹区、险种、指标、分项、期间都应相同）');
      continue;
    }
    if (!target.ref.endsWith(`/${(cells.corrects ?? '').replace(/ ?#?L(?=\d+$)/, '#L')}`)) {
      fail('corrects', `与被更正的行不符，应为 ${target.ref.split('/').at(-1)}`);
    }
    const earlier = replaced.get(target.ref);
    if (earlier !== undefined) fail('corrects', `这一行已由 ${earlier.ref} 更正，不能更正两次`);
    if (findings.length > before) continue;
    replaced.set(target.ref, fact);
    corrections.push({
      kind: cells.kind === 'restored' ? 'restored' : 'correction',
      corrects: target.ref,
      ref: fact.ref,
      printed: fact.printed,
      reason: cells.reason ?? '',
      source: fact.source,
    });
  }
  return { facts: printed.map((fact) => replaced.get(fact.ref) ?? fact), corrections, findings };
}
