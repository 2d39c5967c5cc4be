import { type Indicator, nameOfIndicator } from '../domain/indicator.js';
import { periodLabel } from '../domain/period.js';
import { schemeName } from '../domain/scheme.js';
import type { Fact } from './fact.js';

/**
 * What validation found: an `error` stops the run, a `doubt` says that printed figures contradict each other or cannot be, a
 * `note` says what contradicts nothing: a deficit, or a total that blank rows leave unchecked.
 */
export interface Finding {
  severity: 'error' | 'doubt' | 'note';
  /** Path relative to the project root. */
  file: string;
  /** Line in the file, 1 for the head; 0 when the finding concerns the whole file. */
  line: number;
  /** Column name or empty. */
  column: string;
  /** The value as it stands there. */
  value: string;
  /** Chinese sentence that names the rule. */
  rule: string;
  /** The printed figure that it is about; without one it is about a row or a file. */
  figure?: FindingFigure;
}

/** A printed figure as people name it, and where it stands. */
interface FindingFigure {
  regionName: string;
  schemeName: string;
  /** With its part in brackets. */
  indicatorName: string;
  periodName: string;
  /** With its unit; empty for a blank. */
  printed: string;
  /** Document and line, or workbook and cell. */
  source: string;
}

/** A finding on a printed figure. */
export function figureFinding(
  fact: Omit<Fact, 'basis'>,
  indicators: readonly Indicator[],
  found: Pick<Finding, 'severity' | 'rule'>,
): Finding {
  const part = fact.categoryName === '' ? '' : `（${fact.categoryName}）`;
  const figure = {
    regionName: fact.regionName,
    schemeName: schemeName(fact.scheme),
    indicatorName: `${nameOfIndicator(indicators, fact.indicator)}${part}`,
    periodName: periodLabel(fact.period),
    printed: fact.state === 'value' ? `${fact.printed}${fact.unit === '比例' ? '' : fact.unit}` : fact.printed,
    source: fact.source,
  };
  return { ...found, ...rowOf(fact.ref), column: 'value', value: fact.printed, figure };
}

/** Where a row stands, from its reference: `data/zhuzhou/2022/x.csv#L41` → that file, line 41. */
export function rowOf(ref: string): Pick<Finding, 'file' | 'line'> {
  const [file = '', line = '0'] = ref.split('#L');
  return { file, line: Number(line) };
}

/** What adds errors about the cells of one row to the findings. */
export function failInRow(
  findings: Finding[],
  { file, line }: Pick<Finding, 'file' | 'line'>,
  valueOf: (column: string) => string | undefined,
): (column: string, rule: string) => undefined {
  return (column, rule) => {
    findings.push({ severity: 'error', file, line, column, value: valueOf(column) ?? '', rule });
  };
}

/**
 * `data/zhuzhou/2022/x.csv 第 41 行 value“n/a”：应为数字（万元）`; of a figure with what it is about and where it is printed:
 * `… value“-135”（全市 离休干部医疗 当期结余 2021年一季度，zhuzhou-2021Q1 L482）：…`.
 */
export function describeFinding(finding: Finding): string {
  const place = finding.line > 0 ? `${finding.file} 第 ${finding.line} 行` : finding.file;
  const cell = finding.column === '' ? '' : ` ${finding.column}“${finding.value}”`;
  const about = finding.figure === undefined ? '' : `（${nameOfFound(finding.figure)}，${finding.figure.source}）`;
  return `${place}${cell}${about}：${finding.rule}`;
}

function nameOfFound({ regionName, schemeName, indicatorName, periodName }: FindingFigure): string {
  return [regionName, schemeName, indicatorName, periodName].join(' ');
}
