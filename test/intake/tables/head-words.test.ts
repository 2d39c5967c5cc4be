import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { HEADS_FILE, readHeads } from '../../../src/intake/tables/head-words.js';
import { Lexicon } from '../../../src/intake/tables/lexicon.js';
import { nearWords } from '../../../src/intake/tables/near-words.js';
import { plainHead } from '../../../src/intake/tables/plain-head.js';
import { REFERENCE } from '../../fixtures/extraction.js';
import { PROJECT } from '../../fixtures/workspace.js';

const HEADS = readHeads(PROJECT);
const LEXICON = new Lexicon(HEADS, REFERENCE, 'zhuzhou');

describe('The list of words', () => {
  test('Every indicator, part and scheme it names is in the glossary', () => {
    const indicators = new Set([...REFERENCE.indicators.map(({ code }) => code), 'openingBalance']);
    const parts = new Set(REFERENCE.categories.map(({ code }) => code));
    const strange = HEADS.filter(
      ({ role, meaning }) =>
        (role === 'indicator' && !indicators.has(meaning)) || (role === 'part' && !parts.has(meaning)),
    );
    expect(strange).toEqual([]);
  });

  test('No word stands twice in the same role', () => {
    const keys = HEADS.map(({ words, role }) => `${words} ${role}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('A row that cannot be used is named with its line', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'fundwatch-heads-'));
    mkdirSync(path.join(root, 'data/reference'), { recursive: true });
    writeFileSync(path.join(root, HEADS_FILE), 'words,role,meaning,note\n收入,indicator,,\n本期,基准,actual,\n');
    expect(() => readHeads(root)).toThrow(
      'data/reference/heads.csv 第 2 行 meaning 空白：应写代码\ndata/reference/heads.csv 第 3 行 role“基准”：应为 label、column、indicator、part、total、basis、derived、period、scheme、ignored',
    );
  });
});

describe('What a head says', () => {
  test.each([
    ['其中： 保险费收入', { indicator: 'contributionIncome' }],
    ['1、基金收入（万元）', { indicator: 'income' }],
    ['职工医保（含生育）参保人数', { indicator: 'enrolment', scheme: 'employee' }],
    ['居民期末累计结余', { indicator: 'cumulativeBalance', scheme: 'resident' }],
    ['其他未付款', { parts: ['other'] }],
    ['上期（2022）', { relation: 'previous', period: '2022' }],
    ['2022年末', { period: '2022' }],
    ['基金支出同比增幅', { indicator: 'expenditure', derived: 'Growth' }],
    ['职工统筹', { scheme: 'employee', parts: ['pooled'] }],
  ])('%s', (text, meaning) => {
    expect(LEXICON.meaningOf(text)).toMatchObject(meaning);
  });

  test.each(['利息收入', '财政补贴收入', '基金收入和支出', '__proto__', '城镇职工医保居民医保'])(
    '%s is not known: no part of it is taken for the whole',
    (text) => {
      expect(LEXICON.meaningOf(text)).toBeUndefined();
    },
  );

  test('A title says its scheme; one that names two says both', () => {
    expect(LEXICON.namedIn('职工基本医疗累计结余分析表').schemes).toEqual(['employee']);
    expect(LEXICON.namedIn('职工医保、居民医保收支表').schemes).toEqual(['employee', 'resident']);
  });

  test('Brackets, numbering and 其中 are taken off', () => {
    expect(plainHead('（一）其中：基 金收入（单位：万元）')).toEqual({
      words: '基金收入',
      full: '基金收入(单位:万元)',
      brackets: ['万元'],
    });
  });
});

test('Words near a slip: one character replaced, the same start first, nothing far', () => {
  expect(nearWords('攸现', ['攸县', '茶陵县', '攸'])).toEqual(['攸县', '攸']);
  expect(nearWords('醴陵县', ['茶陵县', '醴陵市'])).toEqual(['醴陵市', '茶陵县']);
});
