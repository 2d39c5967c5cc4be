import { CompileCache } from '../kernel/compile-cache.js';
import { compilerCommand } from '../kernel/kernel-command.js';
import type { Compile } from '../kernel/kernel-compiler.js';
import { compileIn } from '../kernel/remote-compile.js';
import { KernelClient, type KernelOptions } from './client.js';
import { KernelProcess } from './kernel-process.js';

/**
 * Kernels that start while something else is prepared, and the compiler that serves them. Every kernel is taken once,
 * for one notebook. The compiler remembers nothing of a notebook and so serves all; it is started for the first cell
 * that was never compiled before.
 */
export class KernelPool {
  #options: Pick<KernelOptions, 'signal'>;
  #end = new AbortController();
  #compiler: { process: KernelProcess; compile: Compile } | undefined;
  #compile: Compile;
  #ready: Promise<KernelClient>[] = [];
  #all = new Set<Promise<KernelClient>>();

  constructor(count: number, options: Pick<KernelOptions, 'signal'>, cache: CompileCache = new CompileCache()) {
    const signals = options.signal ? [options.signal, this.#end.signal] : [this.#end.signal];
    this.#options = { signal: AbortSignal.any(signals) };
    this.#options.signal?.addEventListener('abort', () => this.#killCompiler());
    this.#compile = cache.around((...cell) => this.#startedCompiler().compile(...cell));
    if (cache.isEmpty && count > 0 && !this.#options.signal?.aborted) this.#startedCompiler();
    for (let i = 0; i < count; i += 1) this.#ready.push(this.#launch());
  }

  /** A fresh kernel: one that was started before if there is any, else one that starts now. */
  take(): Promise<KernelClient> {
    return this.#ready.shift() ?? this.#launch();
  }

  /** Ends all kernels, taken or not, and the compiler; resolves when no process is left. */
  async close(): Promise<void> {
    this.#ready = [];
    await Promise.all([...this.#all].map((kernel) => kernel.then((started) => started.close()).catch(() => {})));
    this.#killCompiler();
    await this.#compiler?.process.gone;
  }

  /** Ends all processes at once, those that are starting too, without asking them; resolves when none is left. */
  async kill(reason?: unknown): Promise<void> {
    this.#end.abort(reason);
    await this.close();
  }

  #launch(): Promise<KernelClient> {
    const kernel = KernelClient.start({ ...this.#options, compile: this.#compile });
    this.#all.add(kernel);
    // A kernel nobody takes may fail unseen; who takes it sees the failure.
    kernel.catch(() => this.#all.delete(kernel));
    return kernel;
  }

  #startedCompiler(): { process: KernelProcess; compile: Compile } {
    this.#options.signal?.throwIfAborted();
    this.#compiler ??= startCompiler();
    return this.#compiler;
  }

  #killCompiler(): void {
    this.#compiler?.process.signal('SIGKILL');
  }
}

/** Starts `count` kernels ahead, for as many notebooks at once. Whoever starts them passes them on or closes them. */
export function startKernels(count: number, options: Pick<KernelOptions, 'signal'> = {}): KernelPool {
  return new KernelPool(count, options);
}

/** A compiler process; a compiler that ended leaves its cells without an answer: `died` is one. */
export function startCompiler(): { process: KernelProcess; compile: Compile } {
  const process = new KernelProcess(compilerCommand());
  const compile = compileIn(process);
  return { process, compile: async (...cell) => Promise.race([compile(...cell), process.died]) };
}
