import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halfUnit, parsePrinted } from '../../src/domain/printed.js';

/** The value as decimal text and its digits after the point; the state for what is no number. */
function read(text: string): string {
  const printed = parsePrinted(text);
  if (printed === undefined) return 'no figure';
  return printed.state === 'value' ? `${printed.decimal.toFixed()} (${printed.decimals})` : printed.state;
}

test.each([
  ['1,466.00', '1466 (2)'],
  ['１４６６', '1466 (0)'],
  ['１，４６６．００', '1466 (2)'],
  ['-0.63', '-0.63 (2)'],
  ['－０．６３', '-0.63 (2)'],
  ['−0.63', '-0.63 (2)'],
  ['+0.79', '0.79 (2)'],
  ['4.0596412410066104E-2', '0.040596412410066104 (18)'],
  ['                 2 ', '2 (0)'],
  ['　2　', '2 (0)'],
  ['0', '0 (0)'],
])('The report prints “%s” and means %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  // zhuzhou-2022 L379 L380: chart data in binary; 0.6252 and 0.3748 are what was typed.
  ['0.62520000000000064', 4],
  ['0.37480000000000147', 4],
  ['0.6566000000000034', 4],
  // A quotient has no run of zeros, and neither have two zeros or a figure that is short.
  ['0.63787002205920729', 17],
  ['0.39122500244378754', 17],
  ['0.100000000012', 12],
  // One below: 0.6251999… is 0.6252.
  ['0.62519999999999998', 4],
  ['4.0596412410066104E-2', 18],
])(
  'Chart data %s has %i digits after the point; the noise of binary numbers behind them says nothing',
  (text, digits) => {
    const printed = parsePrinted(text);
    expect(printed?.state === 'value' && printed.decimals).toBe(digits);
  },
);

test('A blank is not known, a dash says that there is nothing, and 0 is a figure', () => {
  expect(['', '  ', '　', '-', '－', '—', '——', '–', '−', '0', '0.00'].map(read)).toEqual([
    'unknown',
    'unknown',
    'unknown',
    'none',
    'none',
    'none',
    'none',
    'none',
    'none',
    '0 (0)',
    '0 (2)',
  ]);
});

test.each([
  '1,46',
  '1,4660',
  '12,34,567',
  '0,466',
  '约19',
  '19个月',
  '12.5%',
  '1 466',
  '3-9',
  '.5',
  '5.',
  '1.2.3',
  '1466①',
  '5²',
  '½',
  '一千',
  'NaN',
  'Infinity',
  '0x10',
  '#REF!',
  '--5',
  '（12.5）',
  '1e99999',
])('“%s” is no figure, because nothing is guessed', (text) => {
  expect(read(text)).toBe('no figure');
});

test('Every amount with two decimals is read back as it was printed, grouped or not', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (hundredths) => {
      const plain = (BigInt(hundredths) / 100n).toString().replace('-', '');
      const text = `${hundredths < 0 ? '-' : ''}${plain}.${String(Math.abs(hundredths % 100)).padStart(2, '0')}`;
      const grouped = text.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
      for (const printed of [text, grouped]) {
        const figure = parsePrinted(printed);
        expect(figure?.state === 'value' && figure.decimal.times(100).equals(hundredths)).toBe(true);
      }
    }),
  );
});

test('A printed figure may be off by half a unit of its last digit', () => {
  expect([2, 0, 1].map((decimals) => halfUnit(decimals).toNumber())).toEqual([0.005, 0.5, 0.05]);
});
