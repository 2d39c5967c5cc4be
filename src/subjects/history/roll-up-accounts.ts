import type { ColumnTable } from 'arquero';
import { groupBy } from '../../domain/group-by.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import type { Fund } from '../../facts/fund.js';
import { agreementOf } from '../../figures/printed-agreement.js';
import { tableOf } from '../../figures/table-of.js';

type Figure = Pick<Fact, 'quantity' | 'halfUnit' | 'ref' | 'indicator'>;

const INDICATORS = ['cumulativeLevy', 'cumulativeExpenditure', 'fundBalance'] as const;

/**
 * What was levied, spent and left since the start, one row an account of a scheme and one for the whole fund, which stands
 * last.
 * Formula: computedBalance = cumulativeLevy − cumulativeExpenditure, beside the printed balance.
 * 9,184 − 8,981 = 203 and 203 is printed: agrees. Unknown where the levy or the expenditure is.
 *
 * @param options `scheme`: whose accounts
 * @returns one row an account (`category`, empty for the whole): `cumulativeLevy`, `cumulativeExpenditure`, `fundBalance`,
 * `computedBalance` (fen, null when unknown), `agreement`, and references in `<name>Ref`
 */
export function rollUpAccounts(fund: Pick<Fund, 'facts' | 'published'>, { scheme }: { scheme: string }): ColumnTable {
  const named = (figure: { scheme: string; indicator: string; period: string; reported: string }): boolean =>
    figure.scheme === scheme &&
    figure.period === figure.reported &&
    INDICATORS.some((indicator) => indicator === figure.indicator);
  const facts = (fund.facts.objects() as Fact[]).filter((fact) => named(fact) && fact.basis === 'actual');
  // A balance of the whole fund is often only derived by the report, so that it stands among the published figures.
  const printed = (fund.published.objects() as PublishedFigure[]).filter(named);
  const accounts = [...groupBy(facts, ({ category }) => category).values()];
  const rows = accounts
    .map((own) =>
      rowOf(
        [
          ...own,
          ...printed.filter(({ category, region }) => category === own[0]?.category && region === own[0].region),
        ],
        own[0],
      ),
    )
    .sort((a, b) => Number(a.category === '') - Number(b.category === ''));
  return tableOf(rows, () => rowOf([], undefined));
}

function rowOf(figures: readonly Figure[], first: Fact | undefined) {
  const [levy, expenditure, balance] = INDICATORS.map((name) => figures.find(({ indicator }) => indicator === name));
  const computed =
    levy?.quantity == null || expenditure?.quantity == null ? null : levy.quantity - expenditure.quantity;
  const halfUnit = (levy?.halfUnit ?? 0) + (expenditure?.halfUnit ?? 0);
  return {
    region: first?.region ?? '',
    scheme: first?.scheme ?? '',
    category: first?.category ?? '',
    categoryName: first?.categoryName ?? '',
    cumulativeLevy: levy?.quantity ?? null,
    cumulativeLevyRef: levy?.ref ?? '',
    cumulativeExpenditure: expenditure?.quantity ?? null,
    cumulativeExpenditureRef: expenditure?.ref ?? '',
    fundBalance: balance?.quantity ?? null,
    fundBalanceRef: balance?.ref ?? '',
    computedBalance: computed,
    agreement: agreementOf(
      computed === null ? null : { quantity: computed, halfUnit },
      balance?.quantity == null ? null : { quantity: balance.quantity, halfUnit: balance.halfUnit ?? 0 },
    ),
  };
}
