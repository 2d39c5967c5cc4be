import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../src/publish/pictures/browser.js';
import { WorkspaceCopy } from './workspace-copy.js';

/** A made-up quarter as an import leaves it: figures of a workbook, one earlier figure restated, one doubt accepted. */
const PERIOD = '2030Q1';
const ID = `zhuzhou-${PERIOD}-workbook`;
const FIGURES = 'region,scheme,indicator,category,period,basis,value,unit,source';
/** 攸县's balance of 12,634.00 万元 as the report of that quarter prints it on its line 296. */
const RESTATED = 'data/zhuzhou/2021Q1/resident-balance.csv#L2';

const copy = new WorkspaceCopy();
let original: Buffer;

const output = (...parts: string[]): string => copy.file('output/zhuzhou', PERIOD, ...parts);

beforeAll(async () => {
  const folder = copy.file('data/zhuzhou', PERIOD);
  mkdirSync(path.join(folder, 'source'), { recursive: true });
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('居民 结余');
  sheet.addRows([
    ['统筹区', '期末累计结余', '应付未付款', '一次性预缴', '月平均基金支出'],
    ['攸县', 12643, '-', '-', 5000],
  ]);
  sheet.getCell('B2').numFmt = '#,##0.00';
  await book.xlsx.writeFile(path.join(folder, 'source/workbook.xlsx'));
  original = readFileSync(path.join(folder, 'source/workbook.xlsx'));
  const row = (indicator: string, value: string, cell: string, unit = '万元'): string =>
    `攸县,resident,${indicator},,,actual,"${value}",${unit},${ID} '居民 结余'!${cell} 攸县`;
  const write = (name: string, ...lines: string[]): void =>
    writeFileSync(path.join(folder, name), `${lines.join('\n')}\n`);
  write(
    'workbook.csv',
    FIGURES,
    row('cumulativeBalance', '12,643.00', 'B2'),
    row('payables', '-', 'C2'),
    row('prepaid', '-', 'D2'),
    row('monthlyExpenditure', '5000', 'E2', '万元/月'),
  );
  write(
    'documents.csv',
    'document,title,issuer,date,file,note',
    `${ID},人造报表,,,data/zhuzhou/${PERIOD}/source/workbook.xlsx,导入`,
  );
  write(
    'accepted.csv',
    'rule,sheet,cell,value,message,reason,date',
    'unchanged,居民 结余,E2,5000,与上期相同,月均支出没有调整,2030-04-10',
  );
  write(
    'restatements.csv',
    `${FIGURES},restates,date,reason`,
    `攸县,resident,cumulativeBalance,,2021Q1,actual,"9,999.00",万元,${ID} '居民 结余'!B2 攸县,${RESTATED},2030-04-10,年终决算调整`,
  );
  const run = await copy.run('rerun', '--period', PERIOD);
  expect(run.stderr).not.toContain('出错');
  expect(run.code).toBe(0);
});

afterAll(() => copy.remove());

test('A figure on the facts page leads to its cell, which stands out on the page of the workbook', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(output('facts.html')).href);
    const link = await page.waitForSelector(`a[href^="documents/${ID}.html#"]`);
    expect(await link?.evaluate((element) => element.textContent)).toBe(`${ID} '居民 结余'!B2`);
    await Promise.all([page.waitForNavigation(), link?.evaluate((element) => element.click())]);
    const target = await page.waitForSelector(':target');
    expect(await target?.evaluate((element) => element.textContent)).toBe('12,643.00');
  } finally {
    await browser.close();
  }
});

test('The workbook itself lies beside its page, byte for byte', () => {
  expect(readFileSync(output('documents', `${ID}.xlsx`)).equals(original)).toBe(true);
  expect(readFileSync(output('documents', `${ID}.html`), 'utf8')).toContain(`href="${ID}.xlsx" download`);
  const run = JSON.parse(readFileSync(output('run.json'), 'utf8'));
  expect(Object.keys(run.inputs)).toContain(`data/zhuzhou/${PERIOD}/source/workbook.xlsx`);
});

test('The earlier figure and the restated one stand beside each other, and the first page counts them', () => {
  const facts = readFileSync(output('facts.html'), 'utf8');
  const part = facts.slice(facts.indexOf('<h2 id="restatements">'), facts.indexOf('<h2 id="accepted">'));
  expect(part).toContain('重述（1 项）');
  expect(part).toContain('>12,634.00 万元</td>');
  expect(part).toContain('>9,999.00 万元</a>');
  expect(facts.slice(facts.indexOf('<h2 id="accepted">'))).toContain('月均支出没有调整');
  const index = readFileSync(output('index.html'), 'utf8');
  expect(index).toContain('重述以前各期的数 1 项');
  expect(index).toContain('导入时认可的疑点 1 项');
});
