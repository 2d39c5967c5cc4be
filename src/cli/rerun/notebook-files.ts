import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../../domain/input-error.js';
import type { Fact } from '../../facts/fact.js';
import type { Fund } from '../../facts/fund.js';
import type { Notebook } from '../../notebook/output.js';

/** A notebook of the workspace and whether this period's facts allow it. */
export interface NotebookFile {
  /** File name without ending. */
  name: string;
  /** Path relative to the root. */
  file: string;
  /** First heading. */
  title: string;
  notebook: Notebook;
  /** Chinese sentence why it cannot run on these facts; empty when it can. */
  skipReason: string;
}

/**
 * Reads `notebooks/*.ipynb` in order. A notebook says in its metadata, `fundwatch.requires`, which indicators it needs:
 * a list of groups, of each of which the facts must hold one: an indicator's code (`income`), a code of one basis
 * (`income:budget`), or any figure of a basis (`*:target`). Throws InputError for a file that is no notebook.
 */
export function readNotebooks(fund: Fund): NotebookFile[] {
  const present = new Set(
    (fund.facts.objects() as Fact[]).flatMap(({ indicator, basis }) => [
      indicator,
      `${indicator}:${basis}`,
      `*:${basis}`,
    ]),
  );
  return readdirSync(path.join(fund.root, 'notebooks'))
    .filter((file) => file.endsWith('.ipynb') && !file.startsWith('.'))
    .sort()
    .map((file) => {
      const notebook = readNotebook(path.join(fund.root, 'notebooks', file), file);
      const missing = requiresOf(notebook).filter((group) => !group.some((indicator) => present.has(indicator)));
      return {
        name: file.replace(/\.ipynb$/, ''),
        file: `notebooks/${file}`,
        title: titleOf(notebook, file),
        notebook,
        skipReason:
          missing.length === 0 ? '' : `本期没有${missing.map((group) => namesOf(group, fund)).join('，也没有')}的数据`,
      };
    });
}

function readNotebook(file: string, name: string): Notebook {
  try {
    const notebook = JSON.parse(readFileSync(file, 'utf8')) as Notebook;
    if (notebook.nbformat === 4 && Array.isArray(notebook.cells)) return notebook;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new InputError(`notebooks/${name}：不是 Jupyter 笔记本（应为 nbformat 4 的 JSON）`);
}

function requiresOf(notebook: Notebook): string[][] {
  const own = notebook.metadata.fundwatch as { requires?: string[][] } | undefined;
  return own?.requires ?? [];
}

function titleOf(notebook: Notebook, file: string): string {
  for (const cell of notebook.cells) {
    if (cell.cell_type !== 'markdown') continue;
    const source = Array.isArray(cell.source) ? cell.source.join('') : cell.source;
    const heading = /^# +(.+)$/m.exec(source)?.[1];
    if (heading !== undefined) return heading.trim();
  }
  return file;
}

function namesOf(group: readonly string[], fund: Fund): string {
  const names = group.map((required) => {
    const [code = '', basis = ''] = required.split(':');
    const indicator = fund.reference.indicators.find((entry) => entry.code === code);
    return (code === '*' ? '' : (indicator?.name ?? code)) + (BASIS_NAMES[basis] ?? basis);
  });
  return `“${names.join('”或“')}”`;
}

const BASIS_NAMES: Record<string, string> = { actual: '执行数', budget: '预算数', target: '目标' };
