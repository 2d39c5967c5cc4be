import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  commitStage,
  type DataChange,
  discardStage,
  leftovers,
  stageChanges,
  undoInterrupted,
} from '../../../src/intake/store/data-transaction.js';
import { temporaryFolder } from '../../fixtures/workspace.js';

const CHANGES: DataChange[] = [
  { file: 'data/city/now/x.csv', content: 'new' },
  { file: 'data/city/now/gone.csv', content: null },
  { file: 'data/city/next/source/y.csv', content: 'new' },
];

/** Data with a period that changes and one that does not. */
function root(): string {
  const folder = temporaryFolder();
  for (const [file, content] of Object.entries(BEFORE)) {
    mkdirSync(path.dirname(path.join(folder, 'data', file)), { recursive: true });
    writeFileSync(path.join(folder, 'data', file), content);
  }
  return folder;
}
const BEFORE = {
  'city/now/gone.csv': 'old',
  'city/now/kept.csv': 'old',
  'city/now/x.csv': 'old',
  'city/then/deep/z.csv': 'old',
};
const AFTER = {
  'city/next/source/y.csv': 'new',
  'city/now/kept.csv': 'old',
  'city/now/x.csv': 'new',
  'city/then/deep/z.csv': 'old',
};

/** Files and empty folders of the data. */
function contents(folder: string): Record<string, string> {
  const entries = readdirSync(path.join(folder, 'data'), { recursive: true, withFileTypes: true });
  const files = entries.filter(
    (entry) => entry.isFile() || readdirSync(path.join(entry.parentPath, entry.name)).length === 0,
  );
  return Object.fromEntries(
    files
      .map((entry): [string, string] => {
        const full = path.join(entry.parentPath, entry.name);
        return [path.relative(path.join(folder, 'data'), full), entry.isFile() ? readFileSync(full, 'utf8') : 'empty'];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const STEPS = ['kept', 'journal', ...CHANGES.map(({ file }) => file)];

test('Changes come all at once, files removed among them', () => {
  const folder = root();
  commitStage(stageChanges(folder, CHANGES), () => {});
  expect(contents(folder)).toEqual(AFTER);
});

test('The stage shows the data as they will be and leaves the data as they are', () => {
  const folder = root();
  const stage = stageChanges(folder, CHANGES);
  // Linked folders are not walked into, so that they are read by name.
  expect(readFileSync(path.join(stage.folder, 'data/city/then/deep/z.csv'), 'utf8')).toBe('old');
  const { 'city/then/deep/z.csv': _, ...rest } = AFTER;
  expect(contents(stage.folder)).toMatchObject(rest);
  expect(contents(stage.folder)).not.toHaveProperty(['city/now/gone.csv']);
  discardStage(stage);
  expect(contents(folder)).toEqual(BEFORE);
});

test('A commit has a step for every file and around them', () => {
  const folder = root();
  const names: string[] = [];
  commitStage(stageChanges(folder, CHANGES), (name) => names.push(name));
  expect(names).toEqual([...STEPS, 'done']);
});

test.each(STEPS)('A failure at step %s leaves the data as they were', (failing) => {
  const folder = root();
  const stage = stageChanges(folder, CHANGES);
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  const commit = (): void =>
    commitStage(stage, (name) => {
      if (name === failing) throw full;
    });
  expect(commit).toThrow('无法写入 data/：磁盘已满。data/ 没有改动，处理后请重来');
  discardStage(stage);
  expect(contents(folder)).toEqual(BEFORE);
});

test('Putting back can itself be interrupted and repeated', () => {
  const folder = root();
  const stage = stageChanges(folder, CHANGES);
  const journal = path.join(stage.folder, 'journal.json');
  let text = '';
  const commit = (): void =>
    commitStage(stage, (name) => {
      text = name === 'journal' ? readFileSync(journal, 'utf8') : text;
      if (name === 'data/city/next/source/y.csv') throw new Error('power');
    });
  expect(commit).toThrow('power');
  // The journal as it was: the second time there is nothing left to do.
  writeFileSync(journal, text);
  expect(undoInterrupted(folder)).toBe(true);
  expect([contents(folder), leftovers(folder), undoInterrupted(folder)]).toEqual([BEFORE, [], false]);
});

test('A journal that cannot be read is not thrown away', () => {
  const folder = root();
  writeFileSync(path.join(stageChanges(folder, CHANGES).folder, 'journal.json'), '{');
  expect(() => undoInterrupted(folder)).toThrow(/journal\.json 无法读取：上一次导入没有完成/);
  expect(leftovers(folder)).toHaveLength(1);
});
