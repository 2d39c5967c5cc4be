import { expect, test } from 'vitest';
import { captured } from '../../../src/cli/watch/watch-work.js';

test('Lines are kept apart by where they go, and printing goes on as before afterwards', async () => {
  const { log, error } = console;
  const run = await captured(async () => {
    console.log('a\nb');
    await Promise.resolve();
    console.error('');
    console.error('c');
    return 7;
  });
  expect(run).toEqual({ result: 7, output: ['a', 'b'], errors: ['', 'c'] });
  expect([console.log, console.error]).toEqual([log, error]);
});

test('Work that fails leaves printing as it was', async () => {
  const { log, error } = console;
  await expect(
    captured(async () => {
      throw new RangeError('no');
    }),
  ).rejects.toThrow('no');
  expect([console.log, console.error]).toEqual([log, error]);
});
