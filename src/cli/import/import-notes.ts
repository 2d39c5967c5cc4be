import { describeIntakeFinding, type IntakeFinding } from '../../intake/intake-finding.js';
import { type FindingKind, foldFindings } from './folded-findings.js';

/** Notes that a statement may hold dozens of. */
const KINDS: readonly FindingKind[] = [
  { says: /为负，表示当期收不抵支$/, title: '当期结余为负，表示当期收不抵支' },
  { says: /重复，只存一个$/, title: '与别的表是同一个数，两处相等，只存一个' },
  { says: /^小数位超过分，四舍五入到分/, title: '小数位超过分，四舍五入到分' },
  { says: /^整张表没有填$/, title: '整张表没有填' },
  { says: /^整行或整栏没有填/, title: '整行或整栏没有填，不取数' },
  { says: /^表外的文字，没有用$/, title: '表外的文字，没有用' },
  { says: /没有用，请核对它是否改变口径$/, title: '栏目括号里的话没有用，请核对它是否改变口径' },
  { says: /^格里写的单位是.*按格里的单位$/, title: '格里另写了单位，按格里的单位' },
  { says: /像是去掉了尾数，没有四舍五入$/, title: '像是去掉了尾数，没有四舍五入' },
];

/**
 * Notes for people. Those of one kind are folded into a line with their cells when there are many (the single ones are in
 * what the command prints with `--json`).
 */
export function noteLines(notes: readonly IntakeFinding[]): string[] {
  if (notes.length === 0) return [];
  const { lines, left } = foldFindings(notes, KINDS);
  return [
    '',
    `说明 ${notes.length} 项（只供了解，不用处理）`,
    ...lines.map((line) => `  ${line}`),
    ...left.map((note) => `  ${describeIntakeFinding(note)}`),
    ...(lines.length > 0 ? ['  （合并的各项逐条见 --json）'] : []),
  ];
}
