import { expect, test } from 'vitest';
import { checkLists } from '../../../src/subjects/findings/check-lists.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';

/** 项目支出 with what its text calls the main items, in 万元. */
function projects(total: string, ...items: string[]): { count: number; told: string[] } {
  const parts = ['medicalAssistance', 'serviceCapacity', 'fundraising', 'management', 'preliminary'];
  const facts: Row[] = items.map((value, index) => ({ category: parts[index] ?? '', value: `${value}万元` }));
  const about = { scheme: 'department', indicator: 'projectExpenditure' };
  const { count, findings } = checkLists(fundOf({ about, facts: [{ value: `${total}万元` }, ...facts] }));
  return { count, told: findings.map(({ severity, value, rule }) => `${severity} ${value} ${rule.split('：')[0]}`) };
}

test('The main items of a text leave nothing of its total unsaid', () => {
  // changning-2023 L27: 1744.82 + 60 + 0 + 60 + 3063 = 4927.82; 4987.76 − 4927.82 = 59.94.
  expect(projects('4987.76', '1744.82', '60', '0', '60', '3063')).toEqual({
    count: 1,
    told: ['doubt 4987.76 所列 5 项之和为 4,927.82万元，比合计少 59.94万元，原文没有说明余额是什么'],
  });
  // 1744.82 + 60 + 0 + 60 + 3122.94 = 4987.76; whole 万元 stand for ± 0.5 each.
  expect(projects('4987.76', '1744.82', '60', '0', '60', '3122.94')).toEqual({ count: 1, told: [] });
});

test('Items above their total are a doubt, however the text lists them', () => {
  // 10 + 67 + 4 + 15 = 96 of 233 named with 其中 (zhuzhou-2023 L159) leave room; of 90 they do not.
  const handled = (total: number) => {
    const parts = { penalised: 10, interviewed: 67, suspended: 4, transferred: 15 };
    const facts = Object.entries(parts).map(([category, value]) => ({ category, value: `${value}家次` }));
    const about = { scheme: 'basic', indicator: 'handledInstitutions' };
    return checkLists(fundOf({ about, facts: [{ value: `${total}家次` }, ...facts] })).findings;
  };
  expect(handled(233)).toEqual([]);
  expect(handled(90).map(({ rule }) => rule.split('：')[0])).toEqual([
    '所列 4 项之和为 96家次，比合计多 6家次，部分不能大于全部',
  ]);
});
