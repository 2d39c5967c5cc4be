import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReference } from '../../src/facts/read-reference.js';
import { between, exactly, gap } from '../../src/figures/figure.js';
import { availableBalance, currentBalance } from '../../src/relations/balances.js';
import { growth, growthFromChange } from '../../src/relations/comparisons.js';
import { indicatorOfRole, RELATIONS, relationsGiving, statementRelations } from '../../src/relations/index.js';
import { payableMonths } from '../../src/relations/months.js';
import {
  compact,
  derive,
  missingRoles,
  type Relation,
  rightSide,
  rightSideOf,
  valueOf,
} from '../../src/relations/relation.js';
import { addsUp } from '../../src/relations/totals.js';
import { known } from '../fixtures/known.js';
import { PROJECT, REPOSITORY } from '../fixtures/workspace.js';
import { relationsPage } from './relations-page.js';

const rolesOf = (relation: Relation): string[] => Object.keys(relation.roles);

/** What the words say of numbers: each name is replaced by its number and each sign by that of a program. */
function evaluated(relation: Relation, numbers: Readonly<Record<string, number>>): number {
  const names = Object.fromEntries(rolesOf(relation).map((role) => [role, `(${numbers[role]})`]));
  const signs: Record<string, string> = { '＋': '+', '−': '-', '×': '*', '÷': '/', '（': '(', '）': ')', '^': '**' };
  const text = rightSideOf(relation, names).replace(/[＋−×÷（）^]/g, (sign) => ` ${signs[sign]} `);
  if (!/^[\d\s.e()+*/-]+$/.test(text)) throw new Error(`${relation.words} is no formula: ${text}`);
  return new Function(`return ${text}`)() as number;
}

/** Told in a sentence: no formula of four figures fits a line. */
const SENTENCES = ['由职工、居民各自的数和所印增长率反推上年之和'];

test('The words of every relation are the formula that the program computes', () => {
  const told = RELATIONS.filter((relation) => !SENTENCES.includes(rightSide(relation)));
  expect(told.length).toBe(RELATIONS.length - SENTENCES.length);
  for (const relation of told) {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 4, maxLength: 4 }), (values) => {
        const numbers = Object.fromEntries(rolesOf(relation).map((role, index) => [role, (values[index] ?? 1) + 0.5]));
        const ours = relation.of(numbers);
        if (ours === null) return;
        const theirs = evaluated(relation, numbers);
        expect(Math.abs(ours - theirs), relation.words).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(theirs)));
      }),
      { numRuns: 40 },
    );
  }
});

test('Every role is named in the words', () => {
  const unnamed = RELATIONS.filter((relation) => !SENTENCES.includes(rightSide(relation))).flatMap((relation) =>
    Object.values(relation.roles).filter(({ name }) => !rightSide(relation).includes(name)),
  );
  expect(unnamed).toEqual([]);
});

test('The coefficients of a linear relation are what its result changes by', () => {
  for (const relation of RELATIONS.filter(({ coefficients }) => coefficients !== undefined)) {
    const numbers = Object.fromEntries(rolesOf(relation).map((role) => [role, 10]));
    for (const role of rolesOf(relation)) {
      const more = relation.of({ ...numbers, [role]: 11 }) ?? Number.NaN;
      expect(more - (relation.of(numbers) ?? Number.NaN), `${relation.words} ${role}`).toBe(
        relation.coefficients?.[role],
      );
    }
  }
});

test('Every figure of a relation that a statement is held against has a name in the glossary', () => {
  const codes = new Set(readReference(PROJECT).indicators.map(({ code }) => code));
  const unknown = RELATIONS.filter(({ isInStatements }) => isInStatements).flatMap((relation) =>
    rolesOf(relation)
      .map((role) => indicatorOfRole(relation, role, 'contributionIncome'))
      .filter((code) => !codes.has(code)),
  );
  expect(unknown).toEqual([]);
});

test('A relation says itself in its own words, in those of the figures, and without spaces', () => {
  expect(rightSide(availableBalance)).toBe('期末累计结余 − 应付未付款 − 一次性预缴款');
  const names = { income: '基金收入（预算数）', expenditure: '基金支出（预算数）' };
  expect(compact(rightSideOf(currentBalance, names))).toBe('基金收入（预算数）−基金支出（预算数）');
  expect(rightSideOf(growth, { now: '上年同期', before: '本期' })).toBe('上年同期 ÷ 本期 − 1');
});

test('攸县: 12,634.00 less 5,899.03 and nothing prepaid are 6,734.97, which last 1.14 months at 5,890.95', () => {
  const available = valueOf(availableBalance, { cumulativeBalance: 1_263_400, payables: 589_903, prepaid: 0 });
  expect(available).toBe(673_497);
  const months = valueOf(payableMonths, { availableBalance: available, monthlyExpenditure: 589_095 });
  // 673,497 ÷ 589,095.
  expect(months).toBeCloseTo(1.14327, 5);
  expect(valueOf(payableMonths, { availableBalance: available, monthlyExpenditure: 0 })).toBeNull();
});

test('A blank makes the result unknown, and what is missing has its name', () => {
  const numbers = { cumulativeBalance: 5, payables: null, prepaid: undefined };
  expect(valueOf(availableBalance, numbers)).toBeNull();
  expect(missingRoles(availableBalance, { cumulativeBalance: 5, payables: null })).toEqual([
    '应付未付款',
    '一次性预缴款',
  ]);
});

test('With its doubt a relation lies between the corners of its figures, and a gap stays a gap', () => {
  // 39.95 ± 0.005 ÷ 36.77 ± 0.005 − 1: 39.945 ÷ 36.775 − 1 = 8.620 %, 39.955 ÷ 36.765 − 1 = 8.677 %.
  const grown = known(derive(growth, { now: between(39.945, 39.955), before: between(36.765, 36.775) }));
  expect([grown.low, grown.high].map((end) => (end * 100).toFixed(3))).toEqual(['8.620', '8.677']);
  expect(derive(growth, { now: exactly(5), before: gap('没有2021年基金收入') })).toEqual({
    missing: ['没有2021年基金收入'],
  });
});

test('Relations are found by the indicator that they give, families by its ending', () => {
  const wordsOf = (indicator: string): string[] => relationsGiving(indicator).map(({ relation }) => relation.words);
  expect(wordsOf('payableMonths')).toEqual([payableMonths.words]);
  expect(wordsOf('incomeGrowth')).toContain(growth.words);
  expect(relationsGiving('incomeGrowth').every(({ base }) => base === 'income')).toBe(true);
  expect(statementRelations('incomeGrowth').map(({ relation }) => relation)).toEqual([growth, growthFromChange]);
  expect(wordsOf('Growth')).toEqual([]);
});

test('Persons and money add up, ratios, months and amounts a person do not', () => {
  const kinds = ['amount', 'amountPerMonth', 'person', 'visit', 'count', 'ratio', 'month', 'amountPerPerson'] as const;
  expect(kinds.filter((unitKind) => addsUp({ unitKind }))).toEqual([
    'amount',
    'amountPerMonth',
    'person',
    'visit',
    'count',
  ]);
});

test('The page of relations lists them as they are', async () => {
  // npx vitest run --project unit test/relations -u writes it anew.
  await expect(relationsPage()).toMatchFileSnapshot('../../docs/relations.md');
  expect(readFileSync(path.join(REPOSITORY, 'docs/relations.md'), 'utf8')).toContain(availableBalance.words);
});
