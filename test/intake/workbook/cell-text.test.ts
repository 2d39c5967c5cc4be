import { Decimal } from 'decimal.js';
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

test('Behind the fifteen digits of a number its format shows zeros, not what the nearest double adds', () => {
  // 2^46 and 2^38: numbers of this size are 0.016 and 0.00006 apart.
  expect(shown(70_368_744_177_664.9, '#,##0.00')).toBe('70,368,744,177,664.90');
  expect(shown(70_368_744_177_664.9, '0.00"元"')).toBe('70368744177664.90元');
  expect(shown(-274_877_906_944.767, '0.0000')).toBe('-274877906944.7670');
  expect(shown(0.557, '0.00000000000000%')).toBe('55.70000000000000%');
});

test('A number of fifteen digits is read as it was typed, whatever digits its format shows behind them', () => {
  const digits = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });
  fc.assert(
    fc.property(digits, fc.nat({ max: 8 }), fc.nat({ max: 12 }), fc.boolean(), (whole, decimals, behind, isGrouped) => {
      const typed = new Decimal(whole).times(new Decimal(10).pow(-decimals));
      const places = decimals + behind;
      const format = `${isGrouped ? '#,##0' : '0'}${places === 0 ? '' : `.${'0'.repeat(places)}`}`;
      const text = shown(typed.toNumber(), format).replaceAll(',', '');
      expect(new Decimal(text).toFixed()).toBe(typed.toFixed());
    }),
    {
      examples: [
        [703_687_441_776_649, 1, 1, true],
        [274_877_906_944_767, 3, 1, false],
      ],
    },
  );
});

test('A number of more than fifteen digits is marked; one of fifteen that Excel writes with seventeen is not', () => {
  const isCut = (value: number, written?: string): boolean =>
    numberText({ value, format: '0.00', date1904: false, ...(written === undefined ? {} : { written }) }).isCut ??
    false;
  expect(isCut(70_368_744_177_664.9)).toBe(false);
  expect(isCut(70_368_744_177_664.9, '70368744177664.906')).toBe(false);
  expect(isCut(70_368_744_177_664.9, '7.0368744177664906E13')).toBe(false);
  // The same double, which another program wrote for a figure that it cannot hold.
  expect(isCut(70_368_744_177_664.91, '70368744177664.91')).toBe(true);
  expect(isCut(12_345_678_901_234.56, '12345678901234.56')).toBe(true);
  expect(isCut(12_345_678_901_234.56)).toBe(true);
  expect(isCut(0.1 + 0.2)).toBe(true);
  expect(isCut(1466, '1466.00000000000000')).toBe(false);
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
