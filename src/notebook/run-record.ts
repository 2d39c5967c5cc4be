/** How one notebook of a run ended. Times are in milliseconds. */
export interface NotebookRecord {
  /** File name without ending, such as `04-region-warnings`. */
  name: string;
  /** First heading of the notebook. */
  title: string;
  status: 'done' | 'skipped' | 'failed';
  durationMs: number;
  /** Chinese sentence: why it was skipped, or cell and message of the failure. */
  reason: string;
}

/** An exported file, relative to the output folder. */
export interface ExportRecord {
  file: string;
  title: string;
  bytes: number;
}

/** `run.json`: what was run on what, and what came of it. */
export interface RunRecord {
  parameters: { place: string; period: string };
  placeName: string;
  periodLabel: string;
  rule: string;
  startedAt: string;
  durationMs: number;
  status: 'done' | 'failed';
  /** How many pools have each grade that one has, the worst first. */
  grades: { gradeName: string; severity: number; pools: number }[];
  versions: Record<string, string>;
  /** sha256 of every file read, by path relative to the project root. */
  inputs: Record<string, string>;
  notebooks: NotebookRecord[];
  exports: ExportRecord[];
}
