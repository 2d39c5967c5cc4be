import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describeFinding } from '../facts/finding.js';
import { type Fund, openFund } from '../facts/fund.js';
import { announceRunFund, forgetRunFund, keepRunFund } from '../facts/run-fund.js';
import { type KernelPool, startKernels } from '../notebook/run/kernel-pool.js';
import { runNotebooks } from '../notebook/run/run-notebooks.js';
import type { RunRecord } from '../notebook/run-record.js';
import { type ChartExporter, openExporter } from '../publish/pictures/export-charts.js';
import type { Chart } from '../show/charts/chart.js';
import { chooseRule, isValid, type Rule, readRules } from '../subjects/months/rule.js';
import type { CommandOptions } from './command-options.js';
import { openBrief } from './rerun/brief.js';
import { Collected } from './rerun/collected.js';
import { openFundPages } from './rerun/fund-pages.js';
import { readNotebooks } from './rerun/notebook-files.js';
import { keepDoubts } from './rerun/notebook-fund.js';
import { OutputFolder } from './rerun/output-folder.js';
import { writePlacesIndex } from './rerun/places-index.js';
import { Progress } from './rerun/progress.js';
import { type RunFacts, recordRun } from './rerun/run-record.js';
import { openTrends } from './rerun/trends.js';
import { writeOutput } from './rerun/write-output.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const INTERRUPTED = 130;

/**
 * Reruns one period: checks the facts, runs the notebooks that they allow, exports every chart and table, and puts the
 * whole into `output/<place>/<period>/`. Resolves to the exit code: 1 when findings or a notebook stopped it, 130 when
 * it was interrupted; the last good output then stands as it was.
 */
export async function rerun(options: CommandOptions): Promise<number> {
  const startedAt = new Date();
  const fund = openFund(options.place, options.period);
  const rule = ruleFor(fund, options.rule);
  if (stopsForErrors(fund, options)) return 1;

  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  for (const signal of SIGNALS) process.on(signal, interrupt);
  const folder = new OutputFolder(fund.root, fund.place.code, folderName(fund, options.rule));
  announceRunFund(folder.scratch('fund'));
  // A notebook need not know of rules unless somebody asks for another one.
  const asked: Record<string, string> = options.rule === '' ? {} : { rule: options.rule };
  const parameters = { place: fund.place.code, period: fund.period, ...asked };
  const run = new Rerun({ fund, rule, startedAt, parameters }, stop.signal);
  try {
    const record = await run.all(folder);
    stop.signal.throwIfAborted();
    tellTroubles(record, run.problems);
    const code = conclude(record, folder, options);
    await writePlacesIndex(fund.root);
    return code;
  } catch (error) {
    folder.discard();
    if (!stop.signal.aborted) throw error;
    console.error('已中断，上一次的结果没有改动。');
    return INTERRUPTED;
  } finally {
    forgetRunFund();
    await run.close();
    for (const signal of SIGNALS) process.off(signal, interrupt);
  }
}

/** The rule asked for, or the first valid one; null for a period in which none is, which is rerun without grades. */
function ruleFor(fund: Fund, asked: string): Rule | null {
  const rules = readRules(fund.root, fund.place.code);
  const none = asked === '' && !rules.some((rule) => isValid(rule, fund.period));
  return none ? null : chooseRule(rules, fund.period, asked);
}

/** Results of another rule than the period's own stand beside those, not over them. */
function folderName(fund: Fund, asked: string): string {
  return asked === '' || asked === ruleFor(fund, '')?.code ? fund.period : `${fund.period}.${asked}`;
}

/** What is to be run. */
interface Order extends Pick<RunFacts, 'fund' | 'rule' | 'startedAt'> {
  /** For the notebooks. */
  parameters: Record<string, string>;
}

/** One run: its kernels and its browser, started together and closed together. */
class Rerun {
  readonly #order: Order;
  readonly #signal: AbortSignal;
  #kernels: KernelPool | undefined;
  #exporter: Promise<ChartExporter> | undefined;
  problems: string[] = [];

  constructor(order: Order, signal: AbortSignal) {
    this.#order = order;
    this.#signal = signal;
  }

