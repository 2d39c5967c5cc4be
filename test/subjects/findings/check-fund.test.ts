import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { checkFund } from '../../../src/subjects/findings/check-fund.js';
import { fundOf } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

/** The doubts about a real report: document line, what is printed there, and the beginning of what is wrong. */
function doubts(place: string, period: string): string[] {
  return checkFund(openFund(place, period, PROJECT)).findings.flatMap(({ severity, figure, rule }) =>
    severity === 'doubt' && figure !== undefined
      ? [`${figure.source.split(' ')[1]} ${figure.printed} ${rule.slice(0, 6)}`]
      : [],
  );
}

test('The items of Changning’s projects that leave 59.94 万元 unsaid are found', () => {
  expect(doubts('changning', '2023')).toEqual(['L27 4987.76万元 所列 5 项']);
});

test('The digits that were destroyed in Bazhou’s report are found, each once', () => {
  expect(
    doubts('bazhou', 'undated')
      .filter((line) => line.endsWith('数字已毁坏（'))
      .sort(),
  ).toEqual([
    'L1 20234家 数字已毁坏（',
    'L1 3420238人 数字已毁坏（',
    'L2 1.620239亿元 数字已毁坏（',
    'L4 20230% 数字已毁坏（',
    'L6 1.620239亿元 数字已毁坏（',
    'L7 20230人 数字已毁坏（',
  ]);
});

test('The figures that cannot be of the Zhuzhou newspaper are found', () => {
  expect(doubts('zhuzhou', '2023')).toEqual([
    'L109 205亿元 大于 23.',
    'L165 1563万人 大于困难群众',
    'L165 493万人次 以前的报告把',
  ]);
});

test('A deficit and a total over blank rows are no doubts', () => {
  // zhuzhou-2022 L326: −5116.19 is what 437.39 − 5553.58 comes to; L288 stands over four blank cells.
  const found = checkFund(openFund('zhuzhou', '2022', PROJECT)).findings;
  const severity = (line: string) => found.find(({ figure }) => figure?.source.startsWith(line))?.severity;
  expect(severity('zhuzhou-2022 L326 ')).toBe('note');
  expect(severity('zhuzhou-2022 L288 ')).toBe('note');
});

test('All that is wrong with one figure is one finding, with what the data say of it', () => {
  const rule = checkFund(openFund('zhuzhou', '2022', PROJECT)).findings.find(({ figure }) =>
    figure?.source.startsWith('zhuzhou-2022 L101 正文 居民医保 预算支出执行率'),
  )?.rule;
  // 28.80 ÷ 25.59 = 112.54 %, as L126 prints.
  expect(rule).toMatch(
    /^由报告自己的输入数算得 112\.54.*；同一个数另印为 112\.54%（zhuzhou-2022 第 126 行）。说明：28\.80÷25\.59/u,
  );
});

test('Where nothing is wrong it is said what was checked, and where nothing can be checked, that', () => {
  const shares = [
    { indicator: 'income', value: '10万元' },
    { indicator: 'expenditure', value: '4万元' },
  ];
  const balance = { indicator: 'currentBalance', value: '6万元' };
  expect(checkFund(fundOf({ facts: shares, published: [balance] })).summary).toBe(
    '核对了 1 个报告推算的数与由它的输入数算得的数。没有发现对不上的。',
  );
  expect(checkFund(fundOf({ facts: [{ indicator: 'staff', value: '37人' }] })).summary).toBe(
    '没有可以互相核对的数：报告没有印可以相加的合计，也没有可以验算的数。',
  );
});
