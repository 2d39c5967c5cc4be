import { codeOf, hasTag, type Notebook, type NotebookCell } from '../output.js';

/** Values that a run gives to notebooks, by the name of the variable. */
export type Parameters = Record<string, string | number | boolean>;

/** Tag of the cell that declares a notebook's parameters with their defaults. */
export const PARAMETERS_TAG = 'parameters';

/** Tag of the cell that a run puts after it. */
export const INJECTED_TAG = 'injected-parameters';

/** A list of declarations ends with a semicolon, or with a line that does not end with a comma. */
const DECLARATION = /\b(let|var|const)\s+((?:,\s*\n|[^;\n])*)/g;
const NAME = /(?:^|,)\s*([\p{L}_$][\p{L}\p{N}_$]*)/gu;
const BRACKETS = /\([^()[\]{}]*\)|\[[^()[\]{}]*\]|\{[^()[\]{}]*\}|<[^<>;\n]*>/g;
/** Comments, and texts, in which names and commas are no declarations. */
const OPAQUE = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/g;

/**
 * A copy of the notebook in which the values stand in a cell of their own, tagged `injected-parameters`, after the one
 * tagged `parameters`; that of an earlier run is replaced. Only names declared there with `let` or `var` are given a
 * value, and where there are none no cell. It assigns, so that the type check compares each value with its default.
 * Throws a RangeError with a Chinese message for a name declared with `const`.
 */
export function injectParameters(notebook: Notebook, parameters: Parameters): Notebook {
  const copy = structuredClone(notebook);
  copy.cells = copy.cells.filter((cell) => !hasTag(cell, INJECTED_TAG));
  const at = copy.cells.findIndex((cell) => cell.cell_type === 'code' && hasTag(cell, PARAMETERS_TAG));
  const cell = copy.cells[at];
  if (cell === undefined) return copy;
  const declared = declaredNames(codeOf(cell));
  const given = Object.entries(parameters).filter(([name]) => declared.has(name));
  const fixed = given.find(([name]) => declared.get(name) === 'const');
  if (fixed) throw new RangeError(`参数 ${fixed[0]} 在 parameters 单元格中用 const 声明，无法代入；请改用 let`);
  if (given.length > 0) copy.cells.splice(at + 1, 0, injectedCell(given));
  return copy;
}

/** Names declared at the top level of a cell, with the keyword used. */
export function declaredNames(code: string): Map<string, string> {
  let outline = code.replace(OPAQUE, '');
  for (let before = ''; before !== outline; ) {
    before = outline;
    outline = outline.replace(BRACKETS, '');
  }
  const names = new Map<string, string>();
  for (const [, keyword = '', list = ''] of outline.matchAll(DECLARATION))
    for (const [, name = ''] of list.matchAll(NAME)) names.set(name, keyword);
  return names;
}

function injectedCell(given: [string, string | number | boolean][]): NotebookCell {
  const lines = given.map(([name, value]) => `${name} = ${JSON.stringify(value)};\n`);
  return {
    cell_type: 'code',
    id: INJECTED_TAG,
    metadata: { tags: [INJECTED_TAG] },
    execution_count: null,
    outputs: [],
    // The last line keeps the last assignment from being shown as the cell's value.
    source: ['// 本次运行代入的参数\n', ...lines, 'void 0;'],
  };
}
