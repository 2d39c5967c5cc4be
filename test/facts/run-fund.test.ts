import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Fund, openFund } from '../../src/facts/fund.js';
import {
  announceRunFund,
  carriedWith,
  carryWithRunFund,
  forgetRunFund,
  keepRunFund,
  openFundOfRun,
} from '../../src/facts/run-fund.js';
import { PROJECT } from '../fixtures/workspace.js';

const TABLES = ['facts', 'published', 'previousFacts', 'previousPublished', 'earlierFacts'] as const;
const read = (fund: Fund) => ({
  ...fund,
  ...Object.fromEntries(
    TABLES.map((name) => [name, { columns: fund[name].columnNames(), rows: fund[name].objects() }]),
  ),
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'fundwatch-run-fund-'));
});
afterEach(() => {
  forgetRunFund();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['zhuzhou', '2022'],
  ['changning', '2023'],
])('The fund of a run is the fund, to the last figure: %s %s', (place, period) => {
  const fund = openFund(place, period, PROJECT);
  announceRunFund(path.join(folder, 'fund'));
  keepRunFund(fund, path.join(folder, 'fund'));
  const kept = openFundOfRun(place, period, PROJECT);
  expect(kept).not.toBe(fund);
  expect(read(kept)).toEqual(read(fund));
  expect(carriedWith(kept, 'doubts')).toBeUndefined();
  carryWithRunFund(path.join(folder, 'fund'), 'doubts', new Map([['2022', new Map([['a', 1]])]]));
  expect(carriedWith(kept, 'doubts')).toEqual(new Map([['2022', new Map([['a', 1]])]]));
});

test('Another period, another workspace, and a process that no run has started read the data themselves', () => {
  const file = path.join(folder, 'fund');
  keepRunFund(openFund('zhuzhou', '2022', PROJECT), file);
  carryWithRunFund(file, 'doubts', 1);
  expect(carriedWith(openFundOfRun('zhuzhou', '2022', PROJECT), 'doubts')).toBeUndefined();
  announceRunFund(file);
  expect(carriedWith(openFundOfRun('zhuzhou', '2022', PROJECT), 'doubts')).toBe(1);
  expect(openFundOfRun('zhuzhou', '2021Q1', PROJECT).period).toBe('2021Q1');
  forgetRunFund();
  expect(carriedWith(openFundOfRun('zhuzhou', '2022', PROJECT), 'doubts')).toBeUndefined();
});
