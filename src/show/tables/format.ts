import { Decimal } from 'decimal.js';
import { exactYuan, groupDigits, monthsText, percent, roundHalfUp, wanYuan } from '../../domain/figure-text.js';
import type { Cell, Column } from './table-view.js';

/** What people see where a figure is not known. */
export const UNKNOWN = '未知';

/** Unit that belongs into the head of a column, or empty. */
export function unitOf(column: Column): string {
  switch (column.kind) {
    case 'amount':
      return '万元';
    case 'yuan':
      return '元';
    case 'months':
      return '个月';
    case 'points':
      return '百分点';
    default:
      return column.unit ?? '';
  }
}

/** One cell as people read it: rounded half up, grouped, with sign where a change is meant. */
export function formatCell(column: Column, row: Record<string, Cell>): string {
  const value = row[column.display ?? column.key];
  if (column.display !== undefined || column.kind === 'text' || column.kind === 'grade') return textOf(value);
  if (value === null || value === undefined || value === '') return UNKNOWN;
  if (typeof value !== 'number') return textOf(value);
  const text = figureText(column, value);
  return text.startsWith('-') ? `−${text.slice(1)}` : text;
}

function figureText(column: Column, value: number): string {
  switch (column.kind) {
    case 'count':
      return groupDigits(roundHalfUp(value, 0));
    case 'amount':
      return wanYuan(value);
    case 'yuan':
      return groupDigits(roundHalfUp(new Decimal(exactYuan(value)), 2));
    case 'share':
      return percent(value);
    case 'growth':
      return signed(percent(value));
    case 'points':
      return signed(percent(value).slice(0, -1));
    case 'months':
      return monthsText(value);
    case 'ratio':
      return groupDigits(roundHalfUp(value, 2));
    default:
      return String(value);
  }
}

function signed(text: string): string {
  return !text.startsWith('-') && /[1-9]/.test(text) ? `+${text}` : text;
}

function textOf(value: Cell): string {
  return value === null || value === undefined ? '' : String(value);
}
