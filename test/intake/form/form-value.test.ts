import XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convertedValue, inputFormat, printedValue } from '../../../src/intake/form/form-value.js';
import { REFERENCE } from '../../fixtures/form-cells.js';

const unit = (name: string) =>
  REFERENCE.units.find((entry) => entry.name === name) ?? { name, unitKind: 'amount' as const, factor: '1' };

test.each([
  ['1,466.00', 1466, '#,##0.00'],
  ['54022', 54022, '0'],
  ['900.00', 900, '#,##0.00'],
  ['-135', -135, '#,##0'],
  ['0', 0, '#,##0'],
])('The printed figure %s is a number in a format that shows it so', (printed, value, format) => {
  expect(printedValue(printed)).toEqual({ value, format });
});

test.each(['-', '－', '１４６６', '4.0596412410066104E-2', '0.60477965053651155', '007'])(
  'What a number would not give back letter for letter stays text: %s',
  (printed) => {
    expect(printedValue(printed)).toEqual({ value: printed, format: '' });
  },
);

test('A figure whose decimals show more than 15 digits is text: a spreadsheet would show its last one otherwise', () => {
  // 274,877,906,944 is 2^38: numbers of this size are 0.00006 apart, and 15 digits leave three decimals.
  expect(printedValue('274877906944.7670')).toEqual({ value: '274877906944.7670', format: '' });
  expect(printedValue('274877906944.767')).toEqual({ value: 274877906944.767, format: '0.000' });
});

test('A blank figure is a blank cell, not a zero', () => {
  expect(printedValue('')).toEqual({ value: null, format: '' });
});

test('A number cell shows the figure as printed, whatever its digits', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.nat({ max: 5 }),
      fc.boolean(),
      (digits, decimals, grouped) => {
        const plain = (digits / 10 ** decimals).toFixed(decimals);
        const [whole = '', fraction] = plain.split('.');
        const printed = `${grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole}${fraction === undefined ? '' : `.${fraction}`}`;
        const { value, format } = printedValue(printed);
        expect(format === '' ? value : XLSX.SSF.format(format, value)).toBe(printed);
      },
    ),
  );
});

test('28.45 亿元 is 284,500 万元, without decimals that nobody knows', () => {
  expect(convertedValue('28.45', unit('亿元'), unit('万元'))).toEqual({ value: 284500, format: '#,##0' });
});

test('15,000 元 is 1.5000 万元: every printed digit is kept', () => {
  expect(convertedValue('15,000', unit('元'), unit('万元'))).toEqual({ value: 1.5, format: '#,##0.0000' });
});

test('74.95 万人 is 749,500 人', () => {
  expect(convertedValue('74.95', unit('万人'), unit('人'))).toEqual({ value: 749500, format: '#,##0' });
});

test('A percentage is held as a ratio and shown with its own decimals', () => {
  expect(convertedValue('-11.18', unit('%'), unit('%'))).toEqual({ value: -0.1118, format: '#,##0.00%' });
  expect(convertedValue('17.6', unit('%'), unit('%'))).toEqual({ value: 0.176, format: '#,##0.0%' });
});

test('A dash stays a dash in any unit', () => {
  expect(convertedValue('－', unit('元'), unit('万元'))).toEqual({ value: '-', format: '' });
});

test('Figures are typed with two decimals, persons without, rates as percentages', () => {
  expect(['万元', '人', '%', '月', '万人'].map((name) => inputFormat(unit(name)))).toEqual([
    '#,##0.00',
    '#,##0',
    '0.00%',
    '0.00',
    '#,##0.00',
  ]);
});
