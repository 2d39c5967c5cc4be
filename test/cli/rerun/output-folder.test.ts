import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { OutputFolder } from '../../../src/cli/rerun/output-folder.js';
import { temporaryFolder } from '../../fixtures/workspace.js';

const CHART = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]);

/** A workspace whose last good output says `good`. */
function withGoodOutput(): { root: string; parent: string } {
  const root = temporaryFolder();
  const first = new OutputFolder(root, 'zhuzhou', '2022');
  first.write('index.html', 'good');
  first.write('charts/x.png', CHART);
  first.publish();
  return { root, parent: path.join(root, 'output/zhuzhou') };
}

function expectGoodOutput(parent: string): void {
  expect(readdirSync(path.join(parent, '2022')).sort()).toEqual(['charts', 'index.html']);
  expect(readFileSync(path.join(parent, '2022/index.html'), 'utf8')).toBe('good');
  expect(new Uint8Array(readFileSync(path.join(parent, '2022/charts/x.png')))).toEqual(CHART);
}

/** The number of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

/** What a run of another process has left or is writing beside the output. */
function leave(parent: string, name: string, text: string): void {
  mkdirSync(path.join(parent, name), { recursive: true });
  writeFileSync(path.join(parent, name, 'index.html'), text);
}

test('A run takes the place of the last one whole, and leaves nothing beside it', () => {
  const { root, parent } = withGoodOutput();
  const folder = new OutputFolder(root, 'zhuzhou', '2022');
  folder.write('index.html', '新');
  expect(folder.files).toEqual([{ file: 'index.html', bytes: 3 }]);
  expectGoodOutput(parent);
  expect(folder.publish()).toBe(path.join(parent, '2022'));
  expect(readdirSync(parent)).toEqual(['2022']);
  expect(readdirSync(path.join(parent, '2022'))).toEqual(['index.html']);
});

test('A failed run is kept beside the last good output, until a run succeeds', () => {
  const { root, parent } = withGoodOutput();
  for (const text of ['failed once', 'failed twice']) {
    const folder = new OutputFolder(root, 'zhuzhou', '2022');
    folder.write('index.html', text);
    expect(folder.keepFailed()).toBe(path.join(parent, '2022.failed'));
    expectGoodOutput(parent);
  }
  expect(readdirSync(parent).sort()).toEqual(['2022', '2022.failed']);
  expect(readFileSync(path.join(parent, '2022.failed/index.html'), 'utf8')).toBe('failed twice');
  new OutputFolder(root, 'zhuzhou', '2022').publish();
  expect(readdirSync(parent)).toEqual(['2022']);
});

test('An interrupted run leaves no folder, and the last good output as it was', () => {
  const { root, parent } = withGoodOutput();
  const folder = new OutputFolder(root, 'zhuzhou', '2022');
  folder.write('notebooks/a.html', 'half');
  folder.discard();
  folder.discard();
  expect(readdirSync(parent)).toEqual(['2022']);
  expectGoodOutput(parent);
});

test('An output that cannot be put in place leaves the last good one there', () => {
  const { root, parent } = withGoodOutput();
  const folder = new OutputFolder(root, 'zhuzhou', '2022');
  const making = readdirSync(parent).find((name) => name.endsWith('.making')) ?? '';
  rmSync(path.join(parent, making), { recursive: true });
  expect(() => folder.publish()).toThrow(/ENOENT/);
  expect(readdirSync(parent)).toEqual(['2022']);
  expectGoodOutput(parent);
});

test('What a killed run left is swept by the next', () => {
  const { root, parent } = withGoodOutput();
  const pid = endedProcess();
  leave(parent, `.2022.${pid}.making`, 'half');
  leave(parent, `.2022.${pid}.making.old`, 'older');
  new OutputFolder(root, 'zhuzhou', '2022').discard();
  expect(readdirSync(parent)).toEqual(['2022']);
  expectGoodOutput(parent);
});

test('A good output whose replacement was cut short is put back', () => {
  const { root, parent } = withGoodOutput();
  const pid = endedProcess();
  leave(parent, `.2022.${pid}.making`, 'half');
  rmSync(path.join(parent, '2022'), { recursive: true });
  leave(parent, `.2022.${pid}.making.old`, 'good');
  new OutputFolder(root, 'zhuzhou', '2022').discard();
  expect(readdirSync(parent)).toEqual(['2022']);
  expect(readFileSync(path.join(parent, '2022/index.html'), 'utf8')).toBe('good');
});

test('A run that goes on at the same time is not swept, nor mixed with', () => {
  const { root, parent } = withGoodOutput();
  const other = `.2022.${process.ppid}.making`;
  leave(parent, other, 'theirs');
  const folder = new OutputFolder(root, 'zhuzhou', '2022');
  folder.write('index.html', 'ours');
  folder.publish();
  expect(readFileSync(path.join(parent, '2022/index.html'), 'utf8')).toBe('ours');
  expect(readFileSync(path.join(parent, other, 'index.html'), 'utf8')).toBe('theirs');
  expect(readdirSync(parent).sort()).toEqual([other, '2022']);
});

test('Periods do not touch each other, even where one name begins the other', () => {
  const { root, parent } = withGoodOutput();
  leave(parent, `.2022Q1.${endedProcess()}.making`, 'another period');
  const folder = new OutputFolder(root, 'zhuzhou', '2022');
  folder.write('index.html', 'ours');
  folder.publish();
  expect(readdirSync(parent)).toHaveLength(2);
  expect(existsSync(path.join(parent, '2022Q1'))).toBe(false);
});
