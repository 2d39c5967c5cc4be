import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Fact, PublishedFigure } from '../../../src/facts/fact.js';
import { describeFinding } from '../../../src/facts/finding.js';
import { openFund } from '../../../src/facts/fund.js';
import type { IntakeFigure } from '../../../src/intake/intake-figure.js';
import { withDataLock } from '../../../src/intake/store/data-lock.js';
import type { PeriodPlan } from '../../../src/intake/store/period-changes.js';
import { restatementsIn } from '../../../src/intake/store/restated-figures.js';
import { checkStored } from '../../../src/intake/store/stored-figures.js';
import { type WrittenPeriod, writePeriod } from '../../../src/intake/store/write-period.js';
import { REFERENCE, tableOf } from '../../fixtures/checked-figures.js';
import { storedBefore } from '../../fixtures/known-figures.js';
import { FIGURES, lines, PUBLISHED, workspace } from '../../fixtures/workspace.js';

const PLACE = REFERENCE.places.find(({ code }) => code === 'zhuzhou') ?? raise();
const FOLDER = 'data/zhuzhou/2023Q1';
/** Synthetic: two pools' balances at the end of the first quarter. */
const TABLE = tableOf({
  sheet: '居民累计结余分析表',
  columns: ['cumulativeBalance', 'payables'],
  rows: [
    ['攸县', '1,466.00', '-'],
    ['茶陵', '-0.63', ''],
  ],
});
const TOTAL = tableOf({ columns: ['cumulativeBalance'], rows: [['全市', '1,465.37']], top: 9, role: 'published' });
const YEAR = '攸县,resident,cumulativeBalance,,,actual,100.00,万元,zhuzhou-2022 L1 攸县';

function raise(): never {
  throw new TypeError('no place');
}

/** A folder of data with one report and a workbook to import. */
function root(files: Record<string, string | Uint8Array> = {}, book = 'bytes'): string {
  const folder = workspace({ 'zhuzhou/2022/x.csv': lines(FIGURES, YEAR), ...files });
  writeFileSync(path.join(folder, 'book.xlsx'), book);
  return folder;
}

function write(folder: string, own: Partial<PeriodPlan> = {}): Promise<WrittenPeriod> {
  const figures = [...TABLE, ...TOTAL];
  const workbook = path.join(folder, 'book.xlsx');
  const plan = { root: folder, place: PLACE, period: '2023Q1', workbook, figures, restated: [], accepted: [], ...own };
  return withDataLock(folder, () => writePeriod(plan));
}

const textOf = (folder: string, file: string): string => readFileSync(path.join(folder, FOLDER, file), 'utf8');

