import { readFileSync } from 'node:fs';
import path from 'node:path';
import { groupBy } from '../../domain/group-by.js';
import { periodLabel } from '../../domain/period.js';
import type { Fund } from '../../facts/fund.js';
import { OUTPATIENT_POOLING_FILE } from '../../facts/outpatient-pooling.js';
import { sha256 } from '../../intake/store/period-changes.js';
import type { NotebookRun } from '../../notebook/run/run-notebook.js';
import type { NotebookRecord, RunRecord } from '../../notebook/run-record.js';
import { EXECUTION_RULES_FILE } from '../../subjects/budget/execution-rule.js';
import { BOUNDS_FILE } from '../../subjects/findings/bounds.js';
import { LISTS_FILE } from '../../subjects/findings/lists.js';
import type { RegionWarning } from '../../subjects/months/grade-regions.js';
import { RULES_FILE, type Rule } from '../../subjects/months/rule.js';
import { versions } from '../versions.js';
import type { Brief } from './brief.js';
import type { NotebookFile } from './notebook-files.js';

/** What is known of a run before its files are written. */
export interface RunFacts {
  fund: Fund;
  /** Null when no rule is valid in the period. */
  rule: Rule | null;
  notebooks: readonly NotebookFile[];
  runs: ReadonlyMap<string, NotebookRun>;
  /** Files of other periods of the place that the run read. */
  otherFiles: readonly string[];
  /** Chinese sentences about the run as a whole: each makes it fail. */
  problems: readonly string[];
  startedAt: Date;
  browser: string;
  /** What the first page says; its grades go into the record. */
  brief: Brief;
}

/** The record of a run without its exports. A failed notebook or a problem makes the run fail. */
export function recordRun(facts: RunFacts): Omit<RunRecord, 'exports'> {
  const { fund, rule, startedAt } = facts;
  const notebooks = facts.notebooks.map((file) => recordNotebook(file, facts.runs.get(file.name)));
  const failed = facts.problems.length > 0 || notebooks.some(({ status }) => status === 'failed');
  return {
    parameters: { place: fund.place.code, period: fund.period },
    placeName: fund.place.name,
    periodLabel: periodLabel(fund.period),
    rule: rule?.name ?? '本期没有有效的规则',
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    status: failed ? 'failed' : 'done',
    grades: gradesOf(facts.brief),
    versions: versions(facts.browser),
    inputs: hashInputs(facts),
    notebooks,
  };
}

function gradesOf({ situation: { warnings } }: Brief): RunRecord['grades'] {
  const pools = warnings === null ? [] : (warnings.objects() as RegionWarning[]);
  return [...groupBy(pools, ({ grade }) => grade).values()]
    .map((own) => ({ gradeName: own[0]?.gradeName ?? '', severity: own[0]?.severity ?? 99, pools: own.length }))
    .sort((a, b) => a.severity - b.severity);
}

function recordNotebook({ name, title, skipReason }: NotebookFile, run: NotebookRun | undefined): NotebookRecord {
  if (run === undefined) return { name, title, status: 'skipped', durationMs: 0, reason: skipReason };
  const reason = run.failure?.message ?? '';
  return { name, title, status: run.failure === null ? 'done' : 'failed', durationMs: run.durationMs, reason };
}

function hashInputs({ fund, notebooks, otherFiles }: RunFacts): Record<string, string> {
  const files = [
    ...fund.files,
    ...otherFiles,
    RULES_FILE,
    EXECUTION_RULES_FILE,
    BOUNDS_FILE,
    LISTS_FILE,
    OUTPATIENT_POOLING_FILE,
    ...fund.documents.map((document) => document.file),
    ...notebooks.map((notebook) => notebook.file),
  ];
  return Object.fromEntries(
    [...new Set(files)].sort().map((file) => [file, sha256(readFileSync(path.join(fund.root, file)))]),
  );
}
