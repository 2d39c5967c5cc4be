import { expect, test } from 'vitest';
import { placesPage } from '../../../src/publish/pages/places-page.js';
import { HOSTILE, RUN } from './page-sample.js';

test('Every place and period stands with its worst grade and leads to its page', () => {
  const page = placesPage([
    { run: RUN, href: 'zhuzhou/2021Q1/index.html' },
    { run: { ...RUN, placeName: '常宁市', periodLabel: '2023年', grades: [] }, href: 'changning/2023/index.html' },
  ]);
  expect(page).toContain('<h2>株洲市</h2>');
  expect(page).toContain(
    '<a href="zhuzhou/2021Q1/index.html">2021年一季度</a></td><td><span class="grade severity-1">预警</span></td><td>预警 2，充足 1</td>',
  );
  expect(page).toContain(
    '<a href="changning/2023/index.html">2023年</a></td><td><span class="grade severity-99">未定级</span>',
  );
});

test('Without results it says so; a hostile name is text', () => {
  expect(placesPage([])).toContain('还没有结果');
  expect(placesPage([{ run: { ...RUN, placeName: HOSTILE }, href: 'x' }])).not.toContain('<img src=x');
});
