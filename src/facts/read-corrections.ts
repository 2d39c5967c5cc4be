import { factKey } from './check-facts.js';
import type { Correction, Fact } from './fact.js';
import { type Finding, failInRow, rowOf } from './finding.js';
import { readFigures } from './read-figures.js';
import type { FigureFile } from './resolve-row.js';

const HEAD = { required: ['corrects', 'reason'], optional: ['basis', 'period', 'kind'] };

/**
 * Reads `corrections.csv` of a period and puts its rows in the place of facts that are `printed`. Every row needs a
 * reason and the row that it replaces, which must be about the same region, scheme, indicator, category, basis and
 * period. A row with a finding corrects nothing.
 */
export function readCorrections(
  file: FigureFile,
  printed: readonly Fact[],
): { facts: Fact[]; corrections: Correction[]; findings: Finding[] } {
  const { rows, findings } = readFigures(file, HEAD);
  const corrections: Correction[] = [];
  const replaced = new Map<string, Fact>();
  for (const { fact, cells } of rows) {
    const target = printed.find((entry) => factKey(entry) === factKey(fact));
    const before = findings.length;
    const fail = failInRow(findings, rowOf(fact.ref), (column) => cells[column]);
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
