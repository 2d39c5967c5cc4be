import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { InputError } from '../../domain/input-error.js';

/** What becomes of one file of `data/`. */
export interface DataChange {
  /** Relative to the root, with forward slashes: `data/zhuzhou/2022/x.csv`. */
  file: string;
  /** The new content; null to remove the file. */
  content: string | Uint8Array | null;
}

/** Changes that lie beside the data, ready to take their place. */
export interface Stage {
  root: string;
  /** Path of the folder that holds a `data/` that looks as it will be. */
  folder: string;
  changes: readonly DataChange[];
}

/** Called between the steps of a commit with the step's name, so that tests can stop it anywhere. */
export type Step = (name: string) => void;

const STAGE = /^\.importing-\d+$/;
const JOURNAL = 'journal.json';

/** What a commit does, so that it can be undone. Paths are relative to the root. */
interface Journal {
  files: { file: string; existed: boolean; removed: boolean }[];
  /** Folders that the commit makes, outer before inner. */
  folders: string[];
}

/**
 * Writes the changes beside the data, into `data/.importing-<pid>/`. What does not change is linked or copied. Nothing
 * else of `data/` is touched.
 */
export function stageChanges(root: string, changes: readonly DataChange[]): Stage {
  const stage = { root, folder: path.join(root, 'data', `.importing-${process.pid}`), changes };
  try {
    stageFolder(stage, 'data');
    for (const { file, content } of changes) {
      if (content !== null) writeFileSync(path.join(stage.folder, file), content, { flush: true });
    }
  } catch (error) {
    discardStage(stage);
    throw explained(error);
  }
  return stage;
}

/** Removes a folder that {@link stageChanges} made, unless it is needed to put the data back. */
export function discardStage({ folder }: Pick<Stage, 'folder'>): void {
  if (!existsSync(path.join(folder, JOURNAL))) rmSync(folder, { recursive: true, force: true });
}

/**
 * Puts staged changes in their place, all or none: whatever stops it, {@link undoInterrupted} puts the data back as they
 * were. Every file is replaced in one rename, so that a reader never finds it missing. A failure, such as a file that is
 * open in Excel, is undone at once and thrown as InputError.
 */
export function commitStage(stage: Stage, step: Step): void {
  const { root, folder: staged, changes } = stage;
  const journal: Journal = {
    files: changes.map(({ file, content }) => {
      return { file, existed: existsSync(path.join(root, file)), removed: content === null };
    }),
    folders: missingFolders(root, changes),
  };
  try {
    keepOld(stage, journal);
    step('kept');
    writeFileSync(path.join(staged, `${JOURNAL}.new`), JSON.stringify(journal), { flush: true });
    renameSync(path.join(staged, `${JOURNAL}.new`), path.join(staged, JOURNAL));
    syncFolder(staged);
    step('journal');
    for (const folder of journal.folders) mkdirSync(path.join(root, folder));
    for (const { file, removed } of journal.files) {
      if (removed) rmSync(path.join(root, file), { force: true });
      else renameSync(path.join(staged, file), path.join(root, file));
      step(file);
    }
    for (const folder of new Set(changes.map(({ file }) => path.dirname(path.join(root, file))))) syncFolder(folder);
  } catch (error) {
    undo(stage);
    throw explained(error);
  }
  rmSync(path.join(staged, JOURNAL));
  syncFolder(staged);
  step('done');
  discardStage(stage);
}

function keepOld({ root, folder }: Stage, { files }: Journal): void {
  mkdirSync(path.join(folder, 'old'));
  for (const [index, { file, existed }] of files.entries()) {
    if (existed) copyFileSync(path.join(root, file), path.join(folder, 'old', String(index)));
  }
}

/**
 * Puts the data back as they were before commits that never ended, and removes what they left. Only for whoever holds
 * the lock. Returns whether there was anything to put back. Throws InputError when a journal cannot be read.
 */
export function undoInterrupted(root: string): boolean {
  let undone = false;
  for (const name of leftovers(root)) {
    const stage = { root, folder: path.join(root, 'data', name) };
    undone = undo(stage) || undone;
    discardStage(stage);
  }
  return undone;
}

