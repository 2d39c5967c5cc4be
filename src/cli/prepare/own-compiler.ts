import { existsSync, lstatSync, renameSync, symlinkSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes `npx tsc` the project's TypeScript. tslab brings an older one whose command has the same name, and npm links
 * whichever it installs last. Where the command is no link (Windows) or TypeScript is not installed, nothing changes.
 *
 * @param modules the folder `node_modules`
 */
export function linkOwnCompiler(modules: string): void {
  const link = path.join(modules, '.bin', 'tsc');
  const own = path.join('..', 'typescript', 'bin', 'tsc');
  const isLink = lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  if (!isLink || !existsSync(path.join(modules, '.bin', own))) return;
  // Beside it and renamed: whoever calls it meanwhile finds the one or the other.
  symlinkSync(own, `${link}-${process.pid}`);
  renameSync(`${link}-${process.pid}`, link);
}
