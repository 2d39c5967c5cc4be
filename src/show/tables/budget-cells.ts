import type { ColumnTable } from 'arquero';
import { Decimal } from 'decimal.js';
import { AGREEMENT_NAMES, type Agreement } from '../../domain/agreement.js';
import { periodLabel } from '../../domain/period.js';
import { schemeName } from '../../domain/scheme.js';
import { formatCell, UNKNOWN } from './format.js';
import type { Cell, Column, ColumnKind } from './table-view.js';

/** Column of a bound of an interval: people see it rounded outward, so that it still holds; unrounded in CSV. */
export function bound(key: string, label: string, kind: ColumnKind, sources?: string): Column {
  return { key, display: `${key}Text`, label, kind, ...(sources === undefined ? {} : { sources }) };
}

/** Column of a figure that the report may not print: 未印 then, as nothing of ours is missing. */
export function printed(key: string, label: string, kind: ColumnKind, sources?: string): Column {
  return bound(key, label, kind, sources);
}

/**
 * Rows with the Chinese names of their codes (`schemeName`, `originName`, …) and the texts of the columns made by
 * {@link bound} and {@link printed}.
 */
export function budgetRows(table: ColumnTable): Record<string, Cell>[] {
  return (table.objects() as Record<string, Cell>[]).map((row) => ({ ...row, ...namesOf(row), ...textsOf(row) }));
}

const ORIGINS: Record<string, string> = {
  reported: '照印数',
  derived: '推算',
  contradictory: '所印互相矛盾',
  unknown: UNKNOWN,
  missing: '无数据',
};
const AGREEMENT_KEYS = ['agreement', 'otherAgreement', 'growthAgreement', 'totalAgreement'];

/** Bounds by their key without Low or High. */
const BOUNDS: Record<string, ColumnKind> = {
  yearAgo: 'amount',
  change: 'amount',
  growth: 'growth',
  contribution: 'points',
  execution: 'share',
  '': 'amount',
};
const PRINTS: Record<string, ColumnKind> = {
  yearAgoQuantity: 'amount',
  printedGrowth: 'growth',
  printedTotal: 'amount',
  printedExecution: 'share',
  otherPrintedExecution: 'share',
};
const NOT_PRINTED = '未印';
/** Two decimals as people see them, in the base unit: fen of 万元, ratio of per cent. */
const STEP_OF_AMOUNT = 10_000;
const STEP_OF_RATIO = 0.0001;

function namesOf(row: Record<string, Cell>): Record<string, Cell> {
  const scheme = String(row.scheme);
  const agreements = AGREEMENT_KEYS.filter((key) => key in row).map((key) => [
    `${key}Name`,
    AGREEMENT_NAMES[row[key] as Agreement],
  ]);
  return {
    schemeName: schemeName(scheme),
    periodName: periodLabel(String(row.period)),
    originName: ORIGINS[String(row.yearAgoOrigin ?? row.origin)] ?? '',
    ...Object.fromEntries(agreements),
  };
}

function textsOf(row: Record<string, Cell>): Record<string, Cell> {
  const prints = Object.entries(PRINTS).map(([key, kind]) => [key, printText(row[key], kind)]);
  const bounds = Object.entries(BOUNDS).flatMap(([name, kind]) =>
    (['Low', 'High'] as const).map((end) => {
      const key = name === '' ? end.toLowerCase() : `${name}${end}`;
      return [key, boundText(row[key], kind, end)];
    }),
  );
  const texts = [...prints, ...bounds].filter(([key]) => String(key) in row);
  return Object.fromEntries(texts.map(([key, text]) => [`${key}Text`, text]));
}

function printText(value: Cell, kind: ColumnKind): string {
  return value === null ? NOT_PRINTED : formatCell({ key: 'value', label: '', kind }, { value });
}

function boundText(value: Cell, kind: ColumnKind, end: 'Low' | 'High'): string {
  const step = kind === 'amount' ? STEP_OF_AMOUNT : STEP_OF_RATIO;
  const outward = end === 'Low' ? Decimal.ROUND_FLOOR : Decimal.ROUND_CEIL;
  const rounded =
    typeof value === 'number' ? new Decimal(value).div(step).toDecimalPlaces(0, outward).times(step).toNumber() : null;
  return formatCell({ key: 'value', label: '', kind }, { value: rounded });
}