/** Whether a commit has begun that neither ended nor was undone: the data may be half changed. */
export function isHalfDone(root: string): boolean {
  return leftovers(root).some((name) => existsSync(path.join(root, 'data', name, JOURNAL)));
}

/** Names of the folders in `data/` in which changes are staged. */
export function leftovers(root: string): string[] {
  const data = path.join(root, 'data');
  return existsSync(data) ? readdirSync(data).filter((name) => STAGE.test(name)) : [];
}

/** Can itself be interrupted and repeated: what has been put back is no longer in `old`. */
function undo({ root, folder: staged }: Pick<Stage, 'root' | 'folder'>): boolean {
  const journalFile = path.join(staged, JOURNAL);
  if (!existsSync(journalFile)) return false;
  const { files, folders } = readJournal(journalFile);
  for (const [index, { file, existed, removed }] of [...files.entries()].reverse()) {
    const [target, old] = [path.join(root, file), path.join(staged, 'old', String(index))];
    // What the commit had not come to yet is not touched: somebody may have edited it since.
    if (existsSync(removed ? target : path.join(staged, file))) continue;
    if (!existed) rmSync(target, { force: true });
    else if (existsSync(old)) renameSync(old, target);
  }
  for (const folder of [...folders].reverse()) {
    const full = path.join(root, folder);
    // Somebody may have put a file of their own there meanwhile.
    if (existsSync(full) && readdirSync(full).length === 0) rmdirSync(full);
  }
  rmSync(journalFile);
  return true;
}

function readJournal(file: string): Journal {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Journal;
  } catch {
    throw new InputError(`${file} 无法读取：上一次导入没有完成，原来的文件在同一文件夹的 old 里，请人工恢复`);
  }
}

/** Makes a folder of the stage: where something changes with copies of its files, elsewhere as a link to the original. */
function stageFolder(stage: Stage, folder: string): void {
  const { changes } = stage;
  const original = path.join(stage.root, folder);
  mkdirSync(path.join(stage.folder, folder), { recursive: true });
  const inside = new Set(
    changes.filter(({ file }) => file.startsWith(`${folder}/`)).map(({ file }) => file.slice(folder.length + 1)),
  );
  const changed = new Set([...inside].filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? ''));
  for (const name of changed) stageFolder(stage, `${folder}/${name}`);
  for (const entry of existsSync(original) ? readdirSync(original, { withFileTypes: true }) : []) {
    const target = path.join(stage.folder, folder, entry.name);
    if (changed.has(entry.name) || inside.has(entry.name) || /^[.~]/.test(entry.name)) continue;
    if (entry.isDirectory()) linkFolder(path.resolve(original, entry.name), target);
    else if (entry.isFile()) copyFileSync(path.join(original, entry.name), target);
  }
}

function linkFolder(original: string, link: string): void {
  try {
    symlinkSync(original, link, 'junction');
  } catch {
    // Some file systems have no links.
    cpSync(original, link, { recursive: true });
  }
}

/** Folders that the changes need and that there are not, outer before inner. */
function missingFolders(root: string, changes: readonly DataChange[]): string[] {
  const folders = new Set<string>();
  for (const { file } of changes.filter(({ content }) => content !== null)) {
    const parts = path.posix.dirname(file).split('/');
    for (const index of parts.keys()) folders.add(parts.slice(0, index + 1).join('/'));
  }
  return [...folders].filter((folder) => !existsSync(path.join(root, folder))).sort((a, b) => a.length - b.length);
}

/** Makes renames in a folder last through a power cut; Windows has no such thing for folders. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function explained(error: unknown): unknown {
  const { code = '', path: file = 'data/' } = error as NodeJS.ErrnoException;
  if (!['EPERM', 'EBUSY', 'EACCES', 'ENOSPC', 'EROFS'].includes(code)) return error;
  const why = code === 'ENOSPC' ? '磁盘已满' : '文件可能正在 Excel 等程序中打开，或者没有写入的权限';
  return new InputError(`无法写入 ${file}：${why}。data/ 没有改动，处理后请重来`);
}
