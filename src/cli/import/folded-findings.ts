import { groupBy } from '../../domain/group-by.js';
import type { IntakeFinding } from '../../intake/intake-finding.js';

/** A kind of findings of which a workbook may hold hundreds, and what they say together. */
export interface FindingKind {
  /** Matches the message of each. */
  says: RegExp;
  title: string;
  /** What each is named by; its cell when left out. */
  nameOf?: (finding: IntakeFinding) => string;
}

/** From this many findings of one kind on they are one line. */
const FEWEST_FOLDED = 3;
/** More of them than these are counted. */
const MOST_NAMED = 16;

/** Folds many findings of a kind into one line: `表外的文字，没有用（4 项）：说明!A1、A3；附注!A1、A2`. Others stay in order. */
export function foldFindings(
  findings: readonly IntakeFinding[],
  kinds: readonly FindingKind[],
): { lines: string[]; left: IntakeFinding[] } {
  const folded = new Set<IntakeFinding>();
  const lines: string[] = [];
  for (const { says, title, nameOf } of kinds) {
    const group = findings.filter((finding) => says.test(finding.message) && !folded.has(finding));
    if (group.length < FEWEST_FOLDED) continue;
    for (const finding of group) folded.add(finding);
    const shown = group.slice(0, MOST_NAMED);
    const places = nameOf === undefined ? placesOf(shown) : shown.map(nameOf).join('、');
    const rest = group.length > MOST_NAMED ? ` 等 ${group.length} 项` : '';
    lines.push(`${title}（${group.length} 项）：${places}${rest}`);
  }
  return { lines, left: findings.filter((finding) => !folded.has(finding)) };
}

/** `当期收支!L6、N6；其他医疗基金!L6`: the name of a sheet once. */
function placesOf(findings: readonly IntakeFinding[]): string {
  const bySheet = groupBy(findings, ({ sheet }) => sheet);
  return [...bySheet].map(([sheet, own]) => `${sheet}!${own.map(({ cell }) => cell).join('、')}`).join('；');
}
