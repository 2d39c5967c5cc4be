import type { ColumnTable } from 'arquero';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import type { Fund } from '../../facts/fund.js';
import { around, divideIntervals, type Interval } from '../../figures/interval.js';
import { tableOf } from '../../figures/table-of.js';

const SCHEME = 'restructured';

/**
 * How long a closed fund lasts: one that was paid in once and is only spent.
 *
 * What the report claims: months, from which follows what it takes to be spent a month and for how long it has been spending:
 * impliedMonthly = balance ÷ claimed months; impliedElapsed = expenditure ÷ impliedMonthly.
 * 1,700 ÷ 18 = 94.44 a month; 2,798 ÷ 94.44 = 29.6 months.
 *
 * What the inputs allow: months = balance ÷ (expenditure ÷ months since the closed fund began). When it began is often not
 * printed, only when the insurance started; the fund cannot be older, so that its months are at most
 * balance ÷ expenditure × months since the start. Printed as `七年多` the start lies 84 to 96 months back:
 * at most 1,700.5 ÷ 2,797.5 × 96 = 58.4 months. From below nothing bounds them, and they stay unknown.
 *
 * @returns no row without a balance of the scheme `restructured`, else one: `balance`, `expenditure` (fen), `claimedMonths`, `claimedText`
 * (as printed),
 * `impliedMonthlyLow`, `impliedMonthlyHigh` (fen a month), `impliedElapsedLow`, `impliedElapsedHigh` (months), `sinceStartHigh`,
 * `monthsHigh` (months), and references in `<name>Ref`; null where an input is unknown
 */
export function deriveClosedFund(fund: Pick<Fund, 'facts' | 'published'>): ColumnTable {
  const facts = (fund.facts.objects() as Fact[]).filter(
    (fact) => fact.period === fact.reported && fact.category === '',
  );
  const own = (indicator: string): Fact | undefined =>
    facts.find((fact) => fact.scheme === SCHEME && fact.basis === 'actual' && fact.indicator === indicator);
  const claim = (fund.published.objects() as PublishedFigure[]).find(
    (figure) => figure.scheme === SCHEME && figure.indicator === 'payableMonths' && figure.period === figure.reported,
  );
  const start = facts.find((fact) => fact.indicator === 'monthsSinceStart');
  const balance = own('fundBalance');
  const row = (): ReturnType<typeof rowOf> => rowOf(balance, own('cumulativeExpenditure'), claim, start);
  return tableOf(balance === undefined ? [] : [row()], row);
}

function rowOf(
  balance: Fact | undefined,
  expenditure: Fact | undefined,
  claim: PublishedFigure | undefined,
  start: Fact | undefined,
) {
  const left = intervalOf(balance);
  const spent = intervalOf(expenditure);
  const monthly = ratio(left, intervalOf(claim));
  const elapsed = ratio(spent, monthly);
  const sinceStart = start?.quantity == null ? null : start.quantity + reach(start);
  const share = ratio(left, spent);
  return {
    balance: balance?.quantity ?? null,
    balanceRef: balance?.ref ?? '',
    expenditure: expenditure?.quantity ?? null,
    expenditureRef: expenditure?.ref ?? '',
    claimedMonths: claim?.quantity ?? null,
    claimedText: claim === undefined ? '' : `${claim.printed}${claim.unit}`,
    claimedMonthsRef: claim?.ref ?? '',
    impliedMonthlyLow: monthly?.low ?? null,
    impliedMonthlyHigh: monthly?.high ?? null,
    impliedElapsedLow: elapsed?.low ?? null,
    impliedElapsedHigh: elapsed?.high ?? null,
    sinceStartHigh: sinceStart,
    sinceStartRef: start?.ref ?? '',
    monthsHigh: share === null || sinceStart === null ? null : share.high * sinceStart,
  };
}

/** `七年多` is printed as 7 and reaches up to the next year; without 多 or 余 a figure reaches half a unit. */
function reach({ halfUnit, source }: Fact): number {
  return (halfUnit ?? 0) * (/印为“[^”]*[多余]/.test(source) ? 2 : 1);
}

function intervalOf(figure: Pick<Fact, 'quantity' | 'halfUnit'> | undefined): Interval | null {
  return figure?.quantity == null ? null : around(figure.quantity, figure.halfUnit ?? 0);
}

function ratio(a: Interval | null, b: Interval | null): Interval | null {
  return a === null || b === null ? null : divideIntervals(a, b);
}
