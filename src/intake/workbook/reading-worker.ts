import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { InputError } from '../../domain/input-error.js';
import { unreadableFile } from './damaged-file.js';
import { readSheets } from './read-sheets.js';
import type { Workbook } from './workbook.js';

/** What the thread is given: the bytes of a workbook and its name. */
export interface ReadingTask {
  bytes: Uint8Array;
  /** File name without its folder. */
  name: string;
}

/** What the thread answers: the sheets, or in Chinese why there are none; with what a reader threw, for who looks into it. */
export type ReadingAnswer = Pick<Workbook, 'format' | 'sheets'> | { refused: string; cause?: unknown };

/** In a thread; imported elsewhere the module does nothing. */
if (parentPort !== null && isTask(workerData)) parentPort.postMessage(answer(workerData));

function answer({ bytes, name }: ReadingTask): ReadingAnswer {
  try {
    const { name: title } = path.parse(name);
    return readSheets(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), title);
  } catch (error) {
    // Whatever a damaged file does to the readers, it is the file that cannot be read.
    if (error instanceof InputError) return { refused: error.message };
    const cause = error instanceof Error ? error.stack : String(error);
    return { refused: unreadableFile().message, cause };
  }
}

function isTask(data: unknown): data is ReadingTask {
  return typeof data === 'object' && data !== null && 'bytes' in data && data.bytes instanceof Uint8Array;
}
