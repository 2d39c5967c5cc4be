import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHART_MEDIA_TYPE, type Notebook, TABLE_MEDIA_TYPE } from '../../src/notebook/output.js';
import type { RunRecord } from '../../src/notebook/run-record.js';
import { REPOSITORY } from '../fixtures/workspace.js';
import { WorkspaceCopy } from '../slow/workspace-copy.js';

const copy = new WorkspaceCopy();
const OUTPUT = copy.file('output/zhuzhou/2022');
const jupyter = process.env.JUPYTER ?? 'jupyter';
const names = readdirSync(copy.file('notebooks')).filter((name) => name.endsWith('.ipynb'));
const scratch = mkdtempSync(path.join(os.tmpdir(), 'fundwatch-jupyter-'));
const environment = { ...process.env, FUNDWATCH_ROOT: copy.root, JUPYTER_DATA_DIR: path.join(scratch, 'data') };

/** What a notebook showed, without the random ids of its HTML: every table whole, every chart's data. */
function figuresOf(file: string): unknown[] {
  const notebook = JSON.parse(readFileSync(file, 'utf8')) as Notebook;
  const outputs = notebook.cells.flatMap((cell) => cell.outputs ?? []);
  expect(outputs.filter((output) => output.output_type === 'error')).toEqual([]);
  return outputs
    .flatMap((output) => [output.data?.[TABLE_MEDIA_TYPE], output.data?.[CHART_MEDIA_TYPE]])
    .filter(Boolean);
}

describe('the same notebooks run in a real Jupyter', () => {
  beforeAll(() => {
    for (const command of ['kernel', 'rerun']) {
      const done = spawnSync(process.execPath, ['bin/fundwatch.js', command], { cwd: REPOSITORY, env: environment });
      expect(done.status, String(done.stderr)).toBe(0);
    }
  });
  afterAll(() => {
    copy.remove();
    rmSync(scratch, { recursive: true, force: true });
  });

  test.each(names)(
    '%s shows the same figures in Jupyter as in a rerun, or is skipped there for want of facts',
    (name) => {
      const { notebooks } = JSON.parse(readFileSync(path.join(OUTPUT, 'run.json'), 'utf8')) as RunRecord;
      const record = notebooks.find((notebook) => `${notebook.name}.ipynb` === name);
      if (record?.status === 'skipped') {
        expect(record.reason).toMatch(/^本期没有/);
        return;
      }
      const args = [
        'nbconvert',
        '--to',
        'notebook',
        '--execute',
        path.join('notebooks', name),
        '--output-dir',
        scratch,
      ];
      const run = spawnSync(jupyter, args, { cwd: copy.root, env: environment });
      expect(run.status, String(run.stderr)).toBe(0);
      const theirs = figuresOf(path.join(scratch, name));
      expect(theirs.length).toBeGreaterThan(0);
      expect(theirs).toEqual(figuresOf(path.join(OUTPUT, 'notebooks', name)));
    },
  );
});