  async all(folder: OutputFolder): Promise<RunRecord> {
    const signal = this.#signal;
    const { parameters, ...order } = this.#order;
    const { fund } = order;
    const notebooks = readNotebooks(fund);
    const runnable = notebooks.filter((notebook) => notebook.skipReason === '');
    this.#kernels = startKernels(Math.min(availableParallelism(), runnable.length), { signal });
    const exporter = openExporter({ signal });
    exporter.catch(() => {});
    this.#exporter = exporter;
    const draw = async (chart: Chart) => (await exporter).export(chart);
    const collected = new Collected(draw);
    keepRunFund(fund, folder.scratch('fund'));
    const progress = new Progress(runnable.map((notebook) => notebook.name));
    const running = runNotebooks(runnable, {
      kernels: this.#kernels,
      signal,
      parameters,
      onOutput: (notebook, output) => collected.take(notebook, output),
      onProgress: (event) => progress.update(event),
    }).finally(() => progress.clear());
    running.catch(() => {});
    // What needs no notebook is made while they run.
    const trends = openTrends(fund, order.rule, draw);
    keepDoubts(trends, folder.scratch('fund'));
    await setImmediate();
    const brief = openBrief(fund, order.rule);
    await setImmediate();
    const fundPages = await openFundPages(fund);
    const done = await running;
    const runs = new Map(runnable.map(({ name }, index) => [name, done[index]] as const).filter(isRun));
    this.problems = [...collected.problems];
    const browser = await (await exporter).browserVersion();
    const otherFiles = trends.place.funds.flatMap(({ files }) => files);
    const record = recordRun({ ...order, notebooks, runs, otherFiles, problems: this.problems, browser, brief });
    for (const { chart, picture } of [...collected.charts, ...trends.pictures]) {
      const { missing } = await picture;
      if (missing.length > 0)
        console.error(`图“${chart.title}”：内置字体没有这些字，换一台机器可能显示不同：${missing.join('')}`);
    }
    return writeOutput({ fund, notebooks, runs, collected, brief, fundPages, trends, record }, folder);
  }

  async close(): Promise<void> {
    await this.#kernels?.close();
    await this.#exporter?.then((exporter) => exporter.close()).catch(() => {});
  }
}

function isRun<Name, Run>(entry: readonly [Name, Run | undefined]): entry is readonly [Name, Run] {
  return entry[1] !== undefined;
}

function stopsForErrors(fund: Fund, { json }: Pick<CommandOptions, 'json'>): boolean {
  const errors = fund.findings.filter((finding) => finding.severity === 'error');
  for (const finding of errors) console.error(describeFinding(finding));
  if (errors.length === 0) return false;
  console.error(
    `${fund.place.name} ${fund.period} 的数据有 ${errors.length} 处错误，没有重算；上一次的结果没有改动。请按上面各行改正后重来。`,
  );
  if (json) console.log(JSON.stringify({ status: 'stopped', findings: errors }));
  return true;
}

/** Says which notebooks were left out or failed, and what is wrong with the run as a whole. */
function tellTroubles(record: RunRecord, problems: readonly string[]): void {
  const skipped = record.notebooks.filter((notebook) => notebook.status === 'skipped');
  for (const { name, reason } of skipped) console.error(`跳过 ${name}：${reason}`);
  const failed = record.notebooks.filter((notebook) => notebook.status === 'failed');
  for (const { name, reason } of failed) console.error(`出错 ${name}：${reason}`);
  for (const problem of problems) console.error(problem);
}

/** Puts the folder in its place or aside, and says so. */
function conclude(record: RunRecord, folder: OutputFolder, { json }: Pick<CommandOptions, 'json'>): number {
  const succeeded = record.status === 'done';
  const result = succeeded ? folder.publish() : folder.keepFailed();
  const index = path.join(result, 'index.html');
  if (!succeeded) console.error(`没有完成，上一次的结果没有改动。这一次做到哪里见：${index}`);
  if (json) console.log(JSON.stringify({ index, ...record }));
  else if (succeeded) console.log(index);
  return succeeded ? 0 : 1;
}
