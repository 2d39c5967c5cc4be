import { expect, test } from 'vitest';
import {
  compareDefined,
  type Definition,
  definitionNames,
  describeDefinition,
  refusalToCompare,
} from '../../src/domain/definition.js';

const MONTHS: Definition = { counted: 'pooled', balance: 'available', expenditure: 'statement', rule: '' };

test('Months of one definition are subtracted', () => {
  expect(compareDefined({ quantity: 4, definition: MONTHS }, { quantity: 2.5, definition: { ...MONTHS } })).toBe(1.5);
});

test.each<[Partial<Definition>, string]>([
  [{ counted: 'withAccounts' }, '不能直接比较：计入范围不同（只计统筹基金与统筹基金和个人账户）'],
  [{ balance: 'book' }, '不能直接比较：结余口径不同（实际结余与账面结余）'],
  [{ expenditure: 'benefitLevel' }, '不能直接比较：月支出口径不同（报表的月平均基金支出与报告的平均待遇支付水平）'],
  [{ rule: '国家2009年指导意见' }, '不能直接比较：规则不同（不定级与国家2009年指导意见）'],
  [
    { balance: 'book', expenditure: 'printedMonths' },
    '不能直接比较：结余口径不同（实际结余与账面结余），月支出口径不同（报表的月平均基金支出与报告只印月数，月支出未知）',
  ],
])('A comparison with months of %j is refused, and every part that differs is named', (own, message) => {
  const other = { ...MONTHS, ...own };
  expect(refusalToCompare(MONTHS, other)).toBe(message);
  expect(() => compareDefined({ quantity: 4, definition: MONTHS }, { quantity: 4, definition: other })).toThrow(
    expect.objectContaining({ name: 'InputError', message }),
  );
});

test('A definition reads as one phrase, without a rule where none is applied', () => {
  expect(describeDefinition(MONTHS)).toBe(
    '计入范围：只计统筹基金；结余口径：实际结余；月支出口径：报表的月平均基金支出',
  );
  expect(describeDefinition({ ...MONTHS, counted: 'all', rule: '株洲市报告惯例' })).toBe(
    '计入范围：全部基金，不分账户；结余口径：实际结余；月支出口径：报表的月平均基金支出；规则：株洲市报告惯例',
  );
});

test('Each part has a name of its own', () => {
  const expenditures = ['statement', 'benefitLevel', 'expenditure', 'benefits', 'printedMonths'] as const;
  const names = expenditures.map((expenditure) => definitionNames({ ...MONTHS, expenditure }).expenditure);
  expect(new Set(names).size).toBe(5);
});
