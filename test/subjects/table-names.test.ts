import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../fixtures/workspace.js';

test('Every table of every subject has a name of its own that can be a file name', () => {
  const folder = path.join(REPOSITORY, 'src/subjects');
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => /-tables?\.ts$/.test(file));
  const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8'));
  // `${options.scheme}` stands for a code such as employee; a name that is chosen by the caller or between two is not literal.
  const names = texts.flatMap((text) =>
    [...text.matchAll(/^ +name: ['`]([^'`]*)['`],$/gm)].map(([, name = '']) => name),
  );
  expect(names.length).toBeGreaterThan(25);
  expect(new Set(names).size).toBe(names.length);
  const parts = names.map((name) => name.replace(/\$\{[^}]*\}/g, 'scheme'));
  expect(parts.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([]);
});
