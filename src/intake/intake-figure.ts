import type { Fact } from '../facts/fact.js';

/**
 * A figure of a workbook, resolved against the reference data. As a {@link Fact} its `ref` is the cell
 * (`居民累计结余分析表!B8`) and its `source` the place in words (`居民累计结余分析表!B8 攸县 期末累计结余`), both without the
 * document; `printed` is the cell's text without a unit.
 */
export interface IntakeFigure extends Fact {
  sheet: string;
  /** `B8`. */
  cell: string;
  /**
   * `fact` is an input. `published` is derived from inputs of the same table (执行率, 可支付月数, the total of a table of
   * pools) and only compared. `previous` is the figure of an earlier report beside the cell, there for comparison.
   */
  role: 'fact' | 'published' | 'previous';
  /** Number of the table in the workbook, from 1: totals and parts belong together within one. */
  table: number;
  /** Whether the row is the table's total (合计, 全市). */
  isTotal: boolean;
  /** The formula behind it, without `=`; empty for a typed figure. */
  formula: string;
}

/**
 * A balance that must hold between figures: Σ coefficient × quantity + constant = 0, within Σ |coefficient| × halfUnit +
 * constantHalfUnit. Quantities in the base unit; `none` counts as 0.
 */
export interface Identity {
  /** `total` for a sum over regions or parts, else `identity`. */
  rule: 'total' | 'identity';
  /** Chinese: `攸县应付未付款小计＝四项之和`. */
  name: string;
  terms: { figure: IntakeFigure; coefficient: number }[];
  /** What is known from outside the workbook, such as the balance at the end of the last year. */
  constant: number;
  constantHalfUnit: number;
  /** Where the constant comes from, in Chinese with its reference; empty for 0. */
  constantName: string;
}
