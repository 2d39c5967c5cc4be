// Times the rerun of one period against `jupyter nbconvert --execute` of the same notebooks one after another, in the
// same run, and prints the ratio. Needs Jupyter: on the PATH, or named by the variable JUPYTER.
// Usage: npm run bench:rerun [-- rounds]
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const jupyter = process.env.JUPYTER ?? 'jupyter';
const rounds = Number(process.argv[2] ?? 3);
const scratch = mkdtempSync(path.join(os.tmpdir(), 'fundwatch-bench-'));
const environment = { ...process.env, JUPYTER_DATA_DIR: path.join(scratch, 'jupyter') };

/** Runs a command; wall seconds, and the peak memory in MB of the largest of its processes (Linux only). */
async function timed(command, args) {
  const start = performance.now();
  const child = spawn(command, args, { cwd: root, env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.on('data', (chunk) => {
    log = (log + chunk).slice(-4000);
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, ...descendants(child.pid).map(peakMemory));
  }, 100);
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${log}`);
  return { seconds: (performance.now() - start) / 1000, peak };
}

function descendants(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    return [pid, ...children.flatMap((child) => descendants(Number(child)))];
  } catch {
    return [];
  }
}

function peakMemory(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

if (spawnSync(jupyter, ['nbconvert', '--version']).status !== 0) {
  console.error('Jupyter with nbconvert was not found: put it on the PATH or name it by the variable JUPYTER.');
  process.exit(2);
}
try {
  await timed(process.execPath, ['bin/fundwatch.js', 'kernel']);
  // Once before timing: it says which notebooks the facts of the period allow; only those are compared.
  const { stdout } = spawnSync(process.execPath, ['bin/fundwatch.js', 'rerun', '--json'], {
    cwd: root,
    env: environment,
  });
  const notebooks = JSON.parse(String(stdout))
    .notebooks.filter(({ status }) => status === 'done')
    .map(({ name }) => `${name}.ipynb`);
  const ours = [];
  const theirs = [];
  let peak = 0;
  for (let round = 0; round < rounds; round += 1) {
    const rerun = await timed(process.execPath, ['bin/fundwatch.js', 'rerun']);
    ours.push(rerun.seconds);
    peak = Math.max(peak, rerun.peak);
    let sum = 0;
    for (const name of notebooks) {
      const one = ['nbconvert', '--to', 'notebook', '--execute', `notebooks/${name}`, '--output-dir', scratch];
      sum += (await timed(jupyter, one)).seconds;
    }
    theirs.push(sum);
    console.log(`round ${round + 1}: rerun ${rerun.seconds.toFixed(2)} s, nbconvert ${sum.toFixed(2)} s`);
  }
  console.log(
    `${os.availableParallelism()} cores, Node ${process.versions.node}, ${notebooks.length} notebooks, median of ${rounds}`,
  );
  console.log(`fundwatch rerun (notebooks, pictures, pages): ${median(ours).toFixed(2)} s`);
  console.log(`jupyter nbconvert --execute, one after another: ${median(theirs).toFixed(2)} s`);
  console.log(`ratio: ${(median(ours) / median(theirs)).toFixed(2)}`);
  console.log(`peak memory of the largest process of a rerun: ${Math.round(peak)} MB`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
