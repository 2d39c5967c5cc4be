import type { Converter, ConvertResult } from 'tslab/dist/converter.js';
import { PROJECT_ROOT } from './kernel-command.js';
import { requireOfTslab } from './kernel-tslab.js';

/** What is used of the TypeScript that tslab brings. */
interface TypeScript extends SyntaxParser {
  version: string;
  sys: { watchFile: WatchFile; watchDirectory: WatchFile; readFile: ReadFile };
  createWatchCompilerHost: (files: string[], options: Record<string, unknown>, ...rest: unknown[]) => unknown;
  setLocalizedDiagnosticMessages: (messages: unknown) => void;
}
type ReadFile = (path: string, encoding?: string) => string | undefined;
type WatchFile = (path: string, ...rest: unknown[]) => { close: () => void };

/** Strict, except what conflicts with tslab's own options: its output must not say `use strict`. */
const STRICT = { strict: true, alwaysStrict: false };

/** Only at the start of a line: elsewhere it may stand in a text. */
const DOCUMENTATION = /^[ \t]*\/\*\*[\s\S]*?\*\//gm;

/**
 * A module that stays in the program for good, so that the vocabulary is parsed once and not again in every cell.
 * `console` is all that a thin notebook needs of Node's types.
 */
const GROUND = `
declare global {
  interface Console {
    log(...data: unknown[]): void; info(...data: unknown[]): void; warn(...data: unknown[]): void;
    error(...data: unknown[]): void; table(data: unknown, columns?: readonly string[]): void;
  }
  var console: Console;
}
export * from 'fundwatch';
`;

/** What a compiler reads: Node's types or none, and documentation comments or none. */
let reading = { types: [] as string[], comments: false };

/**
 * Compiles a cell. `declarations` are those of the cells before, from their results: nothing else is remembered, so one
 * compiler can serve several notebooks. `label` names the cell in stack traces. All modules of the project compiled so
 * far come along as `sideOutputs`.
 */
export type Compile = (declarations: string, source: string, label: string) => ConvertResult | Promise<ConvertResult>;

/** A compiler, and the help it gives to editors. */
export interface Compiler extends Pick<Converter, 'inspect' | 'complete'> {
  compile: (...cell: Parameters<Compile>) => ConvertResult;
}

/**
 * A compiler of cells with full `strict` checks.
 *
 * Reading Node's type declarations takes about half of a kernel's start, and notebooks hardly ever use them; parsing
 * documentation comments takes a third of the rest. So cells are checked without both first. When anything is found, and
 * when an editor asks for help, all is loaded, and the cell is checked again: that result counts. Declarations added can only
 * turn errors into none, so the outcome is the one of reading all from the start.
 */
export function createCompiler(): Compiler {
  const typescript = loadTypeScript();
  const chinese = requireOfTslab('@tslab/typescript-for-tslab/lib/zh-cn/diagnosticMessages.generated.json');
  const { createConverter } = requireOfTslab('./dist/converter.js') as typeof import('tslab/dist/converter.js');
  reading = { types: [], comments: false };
  const light = createConverter({ isJS: false, isBrowser: false });
  light.addModule('__fundwatch__', GROUND);
  let full: Converter | undefined;
  const complete = () => {
    if (full === undefined) {
      reading = { types: ['node'], comments: true };
      full = createConverter({ isJS: false, isBrowser: false });
      light.close();
    }
    return full;
  };
  const convert = (declarations: string, source: string) => {
    // Only here: whether a cell is complete, tslab reads out of the English messages.
    typescript.setLocalizedDiagnosticMessages(chinese);
    try {
      const result = (full ?? light).convert(declarations, source);
      if (result.diagnostics.length === 0 || full !== undefined) return result;
      return complete().convert(declarations, source);
    } finally {
      typescript.setLocalizedDiagnosticMessages(undefined);
    }
  };
  const modules = new Map<string, string>();
  return {
    compile(declarations, source, label) {
      const checked = convert(declarations, source);
      // An error is told of the cell as written; only then its shorthand is spelt out.
      const explicit = checked.diagnostics.length === 0 ? spellOutShorthand(typescript, source) : source;
      const result = explicit === source ? checked : convert(declarations, explicit);
      for (const { path, data } of result.sideOutputs ?? []) modules.set(path, data);
      const sideOutputs = [...modules].map(([path, data]) => ({ path, data }));
      const output = result.output && `${result.output}\n//# sourceURL=${label}`;
      return { ...result, output, sideOutputs };
    },
    inspect: (...place) => complete().inspect(...place),
    complete: (...place) => complete().complete(...place),
  };
}

/** Loads TypeScript with our options and without watching what does not change under a kernel. */
function loadTypeScript(): TypeScript {
  const id = requireOfTslab.resolve('@tslab/typescript-for-tslab');
  const original = requireOfTslab(id) as TypeScript;
  const ours: TypeScript = {
    ...original,
    createWatchCompilerHost: (files, options, ...rest) =>
      original.createWatchCompilerHost(files, { ...options, ...STRICT, types: reading.types }, ...rest),
  };
  const loaded = requireOfTslab.cache[id];
  if (loaded) loaded.exports = ours;
  // Values of the vocabulary stay as loaded until the kernel restarts: following its types alone would mislead.
  const compiled = `${PROJECT_ROOT.replaceAll('\\', '/')}/dist/`;
  const settled = (file: string) => file.includes('/node_modules/') || file.startsWith(compiled);
  const { watchFile, readFile } = original.sys;
  original.sys.readFile = (file, encoding) => {
    const text = readFile(file, encoding);
    return reading.comments || !file.endsWith('.d.ts') ? text : text?.replace(DOCUMENTATION, '');
  };
  original.sys.watchFile = (file, ...rest) => (settled(file) ? { close() {} } : watchFile(file, ...rest));
  original.sys.watchDirectory = () => ({ close() {} });
  return ours;
}

/** What is used of TypeScript's syntax trees. */
interface SyntaxNode {
  kind: number;
  name?: { text: string; end: number };
  end: number;
}
/** The part of TypeScript that parses. */
export interface SyntaxParser {
  SyntaxKind: { ShorthandPropertyAssignment: number };
  ScriptTarget: { ESNext: number };
  createSourceFile: (name: string, text: string, target: number) => SyntaxNode;
  forEachChild: (node: SyntaxNode, visit: (child: SyntaxNode) => void) => void;
}

/**
 * The same cell with `{ scheme }` written as `{ scheme: scheme }`. tslab makes variables of earlier cells known by
 * rewriting their names, and overlooks those in shorthand: such a cell passes the type check and then says that the
 * variable is not defined.
 */
export function spellOutShorthand(typescript: SyntaxParser, source: string): string {
  const names: { text: string; end: number }[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.kind === typescript.SyntaxKind.ShorthandPropertyAssignment && node.name) names.push(node.name);
    typescript.forEachChild(node, visit);
  };
  visit(typescript.createSourceFile('cell.ts', source, typescript.ScriptTarget.ESNext));
  return names
    .sort((a, b) => b.end - a.end)
    .reduce((text, { text: name, end }) => `${text.slice(0, end)}: ${name}${text.slice(end)}`, source);
}
