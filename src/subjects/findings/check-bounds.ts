import { comparePeriods } from '../../domain/period.js';
import { type Finding, figureFinding } from '../../facts/finding.js';
import type { Fund } from '../../facts/fund.js';
import { FundFigures } from '../../facts/fund-figures.js';
import { compute, sumOf } from '../../figures/arithmetic.js';
import { exactly, type Figure, isKnown, isSurelyAbove, printedFigure } from '../../figures/figure.js';
import { type Bound, openBounds } from './bounds.js';
import { listedPartsIn } from './check-lists.js';
import { aboutKey, basisOf, type Checked, inUnitOf, type PrintedFact, printedAt, printedFigures } from './checked.js';
import { openLists } from './lists.js';

/**
 * Figures that cannot be, because another one of the same place is their limit: a levy above the income, more persons
 * subsidised than there are poor, savings of five cities that are hundreds of times those of one of them. Of a figure whose
 * digits are lost, what its listed parts come to is held against the limit.
 */
export function checkBounds(fund: Fund): Checked {
  const printed = printedFigures(fund);
  const listedParts = listedPartsIn(printed, openLists(fund));
  const totals = printed.filter(({ category }) => category === '');
  // Of a blank that stands twice, as a fact and as what the report derives, the last is told.
  const blanks = new Map(totals.filter(({ quantity }) => quantity === null).map((one) => [aboutKey(one), one]));
  const verdicts = openBounds(fund).flatMap((bound) =>
    totals
      .filter(({ indicator }) => indicator === bound.figure)
      .filter((one) => one.quantity !== null || blanks.get(aboutKey(one)) === one)
      .flatMap((total) => verdictOn({ total, bound, ...leastOf(total, listedParts(total), fund) }, fund)),
  );
  return { what: '个数与它不应超过的数', count: verdicts.length, findings: verdicts.flatMap(({ found }) => found) };
}

/** A figure at least as much as stated, under a bound. */
interface Case {
  total: PrintedFact;
  bound: Bound;
  least: Figure;
  /** What `least` is, where it is not the figure itself. */
  words: string;
}

/** The figure as printed; where it is blank, what the parts listed under it come to. */
function leastOf(total: PrintedFact, parts: readonly PrintedFact[], fund: Fund): Pick<Case, 'least' | 'words'> {
  const own = printedFigure(total);
  if (isKnown(own) || parts.length === 0) return { least: own, words: '' };
  const sum = sumOf(parts.map((part) => printedFigure(part)));
  const words = isKnown(sum) ? `所列 ${parts.length} 项之和 ${inUnitOf(sum.quantity, total, fund)} ` : '';
  return { least: sum, words };
}

/** Empty where the bound cannot be applied; `found` is empty where the figure keeps it. */
function verdictOn({ total, bound, least, words }: Case, fund: Fund): { found: Finding[] }[] {
  const limit = limitOf(total, { ...bound, indicator: bound.limit }, fund);
  const members = limitOf(total, { indicator: bound.members, limitScheme: '', takesLatest: false }, fund);
  if (limit === undefined || !isKnown(least) || (bound.members !== '' && members === undefined)) return [];
  const count = members === undefined ? exactly(1) : printedFigure(members);
  const most = compute((one, all) => bound.times * one * all, printedFigure(limit), count);
  if (!isKnown(most)) return [];
  if (!isSurelyAbove(least, most)) return [{ found: [] }];
  const { indicators } = fund.reference;
  const name = FundFigures.of(fund).nameOfIndicator(limit.indicator);
  const above =
    bound.times === 1 && members === undefined
      ? `大于${name} ${printedAt(limit)}`
      : `大于 ${inUnitOf(most.quantity, total, fund)}，由${[limit, members].flatMap((one) => nameAndPlace(one, fund)).join('、')}得出`;
  return [
    { found: [figureFinding(total, indicators, { severity: 'doubt', rule: `${words}${above}：${bound.words}` })] },
  ];
}

function nameAndPlace(figure: PrintedFact | undefined, fund: Fund): string[] {
  if (figure === undefined) return [];
  return [`${FundFigures.of(fund).nameOfIndicator(figure.indicator)} ${printedAt(figure)}`];
}

/** The limit of a figure: this report's first, of the figure's period or the newest that ends no later than the report. */
function limitOf(
  figure: PrintedFact,
  { indicator, limitScheme, takesLatest }: Pick<Bound, 'limitScheme' | 'takesLatest'> & { indicator: string },
  fund: Fund,
): PrintedFact | undefined {
  const figures = FundFigures.of(fund);
  const { region, scheme, period } = figure;
  const basis = basisOf(figure);
  const about = { region, scheme: limitScheme === '' ? scheme : limitScheme, category: '' };
  const isActual = basis === 'actual';
  const key = { ...about, indicator, period };
  const ofPeriod: PrintedFact[] = [
    ...figures.versions({ ...key, basis }).slice(0, 1),
    ...(isActual ? figures.printed(key) : []),
  ];
  const own = ofPeriod.find(({ quantity }) => quantity !== null);
  if (own !== undefined || !takesLatest) return own;
  const known: PrintedFact[] = [
    ...figures.select([indicator], { ...about, basis }),
    ...(isActual ? figures.selectPrinted([indicator], about) : []),
  ];
  return known.filter(({ quantity }) => quantity !== null).sort((a, b) => comparePeriods(b.period, a.period))[0];
}
