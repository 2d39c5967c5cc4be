import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Every file of a folder with its bytes. */
export function stateOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  return new Map(
    files.map((entry) => path.join(entry.parentPath, entry.name)).map((file) => [file, readFileSync(file)]),
  );
}

/** Files that are there on one side only, or differ. */
export function differences(before, after) {
  const files = new Set([...before.keys(), ...after.keys()]);
  return [...files].filter((file) => {
    const [old, now] = [before.get(file), after.get(file)];
    return old === undefined || now === undefined || !old.equals(now);
  });
}

/** Puts the folder back as it was. */
export function restore(folder, before) {
  for (const file of differences(before, stateOf(folder))) {
    const old = before.get(file);
    if (old === undefined) rmSync(file, { force: true });
    else {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, old);
    }
  }
}
