import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellAddress } from '../../src/intake/workbook/cell-address.js';
import { compoundFileOf, END_OF_CHAIN, SECTORS } from '../fixtures/compound-file.js';
import { sheetData, xlsxParts } from '../fixtures/xlsx.js';
import { type ZipPart, zipOf } from '../fixtures/zip.js';

const MEBIBYTE = 2 ** 20;
const READER = new URL('../../dist/intake/workbook/read-workbook.js', import.meta.url).href;
const SCRIPT = `
const { readWorkbook } = await import(process.argv[1]);
const before = process.cpuUsage();
const start = performance.now();
const says = await readWorkbook(process.argv[2]).then(
  ({ sheets }) => String(sheets.flatMap(({ cells }) => cells).length),
  (error) => error.name + ' ' + error.message,
);
const milliseconds = performance.now() - start;
const { user, system } = process.cpuUsage(before);
const busyMilliseconds = (user + system) / 1000;
console.log(JSON.stringify({ says, milliseconds, busyMilliseconds, mebibytes: process.resourceUsage().maxRSS / 1024 }));
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Reading {
  /** Number of cells, or the error. */
  says: string;
  milliseconds: number;
  /** Of all its processors, whatever else runs on the machine. */
  busyMilliseconds: number;
  /** Most memory of the whole process. */
  mebibytes: number;
}

const run = promisify(execFile);

/** Reads a workbook in a process of its own, so that its memory can be measured. */
async function readApart(name: string, content: Uint8Array | string): Promise<Reading> {
  const file = path.join(mkdtempSync(path.join(folder, 'apart-')), name);
  writeFileSync(file, content);
  const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', SCRIPT, READER, file]);
  rmSync(file);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Reading;
}

/** Does the work for each, two at a time: there is hardly a machine with fewer cores, and a reading keeps one busy. */
async function twoAtATime<Entry>(entries: readonly Entry[], work: (entry: Entry) => Promise<void>): Promise<void> {
  const left = [...entries];
  const worker = async (): Promise<void> => {
    for (let entry = left.shift(); entry !== undefined; entry = left.shift()) await work(entry);
  };
  await Promise.all([worker(), worker()]);
}

/** Refused in Chinese within the bounds; the second over 5 is for ending the thread on a busy machine. */
function expectRefused(reading: Reading, reason: string | RegExp): void {
  expect(reading.says).toMatch(reason);
  expect(reading.says).toMatch(/^InputError /);
  expect(reading.milliseconds).toBeLessThan(6_000);
  expect(reading.mebibytes).toBeLessThan(600);
}

const repeated = (unit: string, bytes: number): string => unit.repeat(Math.floor(bytes / unit.length));
const packageOf = (inner: string, sheet: Partial<ZipPart> = {}): Buffer =>
  zipOf(
    xlsxParts({ sheets: { 表: inner } }).map((part) =>
      part.name.startsWith('xl/worksheets/') ? { ...part, ...sheet } : part,
    ),
  );

function figuresOf(rows: number, columns: number, sheets: number, bookType: 'xlsx' | 'biff8'): Uint8Array {
  const book = utils.book_new();
  for (let number = 1; number <= sheets; number += 1) {
    const figures = Array.from({ length: rows }, (_, row) => [
      `地区${row}`,
      ...Array.from({ length: columns - 1 }, (_, column) => ({ t: 'n', v: row * column + 0.5, z: '#,##0.00' })),
    ]);
    utils.book_append_sheet(book, utils.aoa_to_sheet(figures), `表${number}`);
  }
  return write(book, { type: 'buffer', bookType, compression: true });
}

test.each(['xlsx', 'biff8'] as const)(
  'A whole province with its counties is read in less than 2 seconds (%s)',
  async (type) => {
    const reading = await readApart(`全省.${type}`, figuresOf(244, 20, 8, type));
    expect(reading.says).toBe(String(244 * 20 * 8));
    expect(reading.busyMilliseconds).toBeLessThan(2_000);
  },
);

test('Ten million cells are refused before they are unpacked', async () => {
  const row = `<row>${'<c><v>1</v></c>'.repeat(10_000)}</row>`;
  expectRefused(await readApart('a.xlsx', packageOf(`<sheetData>${row.repeat(1_000)}</sheetData>`)), '超过上限 64 MB');
});

test('Two and a half million cells in a part of allowed size are refused at the limit of cells', async () => {
  const row = `<row>${'<c><v>1</v></c>'.repeat(10_000)}</row>`;
  const sheet = `<sheetData>${row.repeat(250)}</sheetData>`;
  expectRefused(await readApart('b.xlsx', packageOf(sheet, { method: 0 })), '多于 200,000 个');
});

test('Two million cells that are only formatted are passed over', async () => {
  const columns = Array.from({ length: 500 }, (_, column) => cellAddress(1, column + 1).slice(0, -1));
  const rows = Array.from({ length: 4_000 }, (_, row) => columns.map((name) => `<c r="${name}${row + 1}" s="1"/>`));
  const sheet = `${sheetData(...rows.map((cells) => cells.join('')), '<c r="B4001"><v>5</v></c>')}`;
  const reading = await readApart('c.xlsx', packageOf(sheet, { method: 0 }));
  expect(reading.says).toBe('1');
  expect(reading.mebibytes).toBeLessThan(600);
});

test('One long text shared by many cells does not multiply', async () => {
  const text = '攸'.repeat(30_000);
  const cells = '<c t="s"><v>0</v></c>'.repeat(10_000);
  const parts = xlsxParts({ sheets: { 表: sheetData(cells) }, strings: `<si><t>${text}</t></si>` });
  expectRefused(await readApart('d.xlsx', zipOf(parts)), '全部文字长于 16,000,000 个字');
});

test('Endless attributes, quotes, comments and openings in a sheet are refused in time', async () => {
  const units = ['<row/>', '<a b="', '<!---->', '&amp;', '<c r="A1"><f t="shared" si="0"/></c>'];
  await twoAtATime(units, async (unit) => {
    const sheet = `<sheetData>${repeated(unit, 40 * MEBIBYTE)}</sheetData>`;
    expectRefused(await readApart('e.xlsx', packageOf(sheet, { method: 0 })), /./);
  });
});

test('Texts of nothing but separators or one endless line are refused in time', async () => {
  await twoAtATime([',', '\t\n', '1,\n', '""'], async (unit) => {
    expectRefused(await readApart('f.csv', repeated(unit, 19 * MEBIBYTE)), /./);
  });
});

test('Chains of sectors that cross each other or run in a circle are ended by their memory', async () => {
  const crossing = (sector: number): number =>
    sector < SECTORS / 2 ? SECTORS / 2 : sector === SECTORS - 1 ? END_OF_CHAIN : sector + 1;
  expectRefused(await readApart('g.xls', compoundFileOf(crossing)), /./);
  const circle = (sector: number): number => (sector === SECTORS - 1 ? 200 : sector + 1);
  expectRefused(await readApart('h.xls', compoundFileOf(circle)), /./);
  expectRefused(
    await readApart(
      'i.xls',
      compoundFileOf((sector) => sector),
    ),
    /./,
  );
});

test('A binary workbook with changed bytes is read or refused, and the process goes on', async () => {
  const sound = figuresOf(10, 5, 1, 'biff8');
  let seed = 1;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed % below;
  };
  const mutants = Array.from({ length: 25 }, () => {
    const bytes = Buffer.from(sound);
    for (let change = 0; change < 20; change += 1) bytes[8 + random(bytes.length - 8)] = random(256);
    return bytes;
  });
  await twoAtATime(mutants, async (bytes) => {
    const reading = await readApart('j.xls', bytes);
    expect(reading.says).toMatch(/^(\d+|InputError .*)$/s);
    expect(reading.milliseconds).toBeLessThan(6_000);
    expect(reading.mebibytes).toBeLessThan(600);
  });
});
