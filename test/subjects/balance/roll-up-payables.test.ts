import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import {
  type Payable,
  type PayableKind,
  rollUpPayableKinds,
  rollUpPayables,
} from '../../../src/subjects/balance/roll-up-payables.js';
import { wan } from '../../fixtures/amount.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

const quarter = openFund('zhuzhou', '2021Q1', PROJECT);

test('The statement of the first quarter of 2021: 炎陵县’s residents owe three kinds, 天元区’s two', () => {
  // zhuzhou-2021Q1 L392–L399: 1,088 = 52 + 528 + 508; L404–L411: 1,568.02 = 367.15 + 1,200.87.
  const rows = (rollUpPayables(quarter.facts).objects() as Payable[]).filter((row) => row.scheme === 'resident');
  const kinds = (name: string) =>
    rows.filter((row) => row.regionName === name).map((row) => [row.category, row.quantity, row.share]);
  expect(kinds('炎陵县').slice(1)).toEqual([
    ['settledUnpaid', wan('52'), 52 / 1088],
    ['unsettled', wan('528'), 528 / 1088],
    ['retainedDeposit', wan('508'), 508 / 1088],
    ['other', 0, 0],
  ]);
  expect(kinds('天元区')[0]).toEqual(['', wan('1568.02'), 1568.02 / 25946.93]);
});

test('The residents’ kinds add up to 25,946.93 and the report’s own total row leaves regions out', () => {
  // The total row prints 14,144.90 = 1,376.24 + 7,829.87 + 508 + 4,430.79 (L429–L433).
  const rows = rollUpPayableKinds(rollUpPayables(quarter.facts), quarter).objects() as PayableKind[];
  const residents = rows.filter((row) => row.scheme === 'resident');
  expect(residents.map((row) => [row.category, row.quantity, row.difference, row.agreement])).toEqual([
    ['', wan('25946.93'), -wan('11802.03'), 'differs'],
    ['settledUnpaid', wan('7275.27'), -wan('5899.03'), 'differs'],
    ['unsettled', wan('11829.87'), -wan('4000'), 'differs'],
    ['retainedDeposit', wan('508'), 0, 'agrees'],
    ['other', wan('6333.79'), -wan('1903'), 'differs'],
  ]);
  expect(residents.slice(1).reduce((sum, row) => sum + (row.share ?? 0), 0)).toBeCloseTo(1, 12);
  const employees = rows.filter((row) => row.scheme === 'employee');
  expect(employees.map((row) => row.quantity)).toEqual(['664', '320', '232', '112', '0'].map(wan));
  expect(new Set(employees.map((row) => row.agreement))).toEqual(new Set(['agrees']));
});

const payables = (...facts: Row[]) =>
  rollUpPayables(fundOf({ about: { indicator: 'payables', region: '攸县' }, facts }).facts);

test('A blank kind is nothing where the others make up the subtotal, and unknown where they do not', () => {
  const shares = (subtotal: number | null) =>
    (
      payables(
        { value: subtotal },
        { category: 'other', value: 4 },
        { category: 'unsettled', value: null },
      ).objects() as Payable[]
    )
      .slice(1)
      .map((row) => [row.quantity, row.share]);
  expect(shares(4)).toEqual([
    [4, 1],
    [0, 0],
  ]);
  expect(shares(5)).toEqual([
    [4, 0.8],
    [null, null],
  ]);
  expect(shares(null)).toEqual([
    [4, null],
    [null, null],
  ]);
});

test('A pool that owes nothing has no shares, and one blank subtotal makes the sum unknown', () => {
  const rows = payables({ value: 0 }, { region: '茶陵县', value: null });
  expect((rows.objects() as Payable[]).map((row) => row.share)).toEqual([null, null]);
  const [kind] = rollUpPayableKinds(rows, fundOf()).objects() as PayableKind[];
  expect(kind).toMatchObject({ quantity: null, printed: null, difference: null, agreement: 'not checkable' });
});

test('A report without payables has no rows', () => {
  expect(payables({ indicator: 'enrolment', value: 5 }).numRows()).toBe(0);
});
