import { expect, test } from 'vitest';
import { selectFigures, selectParts, selectRegions, selectWhole } from '../../src/facts/select-figures.js';
import { fundOf } from '../fixtures/fund-of.js';
import { pick } from '../fixtures/pick.js';

const ENROLMENT = { scheme: 'resident', indicator: 'enrolment' };
const fund = fundOf({
  about: ENROLMENT,
  facts: [
    { value: 10 },
    { value: 9, period: '2021' },
    { value: 11, basis: 'budget' },
    { value: 6, category: 'adult' },
    { region: '攸县', value: 4 },
    { region: '攸县', value: 3, period: '2021' },
    { region: '攸县', value: 2, scheme: 'employee' },
    { region: '茶陵县', value: null },
  ],
});
const { facts } = fund;

test('Figures of an indicator are its totals of every region and period that happened', () => {
  expect(selectFigures(facts, ENROLMENT).array('quantity')).toEqual([10, 9, 4, 3, null]);
});

test('The whole place has one row a period; its regions one row each of the period itself', () => {
  expect(pick(selectWhole(fund, ENROLMENT), 'period', 'quantity')).toEqual([
    { period: '2022', quantity: 10 },
    { period: '2021', quantity: 9 },
  ]);
  expect(pick(selectRegions(fund, ENROLMENT), 'region', 'quantity')).toEqual([
    { region: '430223', quantity: 4 },
    { region: '430224', quantity: null },
  ]);
});

test('Parts are the categories of the whole place', () => {
  expect(pick(selectParts(fund, ENROLMENT), 'category', 'quantity')).toEqual([{ category: 'adult', quantity: 6 }]);
});

test('Selecting changes no fact', () => {
  expect(facts.numRows()).toBe(8);
  expect(facts.isFiltered()).toBe(false);
});
