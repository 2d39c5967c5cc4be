import { type ChildProcess, spawn } from 'node:child_process';
import { PROJECT_ROOT } from '../kernel/kernel-command.js';

const LOG_LENGTH = 4000;
const LAST_WORDS_MS = 200;

/** Kernels that live now: they end with this process, however it ends, short of a kill signal. */
const living = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

/** The kernel's process ended, or could not be started. */
export class KernelDied extends Error {
  override name = 'KernelDied';
  /** Exit code, `null` after a signal or when there was no process. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** The end of what the process wrote. */
  readonly log: string;

  constructor(exitCode: number | null, signal: string | null, log: string) {
    super(`kernel ended (exit code ${exitCode}, signal ${signal}): ${log}`);
    this.exitCode = exitCode;
    this.signal = signal;
    this.log = log;
  }

  /** The JavaScript engine gave up because the heap's limit was reached. */
  get outOfMemory(): boolean {
    return /heap out of memory|Allocation failed|invalid table size/.test(this.log);
  }
}

/** An operating system process of ours, a kernel or a compiler, with a channel for messages. */
export class KernelProcess {
  #child: ChildProcess;
  #log = '';
  /** Rejects with {@link KernelDied} when the process ends, whatever the reason; never resolves. */
  readonly died: Promise<never>;
  /** Resolves when no process is left. */
  readonly gone: Promise<void>;

  constructor(command: string[]) {
    const [file = '', ...args] = command;
    this.#child = spawn(file, args, { cwd: PROJECT_ROOT, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], windowsHide: true });
    living.add(this.#child);
    const keep = (chunk: Buffer) => {
      this.#log = (this.#log + chunk.toString()).slice(-LOG_LENGTH);
    };
    this.#child.stdout?.on('data', keep);
    this.#child.stderr?.on('data', keep);
    this.died = new Promise((_, reject) => {
      this.#child.once('error', (error) => reject(new KernelDied(null, null, error.message)));
      const end = (code: number | null, signal: string | null) =>
        reject(new KernelDied(code, signal, this.#log.trim()));
      // By `close` the last words have been read; but it waits for whatever process a notebook has started.
      this.#child.once('close', end);
      this.#child.once('exit', (code, signal) => setTimeout(end, LAST_WORDS_MS, code, signal).unref());
    });
    this.gone = this.died.catch(() => {
      living.delete(this.#child);
    });
  }

  /** Calls back with every message the process sends. */
  onMessage(listener: (message: unknown) => void): void {
    this.#child.on('message', listener);
  }

  /** Sends a message; one to a process that has ended is lost, as {@link died} tells. */
  send(message: object): void {
    if (this.#child.connected) this.#child.send(message, () => {});
  }

  /** Process id; `undefined` if there was never a process. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  signal(name: 'SIGINT' | 'SIGKILL'): void {
    this.#child.kill(name);
  }
}

/** Ids of the kernels and compilers that this process started and that have not ended. */
export function livingProcessIds(): number[] {
  return [...living].flatMap((child) => child.pid ?? []);
}
