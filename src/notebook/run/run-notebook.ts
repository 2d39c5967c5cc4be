import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CellError } from '../kernel/kernel-errors.js';
import { codeOf, hasTag, type Notebook, type NotebookOutput } from '../output.js';
import type { KernelClient } from './client.js';
import {
  failureAfterCell,
  failureBefore,
  failureOfCell,
  failureOfKernel,
  failureOfTime,
  type NotebookFailure,
  type NumberedCell,
} from './failure.js';
import { KernelDied } from './kernel-process.js';
import { KERNELSPEC } from './kernelspec.js';
import { OutputCollector } from './outputs.js';
import { INJECTED_TAG, injectParameters, type Parameters } from './parameters.js';

const CELL_LIMIT_MS = 120_000;
/** A cell that was told to stop and does not is killed after so long, in milliseconds. */
const INTERRUPT_GRACE_MS = 1000;
/** Longest wait, after the last cell, for what is still under way, in milliseconds. */
const SETTLE_MS = 1000;

/** What one notebook is run with. */
export interface RunNotebookOptions {
  parameters?: Parameters;
  /** Longest time for one cell, in milliseconds. Default: two minutes. */
  cellLimitMs?: number;
  /** Every output as it arrives, text when it is complete; `cellIndex` counts all cells of the executed notebook from 0. */
  onOutput?: (output: NotebookOutput, cellIndex: number) => void;
  /** After every code cell: how many are done, of how many. */
  onCell?: (done: number, cells: number) => void;
}

/** How a notebook ended: it is whole, with all outputs up to the failure if there was one. */
export interface NotebookRun {
  notebook: Notebook;
  failure: NotebookFailure | null;
  durationMs: number;
}

/**
 * Runs a notebook from top to bottom in a kernel that is fresh, and stops at the first error. The notebook given is
 * not changed. The kernel is used up afterwards: close it. Failures of the notebook are returned, not thrown.
 */
export async function runNotebook(
  source: Notebook,
  kernel: KernelClient | Promise<KernelClient>,
  options: RunNotebookOptions = {},
): Promise<NotebookRun> {
  const start = performance.now();
  const ended = (notebook: Notebook, failure: NotebookFailure | null): NotebookRun => ({
    notebook,
    failure,
    durationMs: Math.round(performance.now() - start),
  });
  let notebook = withoutOutputs(source);
  try {
    notebook = injectParameters(notebook, options.parameters ?? {});
  } catch (reason) {
    return ended(notebook, failureBefore('parameters', reason));
  }
  try {
    const started = await kernel;
    notebook.metadata = { ...notebook.metadata, kernelspec: KERNELSPEC, language_info: started.languageInfo };
    return ended(notebook, await new Run(notebook, started, options).all());
  } catch (reason) {
    if (reason instanceof KernelDied) return ended(notebook, failureBefore('start', reason));
    throw reason;
  }
}

interface Step extends NumberedCell {
  collector: OutputCollector;
}

class Run {
  #kernel: KernelClient;
  #options: RunNotebookOptions;
  #steps: Step[];
  #late: NotebookFailure | null = null;

  constructor(notebook: Notebook, kernel: KernelClient, options: RunNotebookOptions) {
    this.#kernel = kernel;
    this.#options = options;
    const displays = new Map<string, NotebookOutput>();
    let number = 0;
    this.#steps = [...notebook.cells.entries()]
      .filter(([, cell]) => cell.cell_type === 'code')
      .map(([index, cell]) => {
        if (!hasTag(cell, INJECTED_TAG)) number += 1;
        const collector = new OutputCollector(displays, (output) => options.onOutput?.(output, index));
        cell.outputs = collector.outputs;
        return { cell, number, collector };
      });
  }

  async all(): Promise<NotebookFailure | null> {
    for (const [done, step] of this.#steps.entries()) {
      const failure = codeOf(step.cell).trim() === '' ? null : await this.#run(step);
      step.collector.finish();
      if (failure ?? this.#late) return failure ?? this.#late;
      this.#options.onCell?.(done + 1, this.#steps.length);
    }
    await this.#kernel.settle(SETTLE_MS).catch((died: KernelDied) => {
      const last = this.#steps.at(-1);
      if (last) this.#late ??= this.#shown(last, failureOfKernel(last, died));
    });
    return this.#late;
  }

  async #run(step: Step): Promise<NotebookFailure | null> {
    const { cell, collector } = step;
    const limitMs = this.#options.cellLimitMs ?? CELL_LIMIT_MS;
    const over = new AbortController();
    let replied = false;
    const limit = this.#stopAfter(limitMs, over.signal);
    try {
      const reply = await this.#kernel.execute(codeOf(cell), (message) => {
        collector.take(message);
        if (replied && message.header.msg_type === 'error') {
          this.#late ??= failureAfterCell(step, errorOf(message.content));
        }
      });
      replied = true;
      cell.execution_count = Number(reply.execution_count);
      if (limit.passed) return this.#shown(step, failureOfTime(step, limitMs));
      return reply.status === 'ok' ? null : failureOfCell(step, errorOf(reply));
    } catch (died) {
      if (!(died instanceof KernelDied)) throw died;
      const failure = limit.passed ? failureOfTime(step, limitMs) : failureOfKernel(step, died);
      return this.#shown(step, failure);
    } finally {
      over.abort();
    }
  }

  /** Interrupts the kernel after a time, and kills it if that does not help, unless the signal comes first. */
  #stopAfter(limitMs: number, signal: AbortSignal): { passed: boolean } {
    const limit = { passed: false };
    const stop = async () => {
      await sleep(limitMs, undefined, { signal });
      limit.passed = true;
      this.#kernel.interrupt();
      await sleep(INTERRUPT_GRACE_MS, undefined, { signal });
      this.#kernel.kill();
    };
    stop().catch(() => {});
    return limit;
  }

  /** Shows a failure that the kernel could not tell as an output of its cell. */
  #shown(step: Step, failure: NotebookFailure): NotebookFailure {
    const { ename, evalue, traceback } = failure;
    step.collector.add({ output_type: 'error', ename, evalue, traceback });
    return failure;
  }
}

function errorOf(content: Record<string, unknown>): CellError {
  const { ename, evalue, traceback } = content as unknown as CellError;
  return { ename, evalue, traceback };
}

/** A copy in notebook format 4.5 (every cell has an id), as if never run. */
function withoutOutputs(source: Notebook): Notebook {
  const notebook: Notebook = { ...structuredClone(source), nbformat: 4, nbformat_minor: 5 };
  for (const cell of notebook.cells) {
    cell.id ??= randomUUID().slice(0, 8);
    if (cell.cell_type !== 'code') continue;
    cell.outputs = [];
    cell.execution_count = null;
  }
  return notebook;
}
