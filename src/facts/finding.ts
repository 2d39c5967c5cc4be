/** What validation found: an `error` stops the run, a `doubt` informs, as sources may contradict themselves. */
export interface Finding {
  severity: 'error' | 'doubt';
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

/** `data/zhuzhou/2022/x.csv 第 41 行 value“n/a”：应为数字（万元）` */
export function describeFinding(finding: Finding): string {
  const place = finding.line > 0 ? `${finding.file} 第 ${finding.line} 行` : finding.file;
  const cell = finding.column === '' ? '' : ` ${finding.column}“${finding.value}”`;
  return `${place}${cell}：${finding.rule}`;
}
