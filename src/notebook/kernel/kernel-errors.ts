import { inspect } from 'node:util';
import type { Diagnostic } from 'tslab/dist/converter.js';
import { PROJECT_ROOT } from './kernel-command.js';

/** Name of the error of a cell that does not pass the type check. */
export const TYPE_ERROR_NAME = 'TypeScriptError';

/** Longest error text sent to a client, in characters. */
const LONGEST = 10_000;

/** An error as Jupyter tells it: name, message and lines for people. */
export interface CellError {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** Name under which a cell's code stands in stack traces. */
export function cellLabel(executionCount: number): string {
  return `fundwatch-cell-${executionCount}`;
}

/** Execution count of the cell that an error came from (the outermost in its stack), or `null` if its stack names none. */
export function originOf(reason: unknown): number | null {
  const last = [...stackOf(reason).matchAll(/fundwatch-cell-(\d+)/g)].at(-1);
  return last ? Number(last[1]) : null;
}

/** The compiler's findings as one error; lines and columns are those of the cell, from 1. */
export function describeDiagnostics(diagnostics: readonly Diagnostic[]): CellError {
  const lines = diagnostics.map(({ fileName, start, code, messageText }) => {
    const place = `${fileName ? `${fileName} ` : ''}第 ${start.line + 1} 行第 ${start.character + 1} 列`;
    return `${place}：${messageText}（TS${code}）`;
  });
  return {
    ename: TYPE_ERROR_NAME,
    evalue: cut(`单元格类型检查未通过：${lines[0] ?? '原因不明'}`),
    traceback: ['单元格类型检查未通过：', ...lines.map(cut)],
  };
}

/**
 * Whatever was thrown, as an error for people. Frames of Node and of the kernel are left out, paths are relative to the
 * project, and a frame in a cell tells the cell only: the lines are those of compiled code and would mislead.
 */
export function describeThrown(reason: unknown): CellError {
  const isError = reason instanceof Error;
  const ename = isError ? reason.name : 'Error';
  const evalue = cut(isError ? reason.message : inspect(reason));
  const frames = stackOf(reason)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .filter((line) => !/node:|\/node_modules\/tslab\/|\/dist\/notebook\/kernel/.test(line))
    .map((line) => line.replaceAll(PROJECT_ROOT, '').replaceAll('file:///', '').replaceAll('(/', '('))
    .map((line) => line.replace(/fundwatch-cell-(\d+):\d+:\d+/, '单元格 [$1]').replace('at Proxy.', 'at '))
    .filter((line, index, lines) => line !== lines[index - 1]);
  const cause = isError && reason.cause !== undefined ? [`原因：${describeThrown(reason.cause).evalue}`] : [];
  return { ename, evalue, traceback: [`${ename}: ${evalue}`, ...cause, ...frames] };
}

function stackOf(reason: unknown): string {
  return reason instanceof Error ? String(reason.stack) : '';
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…（从略）` : text;
}
