import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ConvertResult } from 'tslab/dist/converter.js';
import { PROJECT_ROOT } from './kernel-command.js';
import type { Compile } from './kernel-compiler.js';

const DEFAULT_FOLDER = path.join(PROJECT_ROOT, 'node_modules', '.cache', 'fundwatch', 'cells');

/**
 * Cells that were compiled before, kept on disk. What a cell compiles to depends on its source, the declarations of the
 * cells before it, the vocabulary's types, the compiler and the packages, and on nothing else: the first two make a
 * cell's name, the others its folder, so that any change misses. Only cells without an error and without modules of
 * their own are kept. The files may be deleted at any time.
 */
export class CompileCache {
  readonly #folder: string;

  constructor(folder: string = DEFAULT_FOLDER, fingerprint: string = fingerprintOf(PROJECT_ROOT)) {
    this.#folder = path.join(folder, fingerprint);
  }

  /** Whether nothing was ever compiled with this vocabulary: then a compiler will surely be needed. */
  get isEmpty(): boolean {
    return !existsSync(this.#folder);
  }

  /** The same compiler, asked only for what it has not compiled before. */
  around(compile: Compile): Compile {
    return async (...cell) => {
      const known = this.#read(cell);
      if (known !== undefined) return known;
      const result = await compile(...cell);
      if (result.diagnostics.length === 0 && (result.sideOutputs ?? []).length === 0) this.#write(cell, result);
      return result;
    };
  }

  /** Removes what was compiled with other vocabularies. */
  prune(): void {
    const parent = path.dirname(this.#folder);
    if (!existsSync(parent)) return;
    for (const name of readdirSync(parent)) {
      if (name !== path.basename(this.#folder)) rmSync(path.join(parent, name), { recursive: true, force: true });
    }
  }

  #read(cell: Parameters<Compile>): ConvertResult | undefined {
    try {
      return JSON.parse(readFileSync(this.#fileOf(cell), 'utf8')) as ConvertResult;
    } catch {
      // Not there, or cut short by a crash: compile it.
      return undefined;
    }
  }

  #write(cell: Parameters<Compile>, result: ConvertResult): void {
    const file = this.#fileOf(cell);
    try {
      mkdirSync(this.#folder, { recursive: true });
      writeFileSync(`${file}.${process.pid}`, JSON.stringify(result));
      renameSync(`${file}.${process.pid}`, file);
    } catch {
      // A folder that cannot be written costs the next run some time and nothing else.
    }
  }

  #fileOf(cell: Parameters<Compile>): string {
    return path.join(this.#folder, `${hash(cell)}.json`);
  }
}

/** What the outcome of every cell depends on: the vocabulary's declarations, the compiler's setup, the packages. */
function fingerprintOf(root: string): string {
  const dist = path.join(root, 'dist');
  const declarations = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.d.ts'),
  );
  const files = [...declarations.sort().map((file) => path.join('dist', file)), COMPILER, 'package-lock.json'];
  return hash(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')])).slice(0, 16);
}

const COMPILER = path.join('dist', 'notebook', 'kernel', 'kernel-compiler.js');

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
