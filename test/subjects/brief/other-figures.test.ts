import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { otherFiguresTable } from '../../../src/subjects/brief/other-figures.js';
import { fundOf } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

const told = (fund: ReturnType<typeof fundOf>): string[] =>
  otherFiguresTable(fund).rows.map(({ name, text, changeText }) => `${name} ${text} ${changeText}`);

test('A department’s report begins with its money and people as printed, against the year before where it says', () => {
  const rows = told(openFund('changning', '2023', PROJECT));
  // changning-2023 L25 prints 475.22 万元, 减少2.42%; L56 6.82 万人.
  expect(rows).toContain('部门预算基本支出 475.22 万元 −2.42%（印）');
  expect(rows).toContain('职工医保参保人数 6.82 万人 ');
});

test('The basic schemes come first, and what is printed without commas is read with them', () => {
  // bazhou-undated L1, L3: 34,098 insured (restored), 7,121 of dissolved enterprises.
  const rows = told(openFund('bazhou', 'undated', PROJECT));
  expect(rows[0]).toBe('职工医保参保人数 34,098 人（还原） ');
  expect(rows.indexOf('改制破产企业清算参保人数 7,121 人 ')).toBeGreaterThan(0);
});

test('Blanks, targets and parts are no figures to begin with', () => {
  const fund = fundOf({
    facts: [
      { indicator: 'enrolment', value: null },
      { indicator: 'enrolment', scheme: 'resident', value: '5人', basis: 'target' },
      { indicator: 'enrolment', scheme: 'basic', value: '7人', category: 'active' },
    ],
  });
  expect(told(fund)).toEqual([]);
});
