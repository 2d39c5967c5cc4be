import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberText, plainDecimal, trimmedText } from '../../../src/intake/workbook/cell-text.js';

const shown = (value: number, format: string): string => numberText({ value, format, date1904: false }).text;

test('A number is written as its format shows it when that is its exact value', () => {
  expect(shown(1466, '#,##0.00')).toBe('1,466.00');
  expect(shown(-1466.5, '#,##0.00_ ')).toBe('-1,466.50');
  expect(shown(0.125, '0.0%')).toBe('12.5%');
  expect(shown(12, '0000')).toBe('0012');
  expect(shown(1466, '#,##0.00"万元"')).toBe('1,466.00万元');
  expect(shown(1466, ' _ * #,##0.00_ ;_ * -#,##0.00_ ')).toBe('1,466.00');
});

test('What the format hides is written with every digit that a spreadsheet keeps', () => {
  expect(shown(1466.123456, '#,##0.00')).toBe('1466.123456');
  expect(shown(0.1 + 0.2, 'General')).toBe('0.3');
  expect(shown(0.12345, '0.0%')).toBe('12.345%');
  expect(shown(-0.0004, '0.00')).toBe('-0.0004');
  expect(shown(1466, '0.00E+00')).toBe('1466');
  expect(shown(1.5, '# ?/?')).toBe('1.5');
  expect(shown(-5, '0.00;0.00')).toBe('-5');
  expect(shown(-5, '0.00_);\\(0.00\\)')).toBe('-5');
  expect(shown(5, ';;;')).toBe('5');
  expect(shown(5, '"合计"0')).toBe('5');
});

test('A format that shows another magnitude than the value does not change the value, and what it shows goes beside it', () => {
  const beside = (value: number, format: string): string | undefined =>
    numberText({ value, format, date1904: false }).shown;
  for (const format of ['0!.0,', '0\\.0,', '0"."0,']) expect(beside(14_660_000, format)).toBe('1466');
  expect(beside(14_665_000, '0!.0000')).toBe('1466.5');
  expect(beside(14_660_000, '#,##0.00,,')).toBe('14.66');
  for (const format of ['#,##0.00', '#,##0_ ;[Red]-#,##0 ', '0.00_);\\(0.00\\)', '0.0%'])
    expect(beside(5, format)).toBeUndefined();
  expect(shown(14_660_000, '0.00,')).toBe('14660000');
  expect(shown(14_660_000, '0\\.0000')).toBe('14660000');
  expect(shown(14_660_000, '0\\.0,')).toBe('14660000');
});

test('A zero that an accounting format shows as a dash is a zero: somebody typed it', () => {
  const accounting = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ';
  expect(numberText({ value: 0, format: accounting, date1904: false })).toEqual({ kind: 'number', text: '0' });
  expect(shown(1466, accounting)).toBe('1,466.00');
});

test('A format that the library cannot apply, or of WPS, leaves the plain number', () => {
  expect(shown(1466, '¥#,##0.00')).toBe('1466');
  expect(shown(1466.5, 'G/通用格式')).toBe('1466.5');
  expect(shown(12, '[DBNum1][$-804]General')).toBe('12');
});

test('A number in the format of a date is that day', () => {
  const date = (value: number, format: string, date1904 = false) => numberText({ value, format, date1904 });
  // 1 January 2000 is day 36526 of the common epoch; the other one is 1462 days later.
  expect(date(36526, 'yyyy/m/d')).toEqual({ kind: 'date', text: '2000-01-01' });
  expect(date(36526, 'yyyy"年"m"月"d"日"')).toEqual({ kind: 'date', text: '2000-01-01' });
  expect(date(36526 - 1462, 'yyyy-mm-dd', true)).toEqual({ kind: 'date', text: '2000-01-01' });
  expect(date(36526.25, 'yyyy-mm-dd hh:mm')).toEqual({ kind: 'date', text: '2000-01-01 06:00:00' });
  expect(date(0.5, 'h:mm')).toEqual({ kind: 'date', text: '12:00:00' });
  expect(date(-5, 'yyyy-mm-dd').kind).toBe('number');
});

test('A plain decimal has no exponent and no more digits than a spreadsheet keeps', () => {
  expect(plainDecimal(1e-7)).toBe('0.0000001');
  expect(plainDecimal(1e21)).toBe('1000000000000000000000');
  expect(plainDecimal(-0)).toBe('0');
  expect(plainDecimal(1.1 * 3)).toBe('3.3');
});

test('No amount of up to 15 digits changes, whatever the format', () => {
  const formats = ['General', '0', '0.00', '#,##0.00', '#,##0', '0%', '0.00%', '#,##0.00;[Red]-#,##0.00', '0.0,'];
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(...formats), (fen, format) => {
      const text = shown(fen / 100, format).replaceAll(',', '');
      const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
      expect(Number(value.toPrecision(15))).toBe(fen / 100);
    }),
  );
});

test('Spaces of every width are cut off at the ends and kept inside', () => {
  expect(trimmedText('\u3000 攸\u3000县\u00a0\n')).toBe('攸\u3000县');
  expect(trimmedText(' \u3000\u00a0\u200b ')).toBe('');
  expect(trimmedText('上\r\n下')).toBe('上\n下');
});
