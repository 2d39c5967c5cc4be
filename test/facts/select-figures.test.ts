import { expect, test } from 'vitest';
import type { Fund } from '../../src/facts/fund.js';
import { selectFigures, selectParts, selectRegions, selectWhole } from '../../src/facts/select-figures.js';
import { figures, pick } from '../fixtures/figures.js';

const ENROLMENT = { scheme: 'resident', indicator: 'enrolment' };
const facts = figures(
  { region: '430200', quantity: 10 },
  { region: '430200', quantity: 9, period: '2021' },
  { region: '430200', quantity: 11, basis: 'budget' },
  { region: '430200', quantity: 6, category: 'adult' },
  { region: '430223', quantity: 4 },
  { region: '430223', quantity: 3, period: '2021' },
  { region: '430223', quantity: 2, scheme: 'employee' },
  { region: '430224', quantity: null },
);
const fund: Pick<Fund, 'facts' | 'place'> = {
  facts,
  place: { code: 'zhuzhou', name: '株洲市', wholeRegion: '430200', isDefault: true },
};

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
