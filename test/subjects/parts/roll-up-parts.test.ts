import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { selectPartition, selectWhole, selectWholeAs } from '../../../src/facts/select-figures.js';
import { rollUpParts } from '../../../src/subjects/parts/roll-up-parts.js';
import { wan } from '../../fixtures/amount.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';
import { PROJECT } from '../../fixtures/workspace.js';

const SHOWN = ['parts', 'sum', 'whole', 'difference', 'agreement'];
const district = openFund('bazhou', 'undated', PROJECT);
const department = openFund('changning', '2023', PROJECT);

const enrolled = (...facts: Row[]) => fundOf({ about: { indicator: 'enrolment' }, facts }).facts;
const parts = (...values: (number | null)[]) =>
  enrolled(...values.map((value, index) => ({ category: `第${index}类`, value })));

test('What is listed may be less than the printed total', () => {
  expect(pick(rollUpParts(parts(30, 0, 60), enrolled({ value: 100 })), ...SHOWN)).toEqual([
    { parts: 3, sum: 90, whole: 100, difference: 10, agreement: 'differs' },
  ]);
});

test('A difference within the printed digits agrees', () => {
  const rounded = enrolled({ category: 'a', value: 33, halfUnit: 0.5 }, { category: 'b', value: 66, halfUnit: 0.5 });
  expect(pick(rollUpParts(rounded, enrolled({ value: 100 })), 'difference', 'agreement')).toEqual([
    { difference: 1, agreement: 'agrees' },
  ]);
});

test('An unknown part leaves the sum unknown and is named; without a total there is no difference', () => {
  expect(pick(rollUpParts(parts(30, null), enrolled({ value: 100 })), ...SHOWN, 'unknownParts')).toEqual([
    { parts: 2, sum: null, whole: 100, difference: null, agreement: 'not checkable', unknownParts: '第1类' },
  ]);
  expect(pick(rollUpParts(parts(30, 40), enrolled()), ...SHOWN)).toEqual([
    { parts: 2, sum: 70, whole: null, difference: null, agreement: 'not checkable' },
  ]);
});

test('The listed projects are 59.94 short of the printed project expenditure', () => {
  // changning-2023 L27: 1744.82 + 60 + 0 + 60 + 3063 = 4927.82 of 4987.76.
  const project = { scheme: 'department', indicator: 'projectExpenditure' };
  const sums = rollUpParts(selectPartition(department, project), selectWhole(department, project));
  expect(pick(sums, ...SHOWN)).toEqual([
    { parts: 5, sum: wan('4927.82'), whole: wan('4987.76'), difference: wan('59.94'), agreement: 'differs' },
  ]);
});

test('The subsidised groups have a sum and no total', () => {
  // changning-2023 L56: 4158 + 6559 + 25151 + 7883 + 16772.
  const groups = { scheme: 'assistance', indicator: 'subsidisedPersons' };
  const sums = rollUpParts(selectPartition(department, groups), selectWhole(department, groups));
  expect(pick(sums, ...SHOWN)).toEqual([
    { parts: 5, sum: 60_523, whole: null, difference: null, agreement: 'not checkable' },
  ]);
});

test('The retired are in the insured by kind of unit and are not added to them', () => {
  // bazhou-undated L1: 5901 + 18423 + 1962 + 691 + 7121 = 34098, the total restored.
  const insured = { scheme: 'employee', indicator: 'enrolment' };
  const sums = rollUpParts(selectPartition(district, insured), selectWhole(district, insured));
  expect(pick(sums, ...SHOWN)).toEqual([{ parts: 5, sum: 34_098, whole: 34_098, difference: 0, agreement: 'agrees' }]);
});

test('The benefits listed are more than all that was spent', () => {
  // bazhou-undated L2 L6: 11000 + 5900 + 450 = 17350 against 16079; 1.1亿 is rounded by at most 500.
  const scheme = 'employee';
  const benefits = selectPartition(district, { scheme, indicator: 'benefitExpenditure' });
  const spent = selectWholeAs(district, { scheme, indicator: 'cumulativeExpenditure' }, 'benefitExpenditure');
  expect(pick(rollUpParts(benefits, spent), ...SHOWN)).toEqual([
    { parts: 3, sum: wan('17350'), whole: wan('16079'), difference: -wan('1271'), agreement: 'differs' },
  ]);
});
