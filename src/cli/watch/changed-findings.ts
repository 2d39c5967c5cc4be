import { describeIntakeFinding, type IntakeFinding } from '../../intake/intake-finding.js';

/** Notes are left to the import: while a form is filled in, every blank column is one. */
const SEVERITIES = ['error', 'doubt'] as const;
const SEVERITY_NAMES = { error: '错误', doubt: '疑点', note: '说明' } as const;

/**
 * What became of the errors and doubts since the last look, one Chinese line each: what is new or now reads otherwise,
 * errors first, then what is gone. What stands as it was has no line.
 */
export function changedFindings(before: readonly IntakeFinding[], after: readonly IntakeFinding[]): string[] {
  return SEVERITIES.flatMap((severity) =>
    changesOf(
      before.filter((finding) => finding.severity === severity),
      after.filter((finding) => finding.severity === severity),
    ),
  );
}

/** `错误 2 项、疑点 1 项`; empty when there is neither. */
export function countFindings(findings: readonly IntakeFinding[]): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const { length } = findings.filter((finding) => finding.severity === severity);
    return length === 0 ? [] : [`${SEVERITY_NAMES[severity]} ${length} 项`];
  });
  return counts.join('、');
}

function changesOf(before: readonly IntakeFinding[], after: readonly IntakeFinding[]): string[] {
  const known = new Set(before.map(lineOf));
  const now = new Set(after.map(lineOf));
  const fresh = after.filter((finding) => !known.has(lineOf(finding)));
  const gone = before.filter((finding) => !now.has(lineOf(finding)));
  const lines: string[] = [];
  for (const finding of fresh) {
    // The same rule at the same cell with other figures: the cell was changed, and is not right yet.
    const earlier = gone.findIndex((other) => placeOf(other) === placeOf(finding));
    if (earlier >= 0) gone.splice(earlier, 1);
    lines.push(`${earlier >= 0 ? '仍有' : '新的'}${lineOf(finding)}`);
  }
  // A doubt may also go because something else broke; an error goes only with its cell.
  return [
    ...lines,
    ...gone.map((finding) => `✓ ${finding.severity === 'error' ? '已改正' : '不再有'}：${lineOf(finding)}`),
  ];
}

function lineOf(finding: IntakeFinding): string {
  return `${SEVERITY_NAMES[finding.severity]}：${describeIntakeFinding(finding)}`;
}

function placeOf({ rule, sheet, cell }: IntakeFinding): string {
  return JSON.stringify([rule, sheet, cell]);
}
