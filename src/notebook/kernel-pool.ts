import { KernelClient, type KernelOptions } from './client.js';
import { compilerCommand } from './kernel-command.js';
import type { Compile } from './kernel-compiler.js';
import { KernelProcess } from './kernel-process.js';
import { compileIn } from './remote-compile.js';

/**
 * Compilers, and kernels that start while something else is prepared. Every kernel is taken once, for one notebook; the
 * compilers serve all of them, since they remember nothing of a notebook.
 */
export class KernelPool {
  #options: Pick<KernelOptions, 'signal'>;
  #end = new AbortController();
  #compilers: { process: KernelProcess; compile: Compile }[] = [];
  #ready: Promise<KernelClient>[] = [];
  #all = new Set<Promise<KernelClient>>();
  #launched = 0;

  constructor(count: number, options: Pick<KernelOptions, 'signal'>) {
    const signals = options.signal ? [options.signal, this.#end.signal] : [this.#end.signal];
    this.#options = { signal: AbortSignal.any(signals) };
    this.#options.signal?.addEventListener('abort', () => this.#killCompilers());
    for (let i = 0; i < count && !this.#options.signal?.aborted; i += 1) this.#compilers.push(startCompiler());
    for (let i = 0; i < count; i += 1) this.#ready.push(this.#launch());
  }

  /** A fresh kernel: one that was started before if there is any, else one that starts now. */
  take(): Promise<KernelClient> {
    return this.#ready.shift() ?? this.#launch();
  }

  /** Ends all kernels, taken or not, and the compilers; resolves when no process is left. */
  async close(): Promise<void> {
    this.#ready = [];
    await Promise.all([...this.#all].map((kernel) => kernel.then((started) => started.close()).catch(() => {})));
    this.#killCompilers();
    await Promise.all(this.#compilers.map(({ process }) => process.gone));
  }

  /** Ends all processes at once, those that are starting too, without asking them; resolves when none is left. */
  async kill(reason?: unknown): Promise<void> {
    this.#end.abort(reason);
    await this.close();
  }

  #launch(): Promise<KernelClient> {
    const compile = this.#compilers[this.#launched++ % this.#compilers.length]?.compile;
    const kernel = KernelClient.start({ ...this.#options, compile });
    this.#all.add(kernel);
    // A kernel nobody takes may fail unseen; who takes it sees the failure.
    kernel.catch(() => this.#all.delete(kernel));
    return kernel;
  }

  #killCompilers(): void {
    for (const { process } of this.#compilers) process.signal('SIGKILL');
  }
}

/**
 * Starts compilers and kernels ahead of `runNotebooks`, so that they are ready when the notebooks are. `count` is how many
 * notebooks run at once. Whoever starts them passes them on or closes them.
 */
export function startKernels(count: number, options: Pick<KernelOptions, 'signal'> = {}): KernelPool {
  return new KernelPool(count, options);
}

function startCompiler(): { process: KernelProcess; compile: Compile } {
  const process = new KernelProcess(compilerCommand());
  const compile = compileIn(process);
  // A compiler that ended leaves its cells without an answer: `died` is one.
  return { process, compile: async (...cell) => Promise.race([compile(...cell), process.died]) };
}
