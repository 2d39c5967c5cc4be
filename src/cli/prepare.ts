import path from 'node:path';
import { openFund } from '../facts/fund.js';
import { readReference } from '../facts/read-reference.js';
import { listPeriods, projectRoot } from '../facts/workspace.js';
import { compileAhead } from '../notebook/kernel/compile-ahead.js';
import { CompileCache } from '../notebook/kernel/compile-cache.js';
import { PROJECT_ROOT } from '../notebook/kernel/kernel-command.js';
import { startCompiler } from '../notebook/run/kernel-pool.js';
import { linkOwnCompiler } from './prepare/own-compiler.js';
import { readNotebooks } from './rerun/notebook-files.js';

/**
 * Run once by the installation: compiles the cells of all notebooks for every period ahead, so that the first rerun
 * need not. A failure costs the first rerun some seconds and is not worth failing the installation for.
 */
async function compileNotebooks(): Promise<void> {
  const root = projectRoot();
  const cache = new CompileCache();
  cache.prune();
  const compiler = startCompiler();
  const compile = cache.around(compiler.compile);
  try {
    for (const place of readReference(root).places) {
      for (const period of listPeriods(root, place.code)) {
        const runnable = readNotebooks(openFund(place.code, period, root)).filter(
          ({ skipReason }) => skipReason === '',
        );
        for (const { notebook } of runnable) await compileAhead(notebook, { place: place.code, period }, compile);
      }
    }
  } finally {
    compiler.process.signal('SIGKILL');
    await compiler.process.gone;
  }
}

linkOwnCompiler(path.join(PROJECT_ROOT, 'node_modules'));
await compileNotebooks().catch((error: unknown) => {
  console.error(`没有预先编译笔记本，首次重算会慢几秒：${error instanceof Error ? error.message : String(error)}`);
});
