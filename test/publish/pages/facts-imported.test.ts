import { describe, expect, it } from 'vitest';
import { factsPage } from '../../../src/publish/pages/facts-page.js';
import { indexPage } from '../../../src/publish/pages/index-page.js';
import { factAnchor } from '../../../src/show/fact-address.js';
import type { FactSheet } from '../../../src/show/fact-links.js';
import { factLinks } from '../../../src/show/fact-links.js';
import { HOSTILE, RUN, SHEET, SITE, sampleFact } from './page-sample.js';

const EARLIER = { ...sampleFact(7, 'cumulativeBalance', '12,634.00万元'), period: '2020', reported: '2020' };
const ANEW = {
  ...EARLIER,
  printed: '12,643.00',
  reported: '2021Q1',
  ref: 'data/zhuzhou/2021Q1/restatements.csv#L2',
  source: 'zhuzhou-2021Q1-workbook 表!C8 攸县 上期期末累计结余',
};
const WORKBOOK = {
  id: 'zhuzhou-2021Q1-workbook',
  title: '报表',
  issuer: '',
  date: '',
  file: 'data/zhuzhou/2021Q1/source/workbook.xlsx',
  note: '',
};
const IMPORTED: FactSheet = {
  ...SHEET,
  facts: [...SHEET.facts, ANEW],
  restatements: [
    {
      restates: EARLIER.ref,
      ref: ANEW.ref,
      printed: ANEW.printed,
      unit: ANEW.unit,
      period: ANEW.period,
      reason: '年终决算调整',
      date: '2024-05-06',
      source: ANEW.source,
    },
  ],
  restated: [EARLIER],
  accepted: [
    {
      rule: 'identity',
      sheet: '表',
      cell: 'B8、C8',
      value: '12,643.00',
      message: '各项之和差 0.01',
      reason: '四舍五入',
      date: '2024-05-06',
    },
  ],
  workbook: WORKBOOK.id,
  documents: [...SHEET.documents, WORKBOOK],
};
const NO_FIGURES = { name: 'key-figures', title: '', columns: [], rows: [], notes: [] };
const EMPTY = {
  run: RUN,
  keyFigures: NO_FIGURES,
  otherFigures: NO_FIGURES,
  sentences: [],
  bands: [],
  shown: [],
  periods: [],
};
const indexOf = (sheet: FactSheet): string => indexPage({ ...EMPTY, sheet });

describe('restatements', () => {
  it('stand with the earlier figure and the new one beside each other, their day and reason', () => {
    const page = factsPage(IMPORTED, SITE);
    const part = page.slice(page.indexOf('<h2 id="restatements">重述（1 项）'), page.indexOf('<h2 id="accepted">'));
    expect(part).toMatch(/12,634\.00 万元<\/td><td class="figure"><a href="[^"]+">12,643\.00 万元<\/a>/);
    expect(part).toContain('2024-05-06');
    expect(part).toContain('年终决算调整');
    expect(part).toContain('documents/zhuzhou-2021Q1-workbook.html#%E8%A1%A8!C8');
  });

  it('keep the anchor of the earlier row, so that no link is dead', () => {
    expect(factsPage(IMPORTED, SITE).split(`<tr id="${factAnchor(EARLIER.ref)}">`)).toHaveLength(2);
    expect(factLinks(IMPORTED, '').hrefOf(EARLIER.ref)).toBe(`facts.html#${factAnchor(EARLIER.ref)}`);
  });

  it('are shown also when the earlier row is no longer found', () => {
    expect(factsPage({ ...IMPORTED, restated: [] }, SITE)).toContain('年终决算调整');
  });
});

describe('accepted doubts', () => {
  it('stand with their first cell as a link, what was doubted, and why it was accepted', () => {
    expect(factsPage(IMPORTED, SITE)).toContain(
      `<tr><td class="short"><a href="documents/zhuzhou-2021Q1-workbook.html#%E8%A1%A8!B8">表!B8、C8</a></td><td class="short">12,643.00</td><td class="long">各项之和差 0.01</td>
<td class="long">四舍五入</td><td class="short">2024-05-06</td></tr>`,
    );
  });

  it('about a whole sheet, or without the page of their workbook, have no link', () => {
    const doubt = { rule: 'unchanged', sheet: '表', cell: '', value: '', message: 'm', reason: 'r', date: '' };
    expect(factsPage({ ...IMPORTED, accepted: [doubt] }, SITE)).toContain('<td class="short">表</td>');
    expect(factsPage({ ...IMPORTED, documents: [] }, SITE)).toContain('<td class="short">表!B8、C8</td>');
  });

  it('keep hostile text as text', () => {
    const doubt = { rule: '', sheet: HOSTILE, cell: 'A1', value: HOSTILE, message: HOSTILE, reason: HOSTILE, date: '' };
    expect(factsPage({ ...IMPORTED, accepted: [doubt] }, SITE)).not.toContain('<img');
  });
});

describe('the first page', () => {
  it('counts both and leads to them', () => {
    expect(indexOf(IMPORTED)).toContain(
      '<p class="soft">本期数据中有：<a href="facts.html#restatements">重述以前各期的数 1 项</a>，<a href="facts.html#accepted">导入时认可的疑点 1 项</a>。</p>',
    );
  });

  it('says nothing of them when there are none', () => {
    expect(indexOf(SHEET)).not.toContain('本期数据中有');
    expect(indexOf({ ...IMPORTED, restatements: [] })).toContain(
      '<p class="soft">本期数据中有：<a href="facts.html#accepted">',
    );
  });
});
