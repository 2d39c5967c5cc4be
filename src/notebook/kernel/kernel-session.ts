import { setImmediate as nextTurn } from 'node:timers/promises';
import { inspect } from 'node:util';
import type { Converter, ConvertResult } from 'tslab/dist/converter.js';
import type { Executor } from 'tslab/dist/executor.js';
import type { Compile, Compiler } from './kernel-compiler.js';
import { type CellError, cellLabel, describeDiagnostics, describeThrown, originOf } from './kernel-errors.js';
import type { CellOutput, Display } from './kernel-output.js';
import { jupyterOfTslab, loadExecutor } from './kernel-tslab.js';

/** A cell that was executed; its output and late errors go where it was asked for. */
export interface Cell {
  executionCount: number;
  output: CellOutput;
  reportLate: (error: CellError) => void;
}

/** The state of a notebook in the kernel: variables, their declarations, executed cells. One cell runs at a time. */
export class Session {
  #compile: Compile;
  #executor: Executor;
  #declarations = '';
  #compiled: ConvertResult = { diagnostics: [] };
  #modules = new Map<string, string>();
  #cells = new Map<number, Cell>();
  #current: Cell | null = null;
  #running = false;
  #failure: CellError | null = null;

  /** `editorHelp` gives the compiler that completes and explains code. */
  constructor(root: string, compile: Compile, editorHelp: () => Compiler) {
    this.#compile = compile;
    jupyterOfTslab.lastWriteDisplayData = (display, update) =>
      this.#current?.output.display(display as unknown as Display, update);
    const converter: Converter = {
      convert: () => this.#compiled,
      inspect: (...place) => editorHelp().inspect(...place),
      complete: (...place) => editorHelp().complete(...place),
      addModule: () => [],
      close: () => {},
    };
    this.#executor = loadExecutor().createExecutor(
      root,
      { node: converter, browser: converter, close: () => {} },
      { log: (value: unknown) => this.#showResult(value), error: (reason: unknown) => this.#noteThrown(reason) },
    );
  }

  /** The output that belongs to the cell that runs now or ran last. */
  get output(): CellOutput | null {
    return this.#current?.output ?? null;
  }

  get executor(): Executor {
    return this.#executor;
  }

  /** Runs a cell to its end. Returns what went wrong, or `null`. */
  async run(code: string, cell: Cell): Promise<CellError | null> {
    this.#cells.set(cell.executionCount, cell);
    this.#current = cell;
    this.#failure = null;
    this.#running = true;
    try {
      this.#compiled = this.#withNewModules(
        await this.#compile(this.#declarations, code, cellLabel(cell.executionCount)),
      );
      const done = await this.#executor.execute(code);
      if (done) this.#declarations = this.#compiled.declOutput ?? '';
    } catch (reason) {
      this.#failure ??= describeThrown(reason);
    }
    // A rejected promise that nobody awaits is told by Node after the microtasks: give it that turn.
    await nextTurn();
    this.#running = false;
    cell.output.flush();
    return this.#failure;
  }

  /** Stops a cell that waits; one that computes is stopped by the signal itself. */
  interrupt(): void {
    this.#executor.interrupt();
  }

  /**
   * Takes an error that no cell caught: a rejected promise that nobody awaits, a throw in a timer. It belongs to the cell
   * named in its stack, else to the one that runs now or ran last. A running cell fails at once, since it may wait for
   * what will never come. Returns whether there is a cell to blame.
   */
  takeUncaught(reason: unknown): boolean {
    const cell = this.#cells.get(originOf(reason) ?? -1) ?? this.#current;
    const error = describeThrown(reason);
    if (cell === null) return false;
    if (this.#running && cell === this.#current) {
      this.#failure ??= error;
      this.#executor.interrupt();
      return true;
    }
    cell.output.flush();
    cell.reportLate(error);
    return true;
  }

  /** tslab's executor loads a module anew whenever it is given it: give it only those that changed. */
  #withNewModules(result: ConvertResult): ConvertResult {
    const sideOutputs = result.sideOutputs?.filter(({ path, data }) => this.#modules.get(path) !== data);
    for (const { path, data } of sideOutputs ?? []) this.#modules.set(path, data);
    return { ...result, sideOutputs };
  }

  #noteThrown(reason: unknown): void {
    const { diagnostics } = this.#compiled;
    this.#failure ??= diagnostics.length > 0 ? describeDiagnostics(diagnostics) : describeThrown(reason);
  }

  #showResult(value: unknown): void {
    if (this.#current === null) return;
    this.#current.output.result(typeof value === 'string' ? value : inspect(value), this.#current.executionCount);
  }
}
