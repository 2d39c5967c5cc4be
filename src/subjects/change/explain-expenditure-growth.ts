import { type ColumnTable, from } from 'arquero';
import { yearAgo } from '../../domain/period.js';
import type { Fact } from '../../facts/fact.js';
import type { Fund } from '../../facts/fund.js';
import { FundFigures } from '../../facts/fund-figures.js';
import { total } from '../../figures/arithmetic.js';
import { Fraction } from '../../figures/exact-fraction.js';
import { lacking, type PrintedColumns, printedAs } from '../../figures/figure.js';
import { shapleyParts } from '../../figures/shapley.js';
import { change } from '../../relations/comparisons.js';
import { valueOf } from '../../relations/relation.js';

/** Why a scheme's expenditure grew: a row of {@link explainExpenditureGrowth}. Fen; null when it cannot be said. */
export interface ExpenditureGrowth extends PrintedColumns<'before' | 'after'> {
  scheme: string;
  change: number | null;
  enrolmentPart: number | null;
  /** What the shift between active and retired did; null where their own expenditure is not reported. */
  mixPart: number | null;
  perHeadPart: number | null;
  /** The parts and the change in fen as exact fractions. */
  exact: string;
  /** `未知：没有…` for a split, or for a part of it, that the facts do not allow; empty otherwise. */
  gap: string;
}

/** A year of a scheme: persons and fen. */
interface Year {
  enrolment: Fact | undefined;
  expenditure: Fact | undefined;
  /** Active and retired, each with share of the persons and expenditure per head; null when not reported. */
  groups: { share: Fraction; perHead: Fraction }[] | null;
}

type Source = Pick<Fund, 'facts' | 'previousFacts' | 'place' | 'period'>;

const GROUPS = ['active', 'retired'];

/**
 * Splits the growth of a scheme's expenditure since the year before into enrolment, the mix of active and retired, and
 * expenditure per head.
 *
 * Formula: expenditure = persons × Σ share of a group × expenditure per head of the group; the part of each factor is its
 * Shapley value in exact fractions, so that the parts add up to the change to the last digit. Without the expenditure of
 * the groups it is persons × expenditure per head, and what the mix did stands within the latter, which the gap says.
 * 100 persons at 10 and a year later 110 at 12: 1,000 → 1,320 is 110 by enrolment and 210 by expenditure per head.
 *
 * @param fund facts of this report and of the one before
 * @param schemes codes of the schemes, in the order wanted
 * @returns one row an {@link ExpenditureGrowth} for each scheme
 */
export function explainExpenditureGrowth(fund: Source, schemes: readonly string[]): ColumnTable {
  const { facts, previousFacts, place, period } = fund;
  // What reports before the last one know is not compared.
  const figures = FundFigures.of({ facts, previousFacts, place, period });
  const year = (scheme: string, of: string): Year =>
    yearOf((indicator, category = '') => figures.versions({ indicator, category, scheme, period: of })[0]);
  return from(schemes.map((scheme) => growthOf(scheme, year(scheme, yearAgo(period)), year(scheme, period))));
}

function growthOf(scheme: string, before: Year, after: Year): ExpenditureGrowth {
  const known = { scheme, ...printedAs('before', before.expenditure), ...printedAs('after', after.expenditure) };
  const changed = valueOf(change, { now: known.after, before: known.before });
  const missing = [...missingOf(before, '上年同期的'), ...missingOf(after, '本期的')];
  if (missing.length > 0 || changed === null) {
    const parts = { enrolmentPart: null, mixPart: null, perHeadPart: null, exact: '' };
    return { ...known, change: changed, ...parts, gap: lacking(missing) };
  }
  const { parts, hasMix } = partsOf(before, after);
  const [enrolment, ...rest] = parts.map((part) => part.toNumber());
  return {
    ...known,
    change: changed,
    enrolmentPart: enrolment ?? null,
    mixPart: hasMix ? (rest[0] ?? null) : null,
    perHeadPart: rest.at(-1) ?? null,
    exact: [...parts, Fraction.of(changed)].map(String).join('；'),
    gap: hasMix ? '' : '未知：没有在职、退休人员各自的人数和支出，人员结构的影响含在人均支出中',
  };
}

function partsOf(before: Year, after: Year): { parts: Fraction[]; hasMix: boolean } {
  const persons = (year: Year): Fraction => Fraction.of(year.enrolment?.quantity ?? 0);
  const turned = (later: boolean | undefined): Year => (later ? after : before);
  const [earlier, present] = [before.groups, after.groups];
  if (earlier === null || present === null) {
    const perHead = (year: Year): Fraction => Fraction.of(year.expenditure?.quantity ?? 0).over(persons(year));
    const parts = shapleyParts(2, ([number, cost]) => persons(turned(number)).times(perHead(turned(cost))));
    return { parts, hasMix: false };
  }
  const parts = shapleyParts(3, ([number, mix, cost]) =>
    persons(turned(number)).times(costOf(mix ? present : earlier, cost ? present : earlier)),
  );
  return { parts, hasMix: true };
}

/** Expenditure per head of all: the shares of one year at the cost of another. */
function costOf(shares: NonNullable<Year['groups']>, costs: NonNullable<Year['groups']>): Fraction {
  return shares.reduce(
    (sum, { share }, index) => sum.plus(share.times(costs[index]?.perHead ?? new Fraction(0n))),
    new Fraction(0n),
  );
}

function yearOf(find: (indicator: string, category?: string) => Fact | undefined): Year {
  const [enrolment, expenditure] = [find('enrolment'), find('expenditure')];
  const groups = GROUPS.map((group) => ({
    persons: find('enrolment', group)?.quantity ?? 0,
    cost: find('expenditure', group)?.quantity ?? null,
  }));
  // Groups that leave persons or money out would make a residual: then there are none.
  const isWhole =
    groups.every(({ persons, cost }) => persons > 0 && cost !== null) &&
    total(groups.map(({ persons }) => persons)) === enrolment?.quantity &&
    total(groups.map(({ cost }) => cost)) === expenditure?.quantity;
  if (!isWhole) return { enrolment, expenditure, groups: null };
  const all = Fraction.of(enrolment?.quantity ?? 0);
  const detail = groups.map(({ persons, cost }) => ({
    share: Fraction.of(persons).over(all),
    perHead: Fraction.of(cost ?? 0).over(Fraction.of(persons)),
  }));
  return { enrolment, expenditure, groups: detail };
}

function missingOf({ enrolment, expenditure }: Year, when: string): string[] {
  const names = [
    (enrolment?.quantity ?? 0) > 0 ? '' : '参保人数',
    (expenditure?.quantity ?? null) === null ? '基金支出' : '',
  ];
  return names.filter((name) => name !== '').map((name) => `${when}${name}`);
}
