import { KERNEL_HEAP_MIB } from '../kernel/kernel-command.js';
import { type CellError, TYPE_ERROR_NAME } from '../kernel/kernel-errors.js';
import { codeOf, type NotebookCell } from '../output.js';
import { KernelDied } from './kernel-process.js';

/**
 * What stopped a notebook: `parameters` that cannot be given, no kernel at the `start`, a cell that was not run
 * (`type-check`), threw (`exception`), had started what failed later (`asynchronous`), or ran over its `time-limit`; a
 * kernel without `memory`, or one that ended for another reason (`kernel`).
 */
export type FailureKind =
  | 'parameters'
  | 'start'
  | 'type-check'
  | 'exception'
  | 'asynchronous'
  | 'time-limit'
  | 'memory'
  | 'kernel';

/** Why a notebook stopped. */
export interface NotebookFailure extends CellError {
  kind: FailureKind;
  /**
   * Number of the code cell as a person counts in the notebook they wrote: from 1, without text cells and without the
   * injected one (whose errors count for the cell tagged `parameters`). 0 if no cell was run.
   */
  cell: number;
  /** One Chinese sentence: place, value, rule. */
  message: string;
}

/** A failure before the first cell. */
export function failureBefore(kind: 'parameters' | 'start', reason: unknown): NotebookFailure {
  const ename = reason instanceof Error ? reason.name : 'Error';
  const evalue =
    reason instanceof KernelDied ? endOf(reason) : reason instanceof Error ? reason.message : String(reason);
  const traceback = reason instanceof KernelDied ? reason.log.split('\n') : [];
  const message = kind === 'start' ? `笔记本内核未能启动：${evalue}` : evalue;
  return { kind, cell: 0, ename, evalue, traceback, message };
}

/** A code cell with the number by which a person finds it; see {@link NotebookFailure}. */
export interface NumberedCell {
  number: number;
  cell: NotebookCell;
}

/** The failure of a cell that ended with an error of the kernel. */
export function failureOfCell(at: NumberedCell, error: CellError): NotebookFailure {
  if (error.ename === TYPE_ERROR_NAME) return told(at, { ...error, kind: 'type-check' });
  return told(at, { ...error, kind: 'exception' }, `出错：${error.ename}：`);
}

/** The failure of something that a cell had started and that went on after it. */
export function failureAfterCell(at: NumberedCell, error: CellError): NotebookFailure {
  if (error.ename === TYPE_ERROR_NAME) return failureOfCell(at, error);
  return told(at, { ...error, kind: 'asynchronous' }, `运行之后，由它启动的异步操作出错：${error.ename}：`);
}

/** The failure of a cell that was stopped. */
export function failureOfTime(at: NumberedCell, limitMs: number): NotebookFailure {
  const evalue = `运行超过 ${limitMs / 1000} 秒的时限，已停止`;
  return told(at, { kind: 'time-limit', ename: 'TimeLimit', evalue, traceback: [] });
}

/** The failure of a cell under which the kernel ended. */
export function failureOfKernel(at: NumberedCell, died: KernelDied): NotebookFailure {
  const kind = died.outOfMemory ? 'memory' : 'kernel';
  const evalue = died.outOfMemory
    ? `内存用尽（上限 ${KERNEL_HEAP_MIB} MB），内核已终止`
    : `内核意外终止（${endOf(died)}）`;
  const traceback = died.log.split('\n').slice(-20);
  return told(at, { kind, ename: 'KernelDied', evalue, traceback }, '运行时');
}

function endOf({ exitCode, signal, log }: KernelDied): string {
  if (signal !== null) return `信号 ${signal}`;
  if (exitCode !== null) return `退出码 ${exitCode}`;
  return log;
}

/** With its message: the cell by its number and first words, `what` happened, and the error's own words. */
function told(
  { number, cell }: NumberedCell,
  failure: Omit<NotebookFailure, 'cell' | 'message'>,
  what = '',
): NotebookFailure {
  const line = codeOf(cell)
    .split('\n')
    .find((text) => text.trim() !== '');
  const words = (line ?? '').trim();
  const place = `第 ${number} 个代码单元格（${words.length > 30 ? `${words.slice(0, 30)}…` : words}）`;
  return { ...failure, cell: number, message: `${place}${what}${failure.evalue}` };
}
