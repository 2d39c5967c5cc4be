import { describe, expect, it } from 'vitest';
import type { Statement } from '../../../src/facts/statement.js';
import { factsPage } from '../../../src/publish/pages/facts-page.js';
import { factAnchor, factHref, sourcePlace } from '../../../src/show/fact-address.js';
import { factLinks } from '../../../src/show/fact-links.js';
import { HOSTILE, HOSTILE_SCRIPT, SHEET, SITE, sampleFact } from './page-sample.js';

const CORRECTION = {
  kind: 'correction' as const,
  corrects: 'data/zhuzhou/2021Q1/resident-balance.csv#L8',
  ref: 'data/zhuzhou/2021Q1/resident-balance.csv#L4',
  printed: '-',
  reason: '正文写明一次性预缴为 0',
  source: 'zhuzhou-2021Q1 L440 正文',
};

describe('the facts page', () => {
  it('has the row to which the address of each reference leads', () => {
    const page = factsPage(SHEET, SITE);
    for (const { ref } of [...SHEET.facts, ...SHEET.published]) {
      const [file, anchor] = factHref(ref).split('#');
      expect(file).toBe('facts.html');
      expect(page.split(`<tr id="${anchor}">`)).toHaveLength(2);
    }
  });

  it('prints a value with its unit, a blank as unknown and a dash as none', () => {
    const page = factsPage(SHEET, SITE);
    expect(page).toContain('<td class="figure">12,634.00 万元</td>');
    expect(page).toContain('<td class="figure">-（无）</td>');
    expect(page).toContain('<td class="figure unknown">空白（未知）</td>');
  });

  it('leads from a fact to its line in the document', () => {
    expect(factsPage(SHEET, SITE)).toContain(
      '<a href="documents/zhuzhou-2021Q1.html#L296">zhuzhou-2021Q1 第 296 行</a> 城乡居民累计结余分析表 攸县',
    );
  });

  it('has what the report says of its pools word by word, each with its line, where its references lead', () => {
    const ref = 'data/zhuzhou/2021Q1/statements.csv#L6';
    const said: Statement = {
      ...{ about: 'none', region: '', regionName: '', scheme: 'resident', indicator: 'payableMonths', low: 3, high: 9 },
      ...{ quote: '可支撑月数3-9个月没有', source: 'zhuzhou-2021Q1 L440 表后文字', ref },
    };
    const sheet = { ...SHEET, statements: [said] };
    const page = factsPage(sheet, SITE);
    expect(page).toContain(`<tr id="${factAnchor(ref)}"><td class="short">没有</td><td class="short">居民医保</td>`);
    expect(page).toContain('<td class="long">可支撑月数3-9个月没有</td>');
    expect(page).toContain('<a href="documents/zhuzhou-2021Q1.html#L440">zhuzhou-2021Q1 第 440 行</a> 表后文字');
    expect(factLinks(sheet, '').nameOf(ref)).toBe('报告称“可支撑月数3-9个月没有”');
    expect(factLinks(sheet, '../').hrefOf(ref)).toBe(`../${factHref(ref)}`);
  });

  it('links no document that has no page', () => {
    expect(factsPage({ ...SHEET, documents: [] }, SITE)).not.toContain('href="documents/');
  });

  it('keeps what the report derives apart, with its explanation', () => {
    const page = factsPage(SHEET, SITE);
    const published = page.slice(page.indexOf('<h2 id="published">'), page.indexOf('<h2 id="corrections">'));
    expect(published).toContain('4556.90 − 766.00 ＝ 3790.90，报告印为 2110.00。');
    expect(published).not.toContain('12,634.00');
    expect(page.indexOf('<h2 id="facts">')).toBeLessThan(page.indexOf('<h2 id="published">'));
  });

  it('gives a corrected row its anchor among the corrections, with the reason', () => {
    const page = factsPage({ ...SHEET, corrections: [CORRECTION] }, SITE);
    expect(page).toContain(`<tr id="${factAnchor(CORRECTION.corrects)}">`);
    expect(page).toContain('正文写明一次性预缴为 0');
  });

  it('keeps hostile names, values and references as text', () => {
    const evil = {
      ...sampleFact(9, 'payables', '1.00万元'),
      indicator: HOSTILE,
      printed: HOSTILE_SCRIPT,
      regionName: HOSTILE,
      source: HOSTILE,
      ref: `data/"${HOSTILE_SCRIPT}#L1`,
    };
    const page = factsPage({ ...SHEET, facts: [evil] }, SITE);
    expect(page).not.toContain('<img');
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});

describe('the address of a fact', () => {
  it('is readable and differs for every reference', () => {
    expect(factHref('data/zhuzhou/2022/x.csv#L41')).toBe('facts.html#data/zhuzhou/2022/x.csv:23L41');
    expect(factAnchor('a b.csv#L1')).not.toBe(factAnchor('a:20b.csv#L1'));
    expect(factAnchor('结余.csv#L1')).not.toMatch(/[\s"<>%#]/);
  });

  it('is none for a reference that stands on no page, so that no link is dead', () => {
    const links = factLinks({ ...SHEET, corrections: [CORRECTION] }, '../');
    expect(links.hrefOf('data/zhuzhou/2019/x.csv#L2')).toBeUndefined();
    expect(links.hrefOf(SHEET.facts[0]?.ref ?? '')).toBe('../facts.html#data/zhuzhou/2021Q1/resident-balance.csv:23L2');
    expect(links.hrefOf(CORRECTION.corrects)).toBe('../facts.html#data/zhuzhou/2021Q1/resident-balance.csv:23L8');
  });
});

describe('the source of a fact', () => {
  it('is a document, a line and words', () => {
    expect(sourcePlace('zhuzhou-2022 L231 分布情况表 茶陵')).toEqual({
      document: 'zhuzhou-2022',
      at: 231,
      label: '第 231 行',
      words: '分布情况表 茶陵',
    });
    expect(sourcePlace('zhuzhou-2022 L231')).toEqual({
      document: 'zhuzhou-2022',
      at: 231,
      label: '第 231 行',
      words: '',
    });
    expect(sourcePlace('电话询问')).toBeUndefined();
  });
});
