import { Decimal } from 'decimal.js';
import { groupDigits, minus } from '../../domain/figure-text.js';
import { type Indicator, nameOfIndicator } from '../../domain/indicator.js';
import { parsePrinted } from '../../domain/printed.js';
import { schemeName } from '../../domain/scheme.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import type { IntakeFigure } from '../intake-figure.js';
import type { Earlier } from './known-figures.js';

const HEADS = ['位置', '统筹区', '险种', '指标', '期间', '已存（来源）', '新', '差额'];

/** A figure of an earlier period that the workbook gives otherwise than it is stored. */
export interface RestatedFigure {
  figure: IntakeFigure;
  /** What is stored: the latest version. */
  known: Fact | PublishedFigure;
  /** Chinese name of the indicator with its part and basis. */
  indicatorName: string;
  /** New less stored, in the base unit. */
  difference: number;
}

/** The figures of a workbook that are not about its own period, by what is stored of them. */
export interface ComparedFigures {
  restated: RestatedFigure[];
  /** As stored, or blank: nothing to store again. */
  unchanged: IntakeFigure[];
  /** Not stored yet, or more or less precise than stored: facts about another period. */
  newComparatives: IntakeFigure[];
}

/**
 * Compares the figures about other periods with what is stored. The same quantity is unchanged. One that rounding alone
 * may explain (28.45 亿元 beside 284,512 万元: |a − b| ≤ half a unit of both last digits) is no restatement; in a column
 * that is only there for comparison it is unchanged, elsewhere it is a figure of its own. Any other difference restates.
 *
 * @param earlier figures of the workbook's own period are left aside
 * @param indicators the glossary, to name what is restated
 */
export function restatementsIn(
  figures: readonly IntakeFigure[],
  { known, period }: Earlier,
  indicators: readonly Indicator[] = [],
): ComparedFigures {
  const compared: ComparedFigures = { restated: [], unchanged: [], newComparatives: [] };
  for (const figure of figures) {
    if (figure.period === period) continue;
    const stored = known.latest(figure);
    if (figure.quantity === null) compared.unchanged.push(figure);
    else if (stored === undefined || stored.quantity === null) compared.newComparatives.push(figure);
    else if (stored.quantity === figure.quantity) compared.unchanged.push(figure);
    else if (Math.abs(figure.quantity - stored.quantity) <= (figure.halfUnit ?? 0) + (stored.halfUnit ?? 0)) {
      (figure.role === 'previous' ? compared.unchanged : compared.newComparatives).push(figure);
    } else {
      const indicatorName = indicatorText(figure, indicators);
      compared.restated.push({ figure, known: stored, indicatorName, difference: figure.quantity - stored.quantity });
    }
  }
  return compared;
}

/**
 * The restated figures as the lines of a table: head first, then cell, region, scheme, indicator with its part, period,
 * the stored figure with its source, the new one and the difference.
 */
export function describeRestatements(restated: readonly RestatedFigure[]): string[] {
  const rows = restated.map((one) => [
    one.figure.ref,
    one.figure.regionName,
    schemeName(one.figure.scheme),
    one.indicatorName,
    one.figure.period,
    `${printedText(one.known)}（${one.known.source}）`,
    printedText(one.figure),
    differenceText(one),
  ]);
  const table = [HEADS, ...rows];
  const widths = HEADS.map((_, column) => Math.max(...table.map((row) => width(row[column] ?? ''))));
  const padded = (text: string, column: number): string => text + ' '.repeat((widths[column] ?? 0) - width(text));
  return table.map((row) => row.map(padded).join('  ').trimEnd());
}

/** `应付未付款（业务未结算）`, and of a budget or target that it is one. */
function indicatorText(figure: IntakeFigure, indicators: readonly Indicator[]): string {
  const name = nameOfIndicator(indicators, figure.indicator);
  const part = figure.categoryName === '' ? '' : `（${figure.categoryName}）`;
  const basis = { budget: '预算数', target: '目标数' }[figure.basis] ?? '';
  return `${name}${part}${basis}`;
}

/** As printed with its unit; a dash has none. */
function printedText({ printed, unit, state }: Pick<Fact, 'printed' | 'unit' | 'state'>): string {
  return state === 'value' ? `${minus(printed)}${unit}` : printed;
}

/** The difference in the unit of the new figure, or of the stored one when the new one is zero or none. */
function differenceText({ figure, known, difference }: RestatedFigure): string {
  const shown = figure.quantity === 0 ? known : figure;
  const printed = parsePrinted(shown.printed);
  const decimal = printed?.state === 'value' ? printed.decimal : new Decimal(1);
  const factor = new Decimal(shown.quantity ?? 1).div(decimal);
  const gap = groupDigits(new Decimal(difference).abs().div(factor).toFixed());
  return `${difference < 0 ? '−' : '＋'}${gap}${shown.unit}`;
}

/** Columns of a terminal: two for a Chinese character. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) >= FIRST_WIDE ? 2 : 1), 0);
}

/** Where the scripts begin that terminals show at double width. */
const FIRST_WIDE = 0x2e80;
