import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../src/publish/pictures/browser.js';
import { WorkspaceCopy } from './workspace-copy.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

const copy = new WorkspaceCopy();
let browser: Browser;

beforeAll(async () => {
  expect((await copy.run('rerun', '--period', '2021Q1')).code).toBe(0);
  expect((await copy.run('rerun', '--period', '2022')).code).toBe(0);
  expect((await copy.run('rerun', '--place', 'changning')).code).toBe(0);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  copy.remove();
});

/** A page of the output, opened as by double click in a window of so many pixels. */
async function open(file: string, width = 1280): Promise<Page> {
  const page = await browser.newPage();
  // The test's own script is none that the page allows.
  await page.setBypassCSP(true);
  await page.setViewport({ width, height: 900 });
  await page.goto(pathToFileURL(copy.file('output', file)).href);
  await page.waitForFunction('document.readyState === "complete" && document.fonts.status === "loaded"');
  return page;
}

test.each([
  'index.html',
  'zhuzhou/2022/index.html',
  'zhuzhou/2022/trends.html',
  'zhuzhou/2022/data.html',
  'zhuzhou/2022/run.html',
  'zhuzhou/2022/notebooks/04-region-warnings.html',
  'changning/2023/index.html',
])('Nobody is shut out of %s: no fault by WCAG at the levels A and AA, nothing beyond the edge', async (file) => {
  const page = await open(file);
  await page.evaluate(AXE);
  const faults = await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`);
  expect(faults).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1280);
  await page.close();
});

test.each(['zhuzhou/2021Q1', 'zhuzhou/2022', 'changning/2023'])(
  'The first page of %s says what matters before it is scrolled',
  async (folder) => {
    const page = await open(`${folder}/index.html`);
    const bottom = await page.evaluate(`document.querySelector('.sentences').getBoundingClientRect().bottom`);
    expect(bottom).toBeLessThanOrEqual(900);
    expect(await page.$$eval('.sentences li', (items) => items.length)).toBeLessThanOrEqual(7);
    await page.close();
  },
);

test('At 1280 px only tables of more than ten columns are scrolled sideways, and their first column stays', async () => {
  const pages = ['2022', '2021Q1'].flatMap((period) => [
    `zhuzhou/${period}/trends.html`,
    ...readdirSync(copy.file(`output/zhuzhou/${period}/notebooks`))
      .filter((file) => file.endsWith('.html'))
      .map((file) => `zhuzhou/${period}/notebooks/${file}`),
  ]);
  expect(pages.length).toBeGreaterThanOrEqual(20);
  const moved: string[] = [];
  for (const file of pages) {
    const page = await open(file);
    const scrolled = await page.evaluate(`[...document.querySelectorAll('.fund-table .scroll')].filter((box) => {
      const cells = box.querySelector('tbody tr')?.children ?? [];
      const isFixed = cells[0] !== undefined && getComputedStyle(cells[0]).position === 'sticky';
      return box.scrollWidth > box.clientWidth + 1 && !(cells.length > 10 && isFixed);
    }).map((box) => box.parentElement.id)`);
    moved.push(...(scrolled as string[]).map((table) => `${file} ${table}`));
    await page.close();
  }
  expect(moved).toEqual([]);
});

test('On a phone every key figure is in view without scrolling sideways', async () => {
  const page = await open('zhuzhou/2022/index.html', 390);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  const right = await page.$$eval('.brief strong', (figures) =>
    figures.map((figure) => figure.getBoundingClientRect().right),
  );
  expect(right.length).toBeGreaterThan(10);
  expect(Math.max(...right)).toBeLessThanOrEqual(390);
  await page.close();
});

test('The first page prints on at most six sheets of A4 and stays under 2 MB', async () => {
  const page = await open('zhuzhou/2022/index.html');
  const pdf = Buffer.from(await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(6);
  expect(statSync(copy.file('output/zhuzhou/2022/index.html')).size).toBeLessThan(2_000_000);
  await page.close();
});

test('Another rule stands beside the period’s own, and the page of all places names both', async () => {
  const own = readFileSync(copy.file('output/zhuzhou/2022/index.html'), 'utf8');
  const { code, stdout } = await copy.run('rerun', '--period', '2022', '--rule', 'national-2009');
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `${copy.file('output/zhuzhou/2022.national-2009/index.html')}\n`,
  });
  expect(readFileSync(copy.file('output/zhuzhou/2022/index.html'), 'utf8')).toBe(own);
  const places = readFileSync(copy.file('output/index.html'), 'utf8');
  for (const folder of ['zhuzhou/2022', 'zhuzhou/2022.national-2009', 'zhuzhou/2021Q1', 'changning/2023']) {
    expect(places).toContain(`href="${folder}/index.html"`);
  }
});
