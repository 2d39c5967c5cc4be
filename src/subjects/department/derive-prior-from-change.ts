import type { ColumnTable } from 'arquero';
import type { Agreement } from '../../domain/agreement.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import type { Fund } from '../../facts/fund.js';
import { around, type Interval, subtractIntervals } from '../../figures/interval.js';
import { agreementOf } from '../../figures/printed-agreement.js';
import { tableOf } from '../../figures/table-of.js';

/** A printed figure, or one that stands beside it. */
type Figure = Omit<Fact, 'basis'>;

/**
 * The year before of figures that are printed with their change: a report that prints 475.22 and 减少 11.80 implies
 * 487.02 for last year, though it does not print it.
 *
 * Formula: prior = quantity − change; growth = change ÷ prior. Both are intervals, because each printed figure stands for
 * ± half a unit of its last digit: 475.22 ± 0.005 and −11.80 ± 0.005 → prior 487.01 to 487.03.
 * The change is the figure of the indicator `<indicator>Change`, the printed growth of `<indicator>Growth`. The growth
 * agrees when the printed one overlaps the interval; a growth that was cut off rather than rounded is `truncated`.
 *
 * @param fund the report's own period, basis actual
 * @param options `scheme`: whose figures
 * @returns one row a figure with a change: its keys, `quantity`, `change`, `prior`, `priorLow`, `priorHigh` (base unit),
 * `growth`, `growthLow`, `growthHigh`, `printedGrowth` (ratios), `printedGrowthText` (as printed), `agreement`, and the references
 * `ref`, `changeRef`, `printedGrowthRef`; null where an input is unknown
 */
export function derivePriorFromChange(
  fund: Pick<Fund, 'facts' | 'published'>,
  { scheme }: { scheme: string },
): ColumnTable {
  const isOwn = (figure: { scheme: string; period: string; reported: string }): boolean =>
    figure.scheme === scheme && figure.period === figure.reported;
  const own = (fund.facts.objects() as Fact[]).filter((fact) => isOwn(fact) && fact.basis === 'actual');
  const printed = (fund.published.objects() as PublishedFigure[]).filter(isOwn);
  const find = (fact: Fact, ending: string): Figure | undefined =>
    [...own, ...printed].find((other) => other.indicator === fact.indicator + ending && sameSubject(other, fact));
  const rows = own.flatMap((fact) => {
    const change = find(fact, 'Change');
    return change === undefined ? [] : [rowOf(fact, change, find(fact, 'Growth'))];
  });
  const unknown = { quantity: null } as Fact;
  return tableOf(rows, () => rowOf(unknown, unknown, undefined));
}

function sameSubject(a: Figure, b: Figure): boolean {
  return a.region === b.region && a.scheme === b.scheme && a.category === b.category;
}

function rowOf(fact: Fact, change: Figure, printedGrowth: Figure | undefined) {
  const amount = intervalOf(fact);
  const moved = intervalOf(change);
  const prior = amount && moved && subtractIntervals(amount, moved);
  const growth = amount && moved && growthOf(amount, moved);
  const exact = fact.quantity === null || change.quantity === null ? null : fact.quantity - change.quantity;
  return {
    region: fact.region,
    regionName: fact.regionName,
    scheme: fact.scheme,
    indicator: fact.indicator,
    category: fact.category,
    categoryName: fact.categoryName,
    quantity: fact.quantity,
    ref: fact.ref,
    change: change.quantity,
    changeRef: change.ref,
    prior: exact,
    priorLow: prior?.low ?? null,
    priorHigh: prior?.high ?? null,
    growth: exact === null || change.quantity === null || exact <= 0 ? null : change.quantity / exact,
    growthLow: growth?.low ?? null,
    growthHigh: growth?.high ?? null,
    printedGrowth: printedGrowth?.quantity ?? null,
    printedGrowthText: printedGrowth === undefined ? '' : `${printedGrowth.printed}${printedGrowth.unit}`,
    printedGrowthRef: printedGrowth?.ref ?? '',
    agreement: agreementWith(growth, printedGrowth),
  };
}

function agreementWith(growth: Interval | null, printed: Figure | undefined): Agreement {
  if (growth === null || printed?.quantity == null) return 'not checkable';
  const ours = { quantity: (growth.low + growth.high) / 2, halfUnit: (growth.high - growth.low) / 2 };
  return agreementOf(ours, { quantity: printed.quantity, halfUnit: printed.halfUnit ?? 0 });
}

function intervalOf({ quantity, halfUnit }: Figure): Interval | null {
  return quantity == null ? null : around(quantity, halfUnit ?? 0);
}

/**
 * change ÷ (amount − change) moves one way with each of the two, so that its least and greatest values lie at the ends.
 * Null when the prior may be zero or less.
 */
function growthOf(amount: Interval, change: Interval): Interval | null {
  if (amount.low - change.high <= 0) return null;
  const corners = [amount.low, amount.high].flatMap((a) => [change.low, change.high].map((c) => c / (a - c)));
  return { low: Math.min(...corners), high: Math.max(...corners) };
}
