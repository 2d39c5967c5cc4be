import type { ColumnTable } from 'arquero';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { FactIndex } from '../../facts/fact-index.js';
import type { Fund } from '../../facts/fund.js';
import { tableOf } from '../../facts/table-of.js';
import { boundsAs, isKnown, printedAs, printedFigure } from '../../figures/figure.js';
import { impliedMonthlyExpenditure, spendingMonths } from '../../relations/months.js';
import { share } from '../../relations/rates.js';
import { derive } from '../../relations/relation.js';

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
  const index = FactIndex.over(fund.facts);
  const own = (indicator: string): Fact | undefined =>
    index.select([indicator], { scheme: SCHEME, basis: 'actual', category: '' }).find(isOwn);
  const claim = FactIndex.overPublished(fund.published).select(['payableMonths'], { scheme: SCHEME }).find(isOwn);
  const start = index.select(['monthsSinceStart'], { category: '' }).find(isOwn);
  const balance = own('fundBalance');
  const row = (): ReturnType<typeof rowOf> =>
    rowOf({ balance, expenditure: own('cumulativeExpenditure'), start }, claim);
  return tableOf(balance === undefined ? [] : [row()], row);
}

function isOwn({ period, reported }: Pick<Fact, 'period' | 'reported'>): boolean {
  return period === reported;
}

function rowOf(
  { balance, expenditure, start }: Record<'balance' | 'expenditure' | 'start', Fact | undefined>,
  claim: PublishedFigure | undefined,
) {
  const [left, spent] = [printedFigure(balance), printedFigure(expenditure)];
  const monthly = derive(impliedMonthlyExpenditure, { balance: left, months: printedFigure(claim) });
  const elapsed = derive(spendingMonths, { expenditure: spent, monthlyExpenditure: monthly });
  const sinceStart = start?.quantity == null ? null : start.quantity + reach(start);
  const rest = derive(share, { part: left, whole: spent });
  return {
    ...printedAs('balance', balance),
    ...printedAs('expenditure', expenditure),
    ...printedAs('claimedMonths', claim),
    claimedText: claim === undefined ? '' : `${claim.printed}${claim.unit}`,
    ...boundsAs('impliedMonthly', monthly),
    ...boundsAs('impliedElapsed', elapsed),
    sinceStartHigh: sinceStart,
    sinceStartRef: start?.ref ?? '',
    monthsHigh: isKnown(rest) && sinceStart !== null ? rest.high * sinceStart : null,
  };
}

/** `七年多` is printed as 7 and reaches up to the next year; without 多 or 余 a figure reaches half a unit. */
function reach({ halfUnit, source }: Fact): number {
  return (halfUnit ?? 0) * (/印为“[^”]*[多余]/.test(source) ? 2 : 1);
}
