import { createRequire, Module } from 'node:module';

/** Loads tslab's CommonJS parts, `./dist/….js`, and what it depends on. */
export const requireOfTslab = createRequire(createRequire(import.meta.url).resolve('tslab/package.json'));

type WriteDisplay = (display: Record<string, unknown>, update: boolean) => void;

/**
 * What stands for tslab's module `jupyter.js`, whose only part in use is this variable: tslab's `display`, and whoever builds
 * on it, writes there. The real module would load the TypeScript compiler, which a kernel may do without.
 */
export const jupyterOfTslab: { lastWriteDisplayData: WriteDisplay | null } = { lastWriteDisplayData: null };

/** tslab's executor. Its magic comments (`@module`, `@browser`) are not read: a notebook's cells are all of one kind. */
export function loadExecutor(): typeof import('tslab/dist/executor.js') {
  replaceModule('./dist/jupyter.js', jupyterOfTslab);
  replaceModule('./dist/metadata.js', { getCodeMetadata: () => ({}) });
  return requireOfTslab('./dist/executor.js');
}

function replaceModule(file: string, exports: unknown): void {
  const id = requireOfTslab.resolve(file);
  const replacement = new Module(id);
  replacement.exports = exports;
  replacement.loaded = true;
  requireOfTslab.cache[id] = replacement;
}
