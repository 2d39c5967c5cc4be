import { expect, test } from 'vitest';
import { checkOtherReports, checkStatedTwice } from '../../../src/subjects/findings/check-versions.js';
import { fundOf } from '../../fixtures/fund-of.js';

test('A figure printed twice and differently is doubted where it stands the second time', () => {
  // zhuzhou-2022 L204 L347: ten pools and eleven; L69: 35.88 亿元 twice.
  const pools = { scheme: 'resident', indicator: 'poolCount' };
  const { count, findings } = checkStatedTwice(
    fundOf({
      facts: [{ indicator: 'income', value: '358812万元' }],
      published: [
        { ...pools, value: '10个', source: 'zhuzhou-2022 L204' },
        { ...pools, value: '11个', source: 'zhuzhou-2022 L347' },
        { indicator: 'income', value: '35.88亿元' },
      ],
    }),
  );
  expect(count).toBe(2);
  expect(findings.map(({ line, value, rule }) => [line, value, rule])).toEqual([
    [3, '11', '同一个数另印为 10个（zhuzhou-2022 第 204 行）'],
  ]);
});

test('A figure a hundred times what an earlier report gives for the same period lost its point somewhere', () => {
  // zhuzhou-2023 L165: 1563 万人 and 1.6 亿元; zhuzhou-2022 L341, to the end of November: 15.63 万人 and 1.46 亿元.
  const about = { scheme: 'assistance', period: '2022' };
  const { count, findings } = checkOtherReports(
    fundOf({
      period: '2023',
      about,
      facts: [{ indicator: 'assistanceAmount', value: '1.6亿元' }],
      published: [{ indicator: 'subsidisedPersons', value: '1563万人' }],
      earlier: {
        2022: [
          { indicator: 'assistanceAmount', value: '1.46亿元' },
          { indicator: 'subsidisedPersons', value: '15.63万人', source: 'zhuzhou-2022 L341' },
        ],
      },
    }),
  );
  expect(count).toBe(2);
  expect(findings.map(({ severity, value, rule }) => [severity, value, rule])).toEqual([
    [
      'doubt',
      '1563',
      '以前的报告把同一期的同一个数印为 15.63万人（zhuzhou-2022 第 341 行），这里大了 100 倍，疑小数点错位',
    ],
  ]);
});
