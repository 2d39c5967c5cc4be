import { codeOf, type Notebook } from '../output.js';
import { injectParameters, type Parameters } from '../run/parameters.js';
import type { Compile } from './kernel-compiler.js';
import { cellLabel } from './kernel-errors.js';

/**
 * Compiles a notebook's cells one after another without running them, as a kernel would: with the parameters injected,
 * each cell on the declarations of those before it. Stops at the first cell with an error: a run will tell.
 */
export async function compileAhead(notebook: Notebook, parameters: Parameters, compile: Compile): Promise<void> {
  let declarations = '';
  let executionCount = 0;
  for (const cell of injectParameters(notebook, parameters).cells) {
    const code = codeOf(cell);
    if (cell.cell_type !== 'code' || code.trim() === '') continue;
    executionCount += 1;
    const result = await compile(declarations, code, cellLabel(executionCount));
    if (result.diagnostics.length > 0) return;
    declarations = result.declOutput ?? '';
  }
}
