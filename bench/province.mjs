// Times the rerun of a synthetic province (122 made-up counties, both schemes, two quarters) and the opening and printing of
// its first page in the product's own browser, beside the rerun and the page of Zhuzhou's 2022 (12 pools) in the same run.
// Ends with 1 when a limit is not met. Everything happens in a throwaway workspace.
// Usage: npm run bench:province [-- rounds]. Needs the compiled product (npm run build).
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PERIOD, provinceWorkspace } from './province-workspace.mjs';
import { PLACE } from './synthetic-province.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const LIMIT = { rerun: 10, opening: 2, printing: 30, megabytes: 2 };
const CASES = [
  { name: '122 counties', place: PLACE.code, period: PERIOD },
  { name: 'Zhuzhou 2022', place: 'zhuzhou', period: '2022' },
];

const rounds = Number(process.argv[2] ?? 3);
const root = mkdtempSync(path.join(os.tmpdir(), 'fundwatch-bench-'));
try {
  cpSync(path.join(ROOT, 'data/zhuzhou'), path.join(root, 'data/zhuzhou'), { recursive: true });
  cpSync(path.join(ROOT, 'notebooks'), path.join(root, 'notebooks'), { recursive: true });
  fundwatch('import', await provinceWorkspace(root, async (earlier) => fundwatch('import', earlier)));
  const found = CASES.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { place, period }] of CASES.entries()) {
      const seconds = fundwatch('rerun', '--place', place, '--period', period);
      found[index].push({ rerun: seconds, ...(await opened(path.join(root, 'output', place, period, 'index.html'))) });
    }
  }
  print(found);
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** Seconds that a command takes; throws when it fails. */
function fundwatch(...args) {
  const start = performance.now();
  const environment = { ...process.env, FUNDWATCH_ROOT: root };
  const run = spawnSync(process.execPath, [path.join(ROOT, 'bin/fundwatch.js'), ...args], { env: environment });
  if (run.status !== 0) throw new Error(`fundwatch ${args.join(' ')} ended with ${run.status}:\n${run.stderr}`);
  return (performance.now() - start) / 1000;
}

/** Seconds until a page is drawn with its fonts, and until it is a PDF; its size in MB. */
async function opened(file) {
  const { launchBrowser } = await import('../dist/publish/pictures/browser.js');
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    const start = performance.now();
    await page.goto(pathToFileURL(file).href);
    await page.waitForFunction('document.readyState === "complete" && document.fonts.status === "loaded"');
    const drawn = performance.now();
    await page.pdf({ format: 'A4', timeout: 120_000 });
    const seconds = { opening: (drawn - start) / 1000, printing: (performance.now() - drawn) / 1000 };
    return { ...seconds, megabytes: statSync(file).size / 1e6 };
  } finally {
    await browser.close();
  }
}

function print(found) {
  const median = (runs, key) => runs.map((run) => run[key]).sort((a, b) => a - b)[Math.floor(runs.length / 2)];
  console.log(`${os.availableParallelism()} cores, Node ${process.versions.node}, median of ${rounds} rounds`);
  const [province, city] = found;
  for (const [key, limit] of Object.entries(LIMIT)) {
    const [ours, theirs] = [median(province, key), median(city, key)];
    const isMet = ours < limit;
    if (!isMet) process.exitCode = 1;
    const [unit, is] = [key === 'megabytes' ? 'MB' : 's', isMet ? 'met' : 'NOT MET'];
    const beside = CASES.map(({ name }, index) => `${name} ${[ours, theirs][index].toFixed(2)} ${unit}`).join(', ');
    console.log(`${key}: ${beside}, ratio ${(ours / theirs).toFixed(2)}; limit ${limit} ${unit}: ${is}`);
  }
}
