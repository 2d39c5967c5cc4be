import { Decimal } from 'decimal.js';
import { groupDigits } from '../../domain/figure-text.js';
import { groupBy } from '../../domain/group-by.js';
import type { Unit } from '../../domain/indicator.js';
import { parsePeriod, UNDATED } from '../../domain/period.js';
import { findingOn, type IntakeFinding } from '../intake-finding.js';
import type { FigureIndex } from './figure-index.js';
import { blockOf, columnKey, figureName, indicatorName } from './figure-words.js';
import { type Comparison, comparisonsOf } from './last-report.js';

/**
 * How near to a power of ten a ratio must lie, as a factor either way. Nothing grows by the thousand, so that the
 * neighbourhood of those powers is wide; tenfold is nearly possible, so that of ten and a hundred is narrow.
 */
const POWERS = [
  { power: 10, within: 1.35, isLarge: false },
  { power: 100, within: 1.35, isLarge: false },
  { power: 1e3, within: 2, isLarge: true },
  { power: 1e4, within: 3, isLarge: true },
  { power: 1e8, within: 3, isLarge: true },
] as const;
/** Rests of large flows, which may well grow tenfold: only the powers of a unit are looked for. */
const VOLATILE = ['payables', 'prepaid', 'currentBalance', 'reserve'];
const SCALED = ['amount', 'person', 'visit'];
const COMPARED = ['amount', 'amountPerMonth', 'amountPerPerson', 'person', 'visit'];
/** Below this in the base unit (1,000,000 yuan, 1,000 heads) tenfold is chance. */
const LEAST: Readonly<Record<string, number>> = { amount: 1e8, amountPerMonth: 1e7, person: 1000, visit: 1000 };
/** From this many figures of a column on, all with the same slip, the column is named rather than each cell. */
const FEWEST_OF_BLOCK = 3;

/**
 * Figures that are about 10, 100, 1,000, 10,000 or 100,000,000 times those of the last report, or as small a part.
 * Flows are compared by the quarters elapsed: a first quarter with a fourth of the year before. 元 in a column of 万元 is
 * 10,000 times too much: a doubt that names the ratio and the unit; one for the column when all of it is so.
 */
export function checkUnitSlips(index: FigureIndex): IntakeFinding[] {
  const comparisons = comparisonsOf(index);
  const slips = comparisons.flatMap((comparison) => slipOf(comparison, index));
  const columnOf = ({ figure }: Comparison): string => columnKey(figure);
  const compared = groupBy(comparisons, columnOf);
  return [...groupBy(slips, (slip) => `${columnOf(slip)}|${slip.power}|${slip.isMore}`).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const isBlock = group.length >= FEWEST_OF_BLOCK && group.length === compared.get(columnOf(first))?.length;
    return isBlock ? [findingOf(first, group, index)] : group.map((slip) => findingOf(slip, [slip], index));
  });
}

interface Slip extends Comparison {
  /** This figure ÷ that of the last report, flows by the quarters elapsed. */
  ratio: number;
  power: number;
  isMore: boolean;
}

function slipOf(comparison: Comparison, index: FigureIndex): Slip[] {
  const { figure, earlier } = comparison;
  const indicator = index.indicator(figure.indicator);
  if (indicator === undefined || !COMPARED.includes(indicator.unitKind) || indicator.code.endsWith('Change')) return [];
  const now = Math.abs(figure.quantity ?? 0);
  const then = Math.abs(earlier.quantity ?? 0);
  if (now === 0 || then === 0) return [];
  const isFlow = indicator.kind === 'flow' && SCALED.includes(indicator.unitKind) && figure.basis === 'actual';
  const ratio = (now / then) * (isFlow ? quartersOf(earlier.period) / quartersOf(figure.period) : 1);
  const factor = Math.max(ratio, 1 / ratio);
  const found = POWERS.find(({ power, within }) => factor >= power / within && factor <= power * within);
  if (found === undefined) return [];
  const isSmall = Math.min(now, then) < (LEAST[indicator.unitKind] ?? 0);
  if (!found.isLarge && (isSmall || VOLATILE.includes(indicator.code))) return [];
  return [{ ...comparison, ratio, power: found.power, isMore: ratio > 1 }];
}

/** One finding for slips of one kind in one column. */
function findingOf(first: Slip, block: readonly Slip[], index: FigureIndex): IntakeFinding {
  const { figure, earlier, ratio, power, isMore } = first;
  const own = index.indicator(figure.indicator)?.kind;
  const isScaled = own === 'flow' && quartersOf(earlier.period) !== quartersOf(figure.period);
  const before = `上期（${earlier.period}）${earlier.printed} ${earlier.unit}${isScaled ? '（按已过的季度折算）' : ''}`;
  const message =
    block.length > 1
      ? `整列${indicatorName(figure, index)}都约为上期的 ${timesText(power, isMore)}，如${figure.regionName} ${figure.printed}，${before}`
      : `${figureName(figure, index)}约为${before}的 ${timesText(isMore ? ratio : 1 / ratio, isMore)}`;
  const hint = hintOf(first, index.context.reference.units);
  const found = findingOn(figure, { severity: 'doubt', rule: 'unitSlip', message, hint });
  return block.length > 1 ? { ...found, cell: blockOf(block.map((slip) => slip.figure.cell)), value: '' } : found;
}

/** The unit in which the digits would be right: 万元 ÷ 10,000 = 元. */
function hintOf({ figure, power, isMore }: Slip, units: readonly Unit[]): string {
  const own = units.find(({ name }) => name === figure.unit);
  if (own === undefined) return '';
  const factor = isMore ? new Decimal(own.factor).div(power) : new Decimal(own.factor).times(power);
  const meant = units.find(({ unitKind, factor: other }) => unitKind === own.unitKind && factor.equals(other));
  if (meant !== undefined) return `可能把${meant.name}填成了${own.name}`;
  const digits = Math.round(Math.log10(power));
  return `可能小数点错了 ${digits} 位，或${isMore ? '多' : '少'}写了 ${digits} 位`;
}

/** `11,000 倍` or `1/9.9`. */
function timesText(factor: number, isMore: boolean): string {
  const number = groupDigits(new Decimal(factor).toSignificantDigits(3).toFixed());
  return isMore ? `${number} 倍` : `1/${number}`;
}

function quartersOf(period: string): number {
  return period === UNDATED ? 4 : (parsePeriod(period).quarter ?? 4);
}
