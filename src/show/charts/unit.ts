import { Decimal } from 'decimal.js';
import { roundedText, wanYuan } from '../../domain/figure-text.js';

/** The unit in which a chart shows a quantity. */
export interface DisplayUnit {
  /** As it stands in axis titles: 万人, 人, 万元. */
  name: string;
  /** Length of a bar for a quantity in the base unit. */
  value(quantity: number): number;
  /** The quantity as its label, with no digit beyond what it may be off by, where that is told. */
  text(quantity: number, half?: number | null): string;
}

const PERSONS_PER_WAN = 10_000;
const FEN_PER_WAN = 1_000_000;
const WAN_FROM_PERSONS = 100_000;

/** Every person counted: 549555 → `549,555`. */
export const PERSONS: DisplayUnit = {
  name: '人',
  value: (persons) => persons,
  text: (persons) => roundedText(persons, 0),
};

/** Every item counted: 503 → `503`. */
export const ITEMS: DisplayUnit = { ...PERSONS, name: '个' };

/** Fen as 万元: whole ones without decimals, others with two, or as many fewer as are sure. */
export const WAN_YUAN: DisplayUnit = {
  name: '万元',
  value: (fen) => new Decimal(fen).div(FEN_PER_WAN).toNumber(),
  text: (fen, half) => wanYuan(fen, half ?? 0),
};

const WAN_PERSONS: DisplayUnit = {
  name: '万人',
  value: (persons) => new Decimal(persons).div(PERSONS_PER_WAN).toNumber(),
  text: (persons) => roundedText(new Decimal(persons).div(PERSONS_PER_WAN), 2),
};

/** 万人 with two decimals where the largest quantity is 100,000 persons or more, else 人. */
export function personUnit(quantities: readonly (number | null)[]): DisplayUnit {
  return quantities.some((quantity) => quantity !== null && quantity >= WAN_FROM_PERSONS) ? WAN_PERSONS : PERSONS;
}
