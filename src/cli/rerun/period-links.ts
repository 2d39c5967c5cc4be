import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import type { Fund } from '../../facts/fund.js';
import { factAnchor, factHref } from '../../show/fact-address.js';
import { type FactLinks, figureName } from '../../show/fact-links.js';
import { escapeHtml } from '../../show/html.js';
import type { TableView } from '../../show/tables/table-view.js';

/** What links to facts of several periods are made from. */
export interface PeriodLinksInput {
  funds: readonly Fund[];
  /** Tables whose figures are to lead somewhere. */
  tables: readonly TableView[];
  /** Folder that holds the finished periods: `output/<place>`. */
  place: string;
  /** Links of the page's own folder, which come first; none where it has no facts. */
  own?: FactLinks;
}

/**
 * Links from figures of several periods to the facts pages of their own periods, `../<period>/facts.html#…`, where these have
 * been made and have the fact; what stands nowhere is plain text.
 */
export function periodLinks({ funds, tables, place, own }: PeriodLinksInput): FactLinks {
  const names = namesOf(funds, refsOf(tables));
  const anchors = new Map<string, ReadonlySet<string>>();
  const anchorsOf = (period: string): ReadonlySet<string> => {
    const known = anchors.get(period) ?? anchorsOn(path.join(place, period, 'facts.html'));
    anchors.set(period, known);
    return known;
  };
  return {
    hrefOf: (ref) => {
      const near = own?.hrefOf(ref);
      if (near !== undefined) return near;
      const period = ref.split('/')[2] ?? '';
      return anchorsOf(period).has(escapeHtml(factAnchor(ref))) ? `../${period}/${factHref(ref)}` : undefined;
    },
    nameOf: (ref) => names.get(ref) ?? ref,
  };
}

function anchorsOn(page: string): ReadonlySet<string> {
  if (!existsSync(page)) return new Set();
  return new Set([...readFileSync(page, 'utf8').matchAll(/<tr id="([^"]+)"/g)].map(([, id = '']) => id));
}

function refsOf(tables: readonly TableView[]): ReadonlySet<string> {
  const refs = tables.flatMap(({ columns, rows }) => {
    const sources = columns.flatMap(({ sources }) => sources ?? []);
    return rows.flatMap((row) => sources.flatMap((key) => String(row[key] ?? '').split(';')));
  });
  return new Set(refs);
}

function namesOf(funds: readonly Fund[], wanted: ReadonlySet<string>): ReadonlyMap<string, string> {
  const named = funds.flatMap(({ facts, published, reference }) =>
    [facts, published].flatMap((table) =>
      (table.objects() as (Fact | PublishedFigure)[])
        .filter(({ ref }) => wanted.has(ref))
        .map((figure) => [figure.ref, figureName(figure, reference.indicators)] as const),
    ),
  );
  return new Map(named);
}
