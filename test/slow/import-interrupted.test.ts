import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import type { Fact } from '../../src/facts/fact.js';
import { openFund } from '../../src/facts/fund.js';
import { recoverData } from '../../src/intake/store/data-lock.js';
import { leftovers } from '../../src/intake/store/data-transaction.js';
import type { PeriodPlan } from '../../src/intake/store/period-changes.js';
import { REFERENCE, tableOf } from '../fixtures/checked-figures.js';
import { REPOSITORY } from '../fixtures/workspace.js';
import { WorkspaceCopy } from './workspace-copy.js';

/** Synthetic: the balances of five pools at the end of a quarter, all of the same amount. */
const NAMES = ['攸县', '茶陵', '醴陵市', '炎陵县', '渌口区'];
const DOCUMENT = { title: '', issuer: '', date: '' };
const copies: WorkspaceCopy[] = [];
afterAll(() => {
  for (const copy of copies) copy.remove();
});

function workspace(): WorkspaceCopy {
  const copy = new WorkspaceCopy();
  copies.push(copy);
  return copy;
}

/** What to import: the workbook's bytes and its figures both say the amount. */
function planOf(copy: WorkspaceCopy, amount: string, name = 'book.xlsx'): PeriodPlan {
  const workbook = copy.file(name);
  writeFileSync(workbook, amount);
  const rows = NAMES.map((region) => [region, amount] as const);
  const place = REFERENCE.places.find(({ isDefault }) => isDefault);
  if (place === undefined) throw new TypeError('no default place');
  const figures = tableOf({ columns: ['cumulativeBalance'], rows });
  const region = { aliases: [], members: [], note: '', kind: 'city' };
  const wholeRegion = 'whole';
  // A place nobody has: the reference changes in the same import.
  const newPlace = {
    place: { code: 'synthetic', name: '某市', wholeRegion, isDefault: false },
    regions: [{ ...region, code: wholeRegion, name: '合计区' }],
  };
  const period = '2023Q2';
  return {
    root: copy.root,
    place,
    period,
    workbook,
    document: DOCUMENT,
    figures,
    restated: [],
    accepted: [],
    newPlace,
  };
}

/** A process of its own that imports, kills itself at a step, or imports the plans by turns. */
function start(plans: PeriodPlan | PeriodPlan[], { killAt = '', times = 1, hold = 0 } = {}): ChildProcess {
  const built = (name: string): string => path.join(REPOSITORY, 'dist/intake', `${name}.js`);
  const script = `
    import { withDataLock } from ${JSON.stringify(built('store/data-lock'))};
    import { writePeriod } from ${JSON.stringify(built('store/write-period'))};
    const plans = ${JSON.stringify([plans].flat())};
    const step = (name) => {
      console.log(name);
      if (name === ${JSON.stringify(killAt)}) process.kill(process.pid, 'SIGKILL');
    };
    let [done, refused] = [0, 0];
    for (let turn = 0; turn < ${times}; turn++) {
      const plan = plans[turn % plans.length];
      try {
        await withDataLock(plan.root, async () => {
          console.log('locked');
          writePeriod(plan, step);
          await new Promise((resolve) => setTimeout(resolve, ${hold}));
        });
        done += 1;
      } catch (error) {
        if (error.name !== 'InputError') throw error;
        refused += 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
    console.log('done ' + done + ' refused ' + refused);`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function ended(child: ChildProcess): Promise<{ code: number | null; stdout: string; stderr: string }> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}

const said = (child: ChildProcess, word: string): Promise<void> =>
  new Promise((resolve) => {
    child.stdout?.on('data', (chunk) => String(chunk).includes(word) && resolve());
    child.on('close', () => resolve());
  });

test('An import that is killed at any step leaves the data as they were or wholly new', async () => {
  const copy = workspace();
  await ended(start(planOf(copy, '100.00')));
  const before = copy.contents('data');
  const { stdout } = await ended(start(planOf(copy, '200.00')));
  const after = copy.contents('data');
  const steps = stdout.split('\n').filter((line) => line !== '' && !/^(locked|done .*)$/.test(line));
  // Facts, document, workbook, and the copies of the three from the import before.
  expect(steps.length).toBeGreaterThanOrEqual(9);

  const states: string[] = [];
  for (const step of steps) {
    rmSync(copy.file('data'), { recursive: true });
    for (const [file, content] of before) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, Buffer.from(content, 'base64'));
    }
    await ended(start(planOf(copy, '200.00'), { killAt: step }));
    // The next command puts right what it finds.
    await recoverData(copy.root, () => {});
    const now = copy.contents('data');
    const state = sameAs(now, before) ? 'before' : sameAs(now, after) ? 'after' : 'torn';
    if (leftovers(copy.root).length > 0) states.push('left over');
    states.push(state);
  }
  expect(states).toEqual(steps.map((step) => (step === 'done' ? 'after' : 'before')));
});

function sameAs(a: Map<string, string>, b: Map<string, string>): boolean {
  return a.size === b.size && [...a].every(([file, content]) => b.get(file) === content);
}

test('An import that is killed at any moment leaves the figures and the workbook of one import', async () => {
  const copy = workspace();
  await ended(start(planOf(copy, '100.00')));
  for (let turn = 1; turn <= 8; turn++) {
    const plans = ['.00', '.50'].map((cents) => planOf(copy, `${turn}${cents}`, `${turn}${cents}.xlsx`));
    const child = start(plans, { times: 200 });
    const end = ended(child);
    await said(child, 'locked');
    await sleep(turn * 10);
    child.kill('SIGKILL');
    expect((await end).stderr).not.toContain('Error');
    await recoverData(copy.root, () => {});
    expectOneImport(copy);
  }
});

test('Imports that run at once do not mix: one goes through, the others wait or are refused', async () => {
  const copy = workspace();
  const amounts = ['11.00', '22.00', '33.00'];
  const children = amounts.map((amount) => start(planOf(copy, amount, `${amount}.xlsx`), { times: 8 }));
  const results = await Promise.all(children.map(ended));
  const counts = results.map(({ stdout }) => /done (\d+) refused (\d+)/.exec(stdout)?.slice(1).map(Number) ?? []);
  expect(results.map(({ stderr }) => stderr)).toEqual(['', '', '']);
  expect(counts.map(([done = 0, refused = 0]) => done + refused)).toEqual([8, 8, 8]);
  expectOneImport(copy);
  expect(leftovers(copy.root)).toEqual([]);
});

/** All figures and the stored workbook say the same amount, and nothing is in error. */
function expectOneImport(copy: WorkspaceCopy): void {
  const fund = openFund('', '2023Q2', copy.root);
  expect(fund.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const amounts = (fund.facts.objects() as Fact[]).map(({ printed }) => printed);
  const stored = readFileSync(copy.file('data', fund.place.code, '2023Q2', 'source', 'workbook.xlsx'), 'utf8');
  expect(amounts).toEqual(NAMES.map(() => stored));
}

test('Ctrl-C while an import works ends it with 130 and leaves no lock', async () => {
  const copy = workspace();
  const child = start(planOf(copy, '100.00'), { hold: 60_000 });
  const end = ended(child);
  await said(child, 'done');
  child.kill('SIGINT');
  const { code, stderr } = await end;
  expect([code, stderr]).toEqual([130, '已中断。\n']);
  expect([...copy.contents('data').keys()].filter((file) => file.includes('.lock'))).toEqual([]);
  expectOneImport(copy);
});
