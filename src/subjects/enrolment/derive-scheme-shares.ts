import type { ColumnTable } from 'arquero';
import type { Agreement } from '../../domain/agreement.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import type { Fund } from '../../facts/fund.js';
import { agreementOf } from '../../figures/printed-agreement.js';
import { tableOf } from '../../figures/table-of.js';

const SCHEMES = ['employee', 'resident'];

/**
 * One indicator of the two basic schemes with the share of each in their sum, and the sum beside the printed total.
 * Formula: share = quantity ÷ (employee + resident). 6.82 and 64.49 are 9.56 % and 90.44 % of 71.31.
 * With one scheme unknown or missing the sum and both shares are unknown.
 *
 * @returns one row a scheme reported: `scheme, quantity, share, sum, printedSum` (base unit, null when unknown), `agreement`,
 * `ref`, `printedSumRef`
 */
export function deriveSchemeShares(
  fund: Pick<Fund, 'facts' | 'published' | 'place'>,
  { indicator }: { indicator: string },
): ColumnTable {
  const isOwn = (figure: Omit<Fact, 'basis'>): boolean =>
    figure.indicator === indicator &&
    figure.category === '' &&
    figure.region === fund.place.wholeRegion &&
    figure.period === figure.reported;
  const facts = (fund.facts.objects() as Fact[]).filter((fact) => isOwn(fact) && fact.basis === 'actual');
  const printed = (fund.published.objects() as PublishedFigure[]).find(
    (figure) => isOwn(figure) && figure.scheme === 'basic',
  );
  const schemes = SCHEMES.flatMap((scheme) => facts.filter((fact) => fact.scheme === scheme).slice(0, 1));
  const known = schemes.filter((fact) => fact.quantity !== null);
  const sum = known.length < SCHEMES.length ? null : known.reduce((total, fact) => total + (fact.quantity ?? 0), 0);
  const agreement: Agreement = agreementOf(
    sum === null ? null : { quantity: sum, halfUnit: known.reduce((half, fact) => half + (fact.halfUnit ?? 0), 0) },
    printed?.quantity == null ? null : { quantity: printed.quantity, halfUnit: printed.halfUnit ?? 0 },
  );
  const row = ({ scheme, quantity, ref }: Pick<Fact, 'scheme' | 'quantity' | 'ref'>) => ({
    scheme,
    quantity,
    ref,
    share: quantity === null || sum === null || sum === 0 ? null : quantity / sum,
    sum,
    printedSum: printed?.quantity ?? null,
    printedSumRef: printed?.ref ?? '',
    agreement,
  });
  return tableOf(schemes.map(row), () => row({ scheme: '', quantity: null, ref: '' }));
}