/** Every file of the data with its content. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(path.join(folder, 'data'), { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file), readFileSync(file, 'base64')]),
  );
}

test('Figures are stored as printed, with the document and cell they come from, and read back the same', async () => {
  const folder = root();
  const written = await write(folder);
  expect(written).toMatchObject({ folder: FOLDER, facts: 4, published: 1, findings: [], earlier: '', unstored: [] });
  expect(textOf(folder, 'workbook.csv')).toBe(
    lines(
      `\uFEFF${FIGURES}`,
      '攸县,resident,cumulativeBalance,,,actual,"1,466.00",万元,zhuzhou-2023Q1-workbook 居民累计结余分析表!B5',
      '攸县,resident,payables,,,actual,-,万元,zhuzhou-2023Q1-workbook 居民累计结余分析表!C5',
      '茶陵县,resident,cumulativeBalance,,,actual,-0.63,万元,zhuzhou-2023Q1-workbook 居民累计结余分析表!B6',
      '茶陵县,resident,payables,,,actual,,万元,zhuzhou-2023Q1-workbook 居民累计结余分析表!C6',
    ),
  );
  expect(textOf(folder, 'published.csv')).toBe(
    lines(`\uFEFF${PUBLISHED}`, '全市,resident,cumulativeBalance,,,"1,465.37",万元,zhuzhou-2023Q1-workbook 表!B9,'),
  );
  const fund = openFund('', '2023Q1', folder);
  expect(fund.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect((fund.facts.objects() as Fact[]).map(({ quantity, state }) => [quantity, state])).toEqual([
    [1_466_000_000, 'value'],
    [0, 'none'],
    [-630_000, 'value'],
    [null, 'unknown'],
  ]);
});

test('The workbook is kept with the period and becomes its document', async () => {
  const folder = root();
  await write(folder, { document: { title: '一季度报表', issuer: '', date: '2023年4月13日' } });
  expect(readFileSync(path.join(folder, FOLDER, 'source/workbook.xlsx'), 'utf8')).toBe('bytes');
  expect(openFund('', '2023Q1', folder).documents).toContainEqual({
    id: 'zhuzhou-2023Q1-workbook',
    title: '一季度报表',
    issuer: '未印',
    date: '2023年4月13日',
    file: `${FOLDER}/source/workbook.xlsx`,
    // printf bytes | sha256sum
    note: '工作簿“book.xlsx”导入，sha256 277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9',
  });
});

test('Rows that somebody wrote by hand stay as they are; those of the import before are replaced', async () => {
  const hand = '攸县,resident,availableBalance,,,90.00,万元,zhuzhou-2022 L9,手写';
  const folder = root({ 'zhuzhou/2023Q1/published.csv': lines(PUBLISHED, hand) });
  await write(folder);
  await write(folder, { figures: TABLE.slice(0, 1) });
  expect(textOf(folder, 'published.csv')).toBe(lines(PUBLISHED, hand));
  expect(textOf(folder, 'workbook.csv').split('\n')).toHaveLength(3);
});

test('A file that Excel saved is written back so that Excel knows its characters again', async () => {
  const row = ',resident,availableBalance,,,90.00,\u0000,zhuzhou-2022 L9,';
  // 攸县 and 万元 in GB18030.
  const [name, unit] = [Buffer.from([0xd8, 0xfc, 0xcf, 0xd8]), Buffer.from([0xcd, 0xf2, 0xd4, 0xaa])];
  const [before = '', after = ''] = row.split('\u0000');
  const gb = Buffer.concat([Buffer.from(`${PUBLISHED}\n`), name, Buffer.from(before), unit, Buffer.from(`${after}\n`)]);
  const hand = '攸县,resident,availableBalance,,,90.00,万元,zhuzhou-2022 L9,';
  for (const saved of [gb, Buffer.from(`\uFEFF${lines(PUBLISHED, hand)}`)]) {
    const folder = root({ 'zhuzhou/2023Q1/published.csv': saved });
    await write(folder);
    expect(textOf(folder, 'published.csv').startsWith(`\uFEFF${lines(PUBLISHED, hand)}`)).toBe(true);
  }
});

test('The reason for which a total was accepted explains it, unless somebody wrote an explanation', async () => {
  const folder = root();
  const doubt = { rule: 'total', sheet: '表', cell: 'B9', value: '1,465.37', message: '合计不符', date: '2023-04-13' };
  const explained = (): string | undefined =>
    (openFund('', '2023Q1', folder).published.objects() as PublishedFigure[])[0]?.explanation;
  await write(folder, { accepted: [{ ...doubt, reason: '原表漏加' }] });
  expect(explained()).toBe('导入时认可：原表漏加');
  await write(folder, { accepted: [{ ...doubt, reason: '原表漏加攸县' }] });
  expect(explained()).toBe('导入时认可：原表漏加攸县');
  await write(folder);
  expect(explained()).toBe('');
  const file = path.join(folder, FOLDER, 'published.csv');
  writeFileSync(file, readFileSync(file, 'utf8').trimEnd().concat('手写的说明\n'));
  await write(folder, { accepted: [{ ...doubt, reason: '原表漏加' }] });
  expect(explained()).toBe('手写的说明');
});

test('An explanation beside a derived figure survives the next import as long as the figure is the same', async () => {
  const folder = root();
  await write(folder);
  const file = path.join(folder, FOLDER, 'published.csv');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/,\n$/, ',印为四舍五入\n'));
  await write(folder);
  expect((openFund('', '2023Q1', folder).published.objects() as PublishedFigure[])[0]?.explanation).toBe(
    '印为四舍五入',
  );
});

test('The same import again changes nothing', async () => {
  const folder = root();
  await write(folder);
  const before = contents(folder);
  expect((await write(folder)).files).toEqual([]);
  expect(contents(folder)).toEqual(before);
});

test('Another workbook for the same period keeps what was published before', async () => {
  const folder = root();
  await write(folder);
  const before = contents(folder);
  writeFileSync(path.join(folder, 'book.xls'), 'others');
  const written = await write(folder, { workbook: path.join(folder, 'book.xls'), figures: TABLE.slice(0, 3) });
  expect(written.earlier).toBe(`${FOLDER}/source/earlier/1`);
  const after = contents(folder);
  for (const file of ['workbook.csv', 'published.csv', 'documents.csv', 'source/workbook.xlsx']) {
    expect(after[`${written.earlier}/${file}`], file).toBe(before[`${FOLDER}/${file}`]);
  }
  expect(existsSync(path.join(folder, FOLDER, 'source/workbook.xlsx'))).toBe(false);
  expect(openFund('', '2023Q1', folder).documents.map(({ file }) => file)).toContain(`${FOLDER}/source/workbook.xls`);
});

test('A figure that another file of the period holds is an error that names the row', async () => {
  const hand = '攸县,resident,cumulativeBalance,,,actual,"1,400.00",万元,zhuzhou-2022 L9';
  const folder = root({ 'zhuzhou/2023Q1/hand.csv': lines(FIGURES, hand) });
  const [finding, ...more] = checkStored({ root: folder, place: PLACE, reference: REFERENCE }, '2023Q1', TABLE);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    severity: 'error',
    rule: 'stored',
    sheet: '居民累计结余分析表',
    cell: 'B5',
    value: '1,466.00',
    message: '本期已由 data/zhuzhou/2023Q1/hand.csv 第 2 行登记（1,400.00万元），同一个数不能有两个出处',
  });
  const before = contents(folder);
  const written = await write(folder);
  expect(written.files).toEqual([]);
  expect(written.findings.map(describeFinding)).toEqual([
    'data/zhuzhou/2023Q1/workbook.csv 第 2 行 value“1,466.00”（攸县 居民医保 期末累计结余 2023年一季度，zhuzhou-2023Q1-workbook 居民累计结余分析表!B5）：与 data/zhuzhou/2023Q1/hand.csv#L2 重复（同一统筹区、险种、指标、分项、期间）',
  ]);
  expect(contents(folder)).toEqual(before);
});

test('What the import before wrote is no obstacle to the next', async () => {
  const folder = root();
  await write(folder);
  expect(checkStored({ root: folder, place: PLACE, reference: REFERENCE }, '2023Q1', [...TABLE, ...TOTAL])).toEqual([]);
});

const anew = (value: string): IntakeFigure[] =>
  tableOf({ columns: ['cumulativeBalance@2022'], rows: [['攸县', value]], top: 12 });

test('A restated figure is stored with its reason beside the row that stays', async () => {
  const folder = root();
  const { restated } = restatementsIn(anew('120.00'), storedBefore(folder, '2023Q1'));
  const dated = restated.map((one) => ({ ...one, reason: '=决算调整', date: '2023-04-13' }));
  expect((await write(folder, { restated: dated })).restated).toBe(1);
  const fund = openFund('', '2023Q1', folder);
  expect(fund.restatements).toMatchObject([
    { restates: 'data/zhuzhou/2022/x.csv#L2', printed: '120.00', reason: '=决算调整', date: '2023-04-13' },
  ]);
  expect((fund.previousFacts.objects() as Fact[])[0]?.quantity).toBe(120_000_000);
  expect(readFileSync(path.join(folder, 'data/zhuzhou/2022/x.csv'), 'utf8')).toBe(lines(FIGURES, YEAR));
});

test('A restatement follows its row when the earlier period is imported again', async () => {
  const folder = root();
  await write(folder);
  const later = tableOf({ period: '2023Q2', columns: ['cumulativeBalance@2023Q1'], rows: [['茶陵', '5.00']], top: 12 });
  const own = tableOf({ period: '2023Q2', columns: ['cumulativeBalance'], rows: [['茶陵', '7.00']] });
  const { restated } = restatementsIn(later, storedBefore(folder, '2023Q2'));
  const dated = restated.map((one) => ({ ...one, reason: '调整', date: '2023-07-13' }));
  expect((await write(folder, { period: '2023Q2', figures: own, restated: dated })).findings).toEqual([]);
  expect(openFund('', '2023Q2', folder).restatements[0]?.restates).toBe(`${FOLDER}/workbook.csv#L4`);

  writeFileSync(path.join(folder, 'book.xlsx'), 'new bytes');
  await write(folder, { figures: TABLE.filter(({ indicator }) => indicator === 'cumulativeBalance') });
  const fund = openFund('', '2023Q2', folder);
  expect(fund.restatements[0]?.restates).toBe(`${FOLDER}/workbook.csv#L3`);
  expect(fund.findings).toEqual([]);

  const lost = await write(folder, { figures: TABLE.slice(0, 1) });
  expect(lost.findings.map(describeFinding)).toEqual([
    `data/zhuzhou/2023Q2/restatements.csv 第 2 行 restates“${FOLDER}/workbook.csv#L3”：这里重述的数，新的工作簿里没有了`,
  ]);
});

test('Accepted doubts are kept as they were said', async () => {
  const folder = root();
  const doubt = {
    rule: 'identity',
    sheet: '表',
    cell: 'B9',
    value: '-1.00',
    message: '合计应等于各项之和，差“1.00”',
    reason: '-已向县里核实',
    date: '2023-04-13',
  };
  await write(folder, { accepted: [doubt] });
  expect(openFund('', '2023Q1', folder).accepted).toEqual([doubt]);
  await write(folder);
  expect(existsSync(path.join(folder, FOLDER, 'accepted.csv'))).toBe(false);
});

test('A new place comes into the reference with its regions, and nothing else of it changes', async () => {
  const folder = root();
  const region = { aliases: [], members: [], note: '', kind: 'city' };
  const place = { code: 'somewhere', name: '某市', wholeRegion: 'whole', isDefault: false };
  const newPlace = {
    place,
    regions: [
      { ...region, code: 'whole', name: '合计区', aliases: ['全部'] },
      { ...region, code: '990101', name: '甲县', kind: 'county' },
    ],
  };
  const figures = TABLE.slice(0, 1).map((one) => ({ ...one, region: '990101', regionName: '甲县' }));
  const before = contents(folder);
  const written = await write(folder, { place, newPlace, figures });
  expect(written.findings).toEqual([]);
  const fund = openFund('somewhere', '', folder);
  expect(fund.regions.map(({ code, name, aliases }) => [code, name, aliases])).toEqual([
    ['whole', '合计区', ['全部']],
    ['990101', '甲县', []],
  ]);
  expect((fund.facts.objects() as Fact[]).map(({ regionName, printed }) => [regionName, printed])).toEqual([
    ['甲县', '1,466.00'],
  ]);
  const after = contents(folder);
  const changed = Object.keys(before).filter((file) => before[file] !== after[file]);
  expect(changed.sort()).toEqual(['data/reference/places.csv', 'data/reference/regions.csv']);
  expect(Buffer.from(after['data/reference/places.csv'] ?? '', 'base64').toString()).toBe(
    `${Buffer.from(before['data/reference/places.csv'] ?? '', 'base64')}somewhere,某市,whole,no,somewhere-2023Q1-workbook\n`,
  );
});

test('A workbook that changed since it was read is refused', async () => {
  const folder = root();
  const before = contents(folder);
  await expect(write(folder, { sha256: 'other' })).rejects.toThrow('book.xlsx 在导入期间改动过，请重新导入');
  expect(contents(folder)).toEqual(before);
});

test('Nothing is stored outside the lock', () => {
  const folder = root();
  const plan = { root: folder, place: PLACE, period: '2023Q1', workbook: path.join(folder, 'book.xlsx') };
  expect(() => writePeriod({ ...plan, figures: TABLE, restated: [], accepted: [] })).toThrow(
    'writePeriod must run within withDataLock',
  );
});
