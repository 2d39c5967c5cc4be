import { availableParallelism } from 'node:os';
import type { Notebook, NotebookOutput } from '../output.js';
import { type KernelPool, startKernels } from './kernel-pool.js';
import { type NotebookRun, type RunNotebookOptions, runNotebook } from './run-notebook.js';

/** A notebook to run; `name` is its file name without ending. */
export interface NotebookJob {
  name: string;
  notebook: Notebook;
}

/** Progress: `cell` of `cells` code cells are done. */
export interface NotebookProgress {
  notebook: string;
  cell: number;
  cells: number;
  state: 'running' | 'done' | 'failed';
}

/** What all notebooks of a period are run with. */
export interface RunNotebooksOptions extends Pick<RunNotebookOptions, 'parameters' | 'cellLimitMs'> {
  /** How many notebooks run at once. Default: what the machine can do in parallel. */
  parallel?: number;
  /** Ends all kernels at once; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Kernels started before, from {@link startKernels}. They are ended in any case. */
  kernels?: KernelPool;
  onOutput?: (notebook: string, output: NotebookOutput, cellIndex: number) => void;
  onProgress?: (progress: NotebookProgress) => void;
  /** As soon as a notebook ended, well or not. */
  onDone?: (notebook: string, run: NotebookRun) => void;
}

/**
 * Runs notebooks side by side, each in a fresh kernel: nothing a notebook does can be seen in another. A notebook's failure
 * does not stop the others. Resolves with the runs in the order of the jobs; then no kernel is left.
 */
export async function runNotebooks(jobs: NotebookJob[], options: RunNotebooksOptions = {}): Promise<NotebookRun[]> {
  const { signal, parallel = availableParallelism() } = options;
  const kernels = options.kernels ?? startKernels(Math.min(parallel, jobs.length), { signal });
  const runs: NotebookRun[] = [];
  const queue = [...jobs.entries()];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      signal?.throwIfAborted();
      const [at, job] = next;
      const kernel = kernels.take();
      runs[at] = await runOne(job, kernel, options);
      // The next notebook need not wait for the end of a used kernel.
      kernel.then((used) => used.close()).catch(() => {});
    }
  };
  const abort = () => void kernels.kill(signal?.reason);
  signal?.addEventListener('abort', abort);
  try {
    await Promise.all(Array.from({ length: Math.max(1, parallel) }, work));
    signal?.throwIfAborted();
    return runs;
  } finally {
    signal?.removeEventListener('abort', abort);
    await (signal?.aborted ? kernels.kill() : kernels.close());
  }
}

async function runOne(job: NotebookJob, kernel: ReturnType<KernelPool['take']>, options: RunNotebooksOptions) {
  const cells = job.notebook.cells.filter((cell) => cell.cell_type === 'code').length;
  const progress = { notebook: job.name, cell: 0, cells };
  options.onProgress?.({ ...progress, state: 'running' });
  const run = await runNotebook(job.notebook, kernel, {
    parameters: options.parameters,
    cellLimitMs: options.cellLimitMs,
    onOutput: (output, cellIndex) => options.onOutput?.(job.name, output, cellIndex),
    onCell: (done, all) => {
      Object.assign(progress, { cell: done, cells: all });
      options.onProgress?.({ ...progress, state: 'running' });
    },
  });
  options.signal?.throwIfAborted();
  options.onProgress?.({ ...progress, state: run.failure ? 'failed' : 'done' });
  options.onDone?.(job.name, run);
  return run;
}
