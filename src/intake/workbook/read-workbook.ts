import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { InputError } from '../../domain/input-error.js';
import { LARGEST_FILE, LARGEST_GROWTH, LARGEST_HEAP, LONGEST_READING } from './reading-limits.js';
import type { ReadingAnswer, ReadingTask } from './reading-worker.js';
import type { Workbook } from './workbook.js';

/** Milliseconds between two looks at the memory that reading takes. */
const WATCH_EVERY = 20;
const TOO_MUCH_MEMORY = '读取所需的内存超过上限，已停止。请只留下要导入的工作表，另存后再导入';

/**
 * Reads a workbook (xlsx, xls, CSV or tab-separated text) as text cells. The bytes are examined and read in a thread of
 * its own that is ended after 5 seconds or at its limit of memory, so that no file can hold up or bring down the
 * program. Nothing in a file is run, no link is followed. Throws InputError in Chinese that names the file and the way
 * out.
 */
export async function readWorkbook(file: string): Promise<Workbook> {
  const bytes = await readWorkbookFile(file);
  const name = path.basename(file);
  const answer = await readInThread({ bytes: ownBytes(bytes), name });
  if ('refused' in answer) throw new InputError(`${name}：${answer.refused}`, { cause: answer.cause });
  return { file: name, ...answer };
}

/** A small file's bytes lie in a pool that belongs to others too and cannot be handed over. */
function ownBytes(bytes: Buffer): Uint8Array<ArrayBuffer> {
  const whole = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
  return whole ? new Uint8Array(bytes.buffer as ArrayBuffer) : new Uint8Array(bytes);
}

function readInThread(task: ReadingTask & { bytes: Uint8Array<ArrayBuffer> }): Promise<ReadingAnswer> {
  const worker = new Worker(workerFile(), {
    workerData: task,
    transferList: [task.bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    // Flags of this process, such as how its own text is to be read, are not for the thread.
    execArgv: [],
    // What a reader prints about a strange file is of no use to an analyst.
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve, reject) => {
    const before = process.memoryUsage.rss();
    const finish = (answer: ReadingAnswer): void => {
      clearTimeout(timer);
      clearInterval(watch);
      void worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(
      () => finish({ refused: `读取超过 ${LONGEST_READING / 1_000} 秒，已停止。请只留下要导入的工作表，另存后再导入` }),
      LONGEST_READING,
    );
    // The limit of the thread's heap does not count its buffers, of which a hostile file can make many.
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > LARGEST_GROWTH) finish({ refused: TOO_MUCH_MEMORY });
    }, WATCH_EVERY);
    worker.once('message', finish);
    worker.once('error', (error) => {
      // What a file does to a reader is answered; this is a mistake of the program.
      if (!isOutOfMemory(error)) reject(error);
      finish({ refused: TOO_MUCH_MEMORY });
    });
    worker.once('exit', () => finish({ refused: '读取中断，没有结果' }));
  });
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** A thread runs a compiled file, whether this module itself runs from `src` or from `dist`. */
function workerFile(): URL {
  const compiled = import.meta.url.endsWith('.ts')
    ? '../../../dist/intake/workbook/reading-worker.js'
    : './reading-worker.js';
  return new URL(compiled, import.meta.url);
}

/** Bytes of a workbook's file. Throws InputError for none, a folder, a lock of Excel, one too large or in use. */
async function readWorkbookFile(file: string): Promise<Buffer> {
  const name = path.basename(file);
  if (name.startsWith('~$')) {
    throw new InputError(`${name}：这是 Excel 打开工作簿时留下的锁文件，不是工作簿。请导入 ${name.slice(2)}`);
  }
  try {
    const info = await stat(file);
    if (info.isDirectory()) throw new InputError(`${file}：这是文件夹，请给出工作簿文件`);
    if (!info.isFile()) throw new InputError(`${file}：这不是普通文件，不能读取`);
    if (info.size === 0) throw new InputError(`${file}：文件是空的（0 字节）`);
    if (info.size > LARGEST_FILE) {
      const size = Math.ceil(info.size / 2 ** 20);
      throw new InputError(`${file}：文件有 ${size} MB，超过上限 ${LARGEST_FILE / 2 ** 20} MB，没有打开`);
    }
    return await readFile(file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${file}：${reasonOf(error)}`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return '找不到这个文件，请检查路径和名称';
  if (code === 'EBUSY' || code === 'EPERM') return '文件正被别的程序（如 Excel）打开，请先关闭再导入';
  if (code === 'EACCES') return '没有读取这个文件的权限';
  return `文件读取失败（${code || String(error)}）`;
}
