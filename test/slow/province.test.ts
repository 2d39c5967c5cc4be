import { readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PERIOD, provinceWorkspace } from '../../bench/province-workspace.mjs';
import { launchBrowser } from '../../src/publish/pictures/browser.js';
import { WorkspaceCopy } from './workspace-copy.js';

const copy = new WorkspaceCopy();
const page = copy.file('output/province', PERIOD, 'index.html');

beforeAll(async () => {
  const importIt = async (file: string): Promise<void> => {
    expect(await copy.run('import', file)).toMatchObject({ code: 0 });
  };
  await importIt(await provinceWorkspace(copy.root, importIt));
  expect(await copy.run('rerun', '--place', 'province', '--period', PERIOD)).toMatchObject({ code: 0 });
});
afterAll(() => copy.remove());

test('The first page of 122 made-up counties is small, answers before it is scrolled, and prints on six sheets at most', async () => {
  expect(statSync(page).size).toBeLessThan(2_000_000);
  const browser = await launchBrowser();
  try {
    const tab = await browser.newPage();
    await tab.setViewport({ width: 1280, height: 900 });
    await tab.goto(pathToFileURL(page).href);
    await tab.waitForFunction('document.readyState === "complete" && document.fonts.status === "loaded"');
    const bottom = await tab.evaluate(`document.querySelector('.sentences').getBoundingClientRect().bottom`);
    expect(bottom).toBeLessThanOrEqual(900);
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1280);
    const pdf = Buffer.from(await tab.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(6);
  } finally {
    await browser.close();
  }
});

test('It has the counties in bands and the worst of them in a list, and leads to all', () => {
  const text = readFileSync(page, 'utf8');
  const counts = [...text.matchAll(/<span class="count">(\d+)<\/span>/g)].map(([, count]) => Number(count));
  // 122 counties, each with employees and residents.
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2 * 122);
  expect(text).toContain('>全部 244 个</a>见定级表');
});
