// Times `fundwatch import` of a synthetic province's quarter (122 made-up counties, both schemes, every sheet of the form)
// against the limits of 3 s and 400 MB, and the bare reading of the same workbook by SheetJS, by exceljs and by ourselves.
// Everything runs in processes of its own on a throwaway workspace. Memory needs Linux.
// Usage: npm run bench:import [-- rounds]. Needs the compiled product (npm run build).
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PERIOD, provinceWorkspace } from './province-workspace.mjs';
import { PLACE } from './synthetic-province.mjs';

const SELF = fileURLToPath(import.meta.url);
const LIMIT = { seconds: 3, megabytes: 400 };

/** What a process of its own does with a workbook; answers how many cells or figures it found. */
const WORK = {
  import: async (file) => {
    const { bringIn } = await import('../dist/cli/import/bring-in.js');
    const { examination, stops, written } = await bringIn({ file, place: '', period: '', accept: '', restate: '' });
    if (written !== null) return { figures: written.facts + written.published };
    const findings = examination.findings.filter(({ severity }) => severity !== 'note').slice(0, 5);
    throw new Error([...stops, ...findings.map((finding) => JSON.stringify(finding))].join('\n'));
  },
  ours: async (file) => {
    const { readWorkbook } = await import('../dist/intake/workbook/read-workbook.js');
    return { cells: (await readWorkbook(file)).sheets.reduce((sum, { cells }) => sum + cells.length, 0) };
  },
  sheetjs: async (file) => {
    const { default: xlsx } = await import('@e965/xlsx');
    const { Sheets } = xlsx.read(readFileSync(file));
    const isFilled = ([name, { v }]) => !name.startsWith('!') && v !== undefined && v !== '';
    return {
      cells: Object.values(Sheets).reduce((sum, sheet) => sum + Object.entries(sheet).filter(isFilled).length, 0),
    };
  },
  exceljs: async (file) => {
    const { default: exceljs } = await import('exceljs');
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(file);
    let cells = 0;
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (cell.value !== null && cell.master === cell) cells += 1;
        });
      }),
    );
    return { cells };
  },
};

if (process.argv[2] in WORK) {
  const found = await WORK[process.argv[2]](process.argv[3]);
  // From the start of the process: loading the program is part of what an analyst waits for.
  process.send({ ...found, seconds: performance.now() / 1000, peak: peakMemory() }, () => process.exit());
} else await compare(Number(process.argv[2] ?? 3));

/** Peak memory of this process in MB, its threads with it. */
function peakMemory() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

function inProcess(what, file, root) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SELF, what, file], {
      env: { ...process.env, FUNDWATCH_ROOT: root },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let answer;
    child.on('message', (message) => {
      answer = message;
    });
    child.on('close', (code) => (answer ? resolve(answer) : reject(new Error(`${what} ended with ${code}`))));
  });
}

async function compare(rounds) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'fundwatch-bench-'));
  try {
    const file = await provinceWorkspace(root, (earlier) => inProcess('import', earlier, root));
    const results = Object.fromEntries(Object.keys(WORK).map((what) => [what, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const what of Object.keys(WORK)) {
        rmSync(path.join(root, 'data', PLACE.code, PERIOD), { recursive: true, force: true });
        results[what].push(await inProcess(what, file, root));
      }
    }
    print(results, statSync(file).size, rounds);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function print(results, bytes, rounds) {
  const median = (what, key) =>
    results[what].map((result) => result[key]).sort((a, b) => a - b)[Math.floor(rounds / 2)];
  const [cells, figures] = [median('ours', 'cells'), median('import', 'figures')];
  const cpu = os.cpus()[0]?.model ?? '';
  console.log(`${cpu}, ${os.availableParallelism()} cores, Node ${process.versions.node}, median of ${rounds} rounds`);
  console.log(`synthetic workbook: ${cells} filled cells, ${figures} figures to store, ${Math.round(bytes / 1024)} KB`);
  const rate = (number, seconds) => Math.round(number / seconds);
  for (const [what, name] of [
    ['import', 'fundwatch import, everything'],
    ['ours', 'reading alone, ours'],
    ['sheetjs', 'reading alone, SheetJS'],
    ['exceljs', 'reading alone, exceljs'],
  ]) {
    const seconds = median(what, 'seconds');
    const speed = `${rate(cells, seconds)} cells/s${what === 'import' ? `, ${rate(figures, seconds)} figures/s` : ''}`;
    const ratio = `×${(seconds / median('sheetjs', 'seconds')).toFixed(2)} of SheetJS`;
    console.log(`${name}: ${seconds.toFixed(2)} s, ${Math.round(median(what, 'peak'))} MB, ${speed}, ${ratio}`);
  }
  const [seconds, peak] = [median('import', 'seconds'), median('import', 'peak')];
  const isMet = seconds < LIMIT.seconds && peak < LIMIT.megabytes;
  console.log(`limits of ${LIMIT.seconds} s and ${LIMIT.megabytes} MB: ${isMet ? 'met' : 'not met'}`);
  process.exitCode = isMet ? 0 : 1;
}
