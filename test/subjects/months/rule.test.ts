import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bandOf, chooseRule, openRule, type Rule, readRules, warningLine } from '../../../src/subjects/months/rule.js';
import { lines, PROJECT, workspace } from '../../fixtures/workspace.js';

const [HEAD = '', ...ROWS] = readFileSync(path.join(PROJECT, 'data/reference/rules.csv'), 'utf8').trimEnd().split('\n');
const rules = readRules(PROJECT);

function ruleOf(code: string): Rule {
  const rule = rules.find((entry) => entry.code === code);
  if (rule === undefined) throw new RangeError(`no rule ${code}`);
  return rule;
}

test.each([
  [-5, 'warning'],
  [0, 'warning'],
  [2.9999, 'warning'],
  [3, 'watch'],
  [9, 'watch'],
  [9.0001, 'high'],
  [41.43, 'high'],
])('By the practice of the city %d months are graded %s', (months, grade) => {
  expect(bandOf(ruleOf('zhuzhou-practice'), months).grade).toBe(grade);
});

test.each([
  [2.9999, 'tooLow', '过低'],
  [3, 'unnamed', '未作规定'],
  [5.9999, 'unnamed', '未作规定'],
  [6, 'normal', '正常'],
  [9, 'normal', '正常'],
  [9.0001, 'unnamed', '未作规定'],
  [15, 'unnamed', '未作规定'],
  [15.0001, 'tooHigh', '过高'],
])('By the national guidance %d months are graded %s (%s)', (months, grade, gradeName) => {
  expect(bandOf(ruleOf('national-2009'), months)).toMatchObject({ grade, gradeName });
});

test('Both rules warn below three months, and each names its source', () => {
  expect(rules.map((rule) => [rule.code, rule.scheme, warningLine(rule)])).toEqual([
    ['zhuzhou-practice', '', 3],
    ['national-2009', 'employee', 3],
  ]);
  expect(rules.filter(({ source }) => source === '')).toEqual([]);
});

test('Bands are data: a bureau that warns below four months needs no new code', () => {
  const row = (band: string): string => `own,本市办法,${band},,月,2022,2023,发文,,`;
  const root = workspace({
    'reference/rules.csv': lines(HEAD, row('1,red,红,1,,no,4,yes'), row('2,green,绿,2,4,no,,no')),
  });
  const rule = openRule({ root, period: '2022Q3' });
  expect([rule.name, bandOf(rule, 4).gradeName, bandOf(rule, 4.01).gradeName, warningLine(rule)]).toEqual([
    '本市办法',
    '红',
    '绿',
    4,
  ]);
});

test.each([
  ['2022', '', 'zhuzhou-practice'],
  ['2021Q1', '', 'zhuzhou-practice'],
  ['2020', '', 'national-2009'],
  ['2009Q1', '', 'national-2009'],
  ['2022', 'national-2009', 'national-2009'],
])('In %s, asked for “%s”, the rule is %s', (period, asked, code) => {
  expect(chooseRule(rules, period, asked).code).toBe(code);
});

test.each([
  [
    '2022',
    'zhuzhou',
    '没有规则“zhuzhou”，现有：zhuzhou-practice（株洲市报告惯例）、national-2009（国家2009年指导意见）',
  ],
  ['2020', 'zhuzhou-practice', '规则“株洲市报告惯例”自 2021Q1 起有效，不适用于 2020'],
  ['2008', '', '2008 没有有效的规则'],
])('In %s, asked for “%s”, the analyst is told why there is no rule', (period, asked, message) => {
  expect(() => chooseRule(rules, period, asked)).toThrow(expect.objectContaining({ name: 'InputError', message }));
});

test('A rule that has ended is not applied, and its end is named', () => {
  const ended = { ...ruleOf('zhuzhou-practice'), validTo: '2022' };
  expect(chooseRule([ended], '2022').code).toBe('zhuzhou-practice');
  expect(() => chooseRule([ended], '2023Q1', 'zhuzhou-practice')).toThrow(
    expect.objectContaining({
      name: 'InputError',
      message: '规则“株洲市报告惯例”自 2021Q1 起至 2022 有效，不适用于 2023Q1',
    }),
  );
});

const GAP = '各档应由低到高首尾相接，第一档不设下限，界线恰好归一档';
test.each([
  [
    2,
    ',watch,关注,2,3,',
    ',watch,关注,2,三,',
    [`第 3 行 lower“三”：应为数字（月），空白表示不设界线`, `第 3 行 lower“三”：${GAP}`],
  ],
  [2, ',watch,关注,2,3,', ',watch,关注,2,4,', [`第 3 行 lower“4”：${GAP}`]],
  [2, ',2,3,yes,', ',2,3,no,', [`第 3 行 lower“3”：${GAP}`]],
  [2, ',watch,关注,2,', ',watch,关注,重,', ['第 3 行 severity“重”：应为数字，1 为最重']],
  [2, ',9,yes,', ',9,是,', ['第 3 行 upperInclusive“是”：应为 yes 或 no']],
  [3, ',9,no,,no,', ',9,no,20,no,', ['第 4 行 upper“20”：最后一档不应设上限']],
  [1, ',1,,no,3,', ',1,0,no,3,', [`第 2 行 lower“0”：${GAP}`]],
  [1, ',,月,2021Q1,', ',,年,2021Q1,', ['第 2 行 unit“年”：规则以“月”为单位']],
  [1, ',,月,2021Q1,', ',,月,2021年,', ['第 2 行 validFrom“2021年”：期间无法识别，空白表示不限']],
])('Row %d of the rules with “%s” changed to “%s” stops before anything is graded', (row, from, to, expected) => {
  const changed = ROWS.map((text, index) => (index === row - 1 ? text.replace(from, to) : text));
  expect(changed).not.toEqual(ROWS);
  const root = workspace({ 'reference/rules.csv': lines(HEAD, ...changed) });
  const message = expected.map((text) => `data/reference/rules.csv ${text}`).join('\n');
  expect(() => readRules(root)).toThrow(expect.objectContaining({ name: 'InputError', message }));
});

test('The practice of one city does not grade another: Changning falls back on the national guidance', () => {
  expect(openRule({ root: PROJECT, period: '2023', place: { code: 'changning' } }).code).toBe('national-2009');
  expect(openRule({ root: PROJECT, period: '2023', place: { code: 'zhuzhou' } }).code).toBe('zhuzhou-practice');
});
