import type { Chart } from '../show/charts/chart.js';
import type { TableView } from '../show/tables/table-view.js';

/** Media type under which a notebook output carries a {@link TableView}, whole and unrounded. */
export const TABLE_MEDIA_TYPE = 'application/vnd.fundwatch.table+json';

/** Media type of a Plotly figure `{data, layout, config}`; the chart's name and title stand in the output's metadata. */
export const CHART_MEDIA_TYPE = 'application/vnd.plotly.v1+json';

/** Key in an output's metadata under which {@link ChartMetadata} stands. */
export const METADATA_KEY = 'fundwatch';

/** What an output says of the chart that it carries. */
export interface ChartMetadata {
  kind: 'chart';
  name: string;
  title: string;
}

/** What a notebook showed, in the order shown. */
export interface Shown {
  charts: Chart[];
  tables: TableView[];
}

/** What one notebook of a run showed. */
export interface NotebookShown extends Shown {
  /** Name of the notebook, as in its record. */
  notebook: string;
}

/** Notebook format 4.5, only what the runner and the pages read. */
export interface NotebookOutput {
  output_type: 'stream' | 'display_data' | 'execute_result' | 'error';
  name?: string;
  text?: string | string[];
  data?: Record<string, unknown>;
  metadata?: Record<string, unknown>;
  execution_count?: number | null;
  ename?: string;
  evalue?: string;
  traceback?: string[];
}

/** One cell, with what it put out when it was run. */
export interface NotebookCell {
  cell_type: 'code' | 'markdown' | 'raw';
  id?: string;
  metadata: { tags?: string[]; [key: string]: unknown };
  source: string | string[];
  outputs?: NotebookOutput[];
  execution_count?: number | null;
}

/** A notebook file. */
export interface Notebook {
  nbformat: number;
  nbformat_minor: number;
  metadata: Record<string, unknown>;
  cells: NotebookCell[];
}

/** A cell's source as one text. */
export function codeOf(cell: NotebookCell): string {
  return Array.isArray(cell.source) ? cell.source.join('') : cell.source;
}

/** Whether a cell carries a tag such as `parameters`. */
export function hasTag(cell: NotebookCell, tag: string): boolean {
  return cell.metadata.tags?.includes(tag) ?? false;
}
