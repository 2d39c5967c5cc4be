import { desc } from 'arquero';
import { expect, test } from 'vitest';
import type { Fact } from '../../src/facts/fact.js';
import { FactIndex } from '../../src/facts/fact-index.js';
import { openFund } from '../../src/facts/fund.js';
import { fundOf } from '../fixtures/fund-of.js';
import { PROJECT } from '../fixtures/workspace.js';

const { facts, published } = openFund('zhuzhou', '2022', PROJECT);
const all = facts.objects() as Fact[];

test('Every fact of a report is found by its key, whole', () => {
  const index = FactIndex.over(facts);
  for (const fact of all) expect(index.findAll(fact)).toContainEqual(fact);
});

test('Of two with one key the first is found, and both are told', () => {
  const rows = ['employee', 'resident', 'employee'].map((scheme, value) => ({ scheme, indicator: 'income', value }));
  const twice = fundOf({ facts: rows }).facts;
  const [key] = twice.objects() as Fact[];
  const index = FactIndex.over(twice);
  expect(key && index.find(key)?.quantity).toBe(0);
  expect(key && index.findAll(key).map(({ quantity }) => quantity)).toEqual([0, 2]);
  expect(key && index.find({ ...key, period: '1999' })).toBeUndefined();
});

test('What is selected is what a walk through the table finds, in its order', () => {
  const region = all.find(({ regionName }) => regionName === '攸县')?.region ?? '';
  const wanted = { region, basis: 'actual' };
  const walked = all.filter(
    (fact) =>
      ['payables', 'enrolment'].includes(fact.indicator) && fact.region === region && fact.basis === wanted.basis,
  );
  expect(walked.length).toBeGreaterThan(0);
  expect(FactIndex.over(facts).select(['payables', 'enrolment'], wanted)).toEqual(walked);
  expect(FactIndex.over(facts).select(['nothing'])).toEqual([]);
});

test('A table that is filtered and ordered is indexed as it is seen', () => {
  const seen = facts.filter((fact: Fact) => fact.scheme === 'employee').orderby(desc('quantity'));
  const income = (seen.objects() as Fact[]).filter(({ indicator }) => indicator === 'income');
  expect(FactIndex.over(seen).select(['income'])).toEqual(income);
  expect(FactIndex.over(seen).select(['income'], { scheme: 'resident' })).toEqual([]);
});

test('Published figures are found whatever the basis', () => {
  const [figure] = published.objects() as (Fact & { explanation: string })[];
  const index = FactIndex.overPublished(published);
  expect(figure && index.find({ ...figure, basis: 'budget' })).toEqual(figure);
});

test('The indicators are those of the table, each once', () => {
  expect(FactIndex.over(facts).indicators().sort()).toEqual([...new Set(all.map(({ indicator }) => indicator))].sort());
});
