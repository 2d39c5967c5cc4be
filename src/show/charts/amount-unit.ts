import { Decimal } from 'decimal.js';
import { roundedText, sureDecimals } from '../../domain/figure-text.js';
import { type DisplayUnit, WAN_YUAN } from './unit.js';

const FEN_PER_YI = 10_000_000_000;
const YI_FROM = 20 * FEN_PER_YI;
const DECIMALS = 2;

const YI_YUAN: DisplayUnit = {
  name: '亿元',
  value: (fen) => new Decimal(fen).div(FEN_PER_YI).toNumber(),
  text: (fen, half) => roundedText(new Decimal(fen).div(FEN_PER_YI), sureDecimals((half ?? 0) / FEN_PER_YI, DECIMALS)),
};

/** 亿元 with two decimals where the largest amount is 20 亿元 or more, else 万元: as the reports print years and quarters. */
export function amountUnit(fen: readonly (number | null)[]): DisplayUnit {
  return fen.some((amount) => amount !== null && Math.abs(amount) >= YI_FROM) ? YI_YUAN : WAN_YUAN;
}
