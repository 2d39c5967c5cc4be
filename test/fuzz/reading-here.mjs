import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import threads from 'node:worker_threads';

const READER = path.resolve(import.meta.dirname, '../../dist/intake/workbook/reading-worker.js');
const RealThread = threads.Worker;
let turn = 0;

/** Reads in this thread what a thread of its own would read: the same module, without the time a thread takes to start. */
class ThreadHere {
  #listeners = new Map();

  constructor(_file, { workerData }) {
    setImmediate(() => this.#read(workerData));
  }

  once(event, listener) {
    this.#listeners.set(event, listener);
  }

  terminate() {}

  async #read(task) {
    threads.workerData = task;
    threads.parentPort = { postMessage: (answer) => this.#listeners.get('message')?.(structuredClone(answer)) };
    syncBuiltinESMExports();
    try {
      turn += 1;
      await import(`${READER}?${turn}`);
    } catch (error) {
      this.#listeners.get('error')?.(error);
    } finally {
      threads.workerData = null;
      threads.parentPort = null;
      syncBuiltinESMExports();
    }
  }
}

/** From now on workbooks are read in this thread, or again each in its own. */
export function readHere(here) {
  threads.Worker = here ? ThreadHere : RealThread;
  syncBuiltinESMExports();
}
