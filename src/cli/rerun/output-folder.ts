import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SCRATCH = '.run';

/**
 * The folder of one run while it is made. Everything is written beside the last good output and takes its place in one
 * rename at the end, so that a failed or interrupted run leaves the last good output whole.
 */
export class OutputFolder {
  /** Name of the folder: the period, and the rule where another than the period's own was asked for: `2022.national-2009`. */
  readonly name: string;
  /** Final place: `output/<place>/<name>`. */
  readonly target: string;
  readonly #making: string;
  readonly files: { file: string; bytes: number }[] = [];

  constructor(root: string, place: string, name: string) {
    const parent = path.join(root, 'output', place);
    this.name = name;
    this.target = path.join(parent, name);
    mkdirSync(parent, { recursive: true });
    sweep(parent, name);
    this.#making = path.join(parent, `.${name}.${process.pid}.making`);
    mkdirSync(path.join(this.#making, SCRATCH), { recursive: true });
  }

  /** Path of a file for the run alone: it goes before anyone sees the folder. */
  scratch(name: string): string {
    return path.join(this.#making, SCRATCH, name);
  }

  /** Writes a file; `file` is relative to the folder, with forward slashes. */
  write(file: string, content: string | Uint8Array): void {
    const full = path.join(this.#making, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, content);
    this.files.push({ file, bytes: Buffer.byteLength(content) });
  }

  /** Puts the finished folder in its place, and removes what an earlier failure left. */
  publish(): string {
    rmSync(this.scratch(''), { recursive: true, force: true });
    const old = `${this.#making}.old`;
    const replaced = existsSync(this.target);
    if (replaced) renameSync(this.target, old);
    try {
      renameSync(this.#making, this.target);
    } catch (error) {
      if (replaced) renameSync(old, this.target);
      throw error;
    }
    rmSync(old, { recursive: true, force: true });
    rmSync(failedFolder(this.target), { recursive: true, force: true });
    return this.target;
  }

  /** Keeps the folder of a failed run beside the last good output: `<period>.failed`. */
  keepFailed(): string {
    rmSync(this.scratch(''), { recursive: true, force: true });
    const kept = failedFolder(this.target);
    rmSync(kept, { recursive: true, force: true });
    renameSync(this.#making, kept);
    return kept;
  }

  /** Removes the folder of a run that was interrupted. */
  discard(): void {
    rmSync(this.#making, { recursive: true, force: true });
  }
}

function failedFolder(target: string): string {
  return `${target}.failed`;
}

/** Clears what runs that were killed left behind, and puts back a good output whose replacement was cut short. */
function sweep(parent: string, own: string): void {
  const target = path.join(parent, own);
  for (const name of readdirSync(parent)) {
    const match = /^\.(.+)\.(\d+)\.making(\.old)?$/.exec(name);
    if (match === null || match[1] !== own || isRunning(Number(match[2]))) continue;
    const left = path.join(parent, name);
    if (match[3] === '.old' && !existsSync(target)) renameSync(left, target);
    else rmSync(left, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
