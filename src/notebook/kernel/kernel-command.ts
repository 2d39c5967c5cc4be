import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Limit of a kernel's JavaScript heap, in MiB. With the compiler's 200 MB and what lies outside of the heap
 * a kernel stays below 700 MB; a notebook that wants more ends as a failure instead of slowing the machine.
 */
export const KERNEL_HEAP_MIB = 512;

/** Folder of the project, absolute: kernels work there, whatever the notebook's folder. */
export const PROJECT_ROOT = path.resolve(fileURLToPath(new URL('../../..', import.meta.url)));

/** Argument of a kernel that has its cells compiled by the process that started it. */
export const COMPILE_IN_PARENT = '--compile-in-parent';

/** Command that starts a kernel on a connection file; all paths are absolute. */
export function kernelCommand(connectionFile: string): string[] {
  return [...nodeCommand('kernel.js'), connectionFile];
}

/** Command that starts a compiler of cells. */
export function compilerCommand(): string[] {
  return nodeCommand(path.join('kernel', 'compiler.js'));
}

/** The entries are compiled files, whether this module itself runs from `src` or from `dist`. */
function nodeCommand(entry: string): string[] {
  return [
    process.execPath,
    // Loading an ES module with `require` prints this warning in older versions of Node, of no use to an analyst.
    '--disable-warning=ExperimentalWarning',
    `--max-old-space-size=${KERNEL_HEAP_MIB}`,
    path.join(PROJECT_ROOT, 'dist', 'notebook', entry),
  ];
}
