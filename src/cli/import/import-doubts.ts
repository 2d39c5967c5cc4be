import { groupBy } from '../../domain/group-by.js';
import type { AcceptedDoubt } from '../../facts/accepted.js';
import type { Examination } from '../../intake/examine-workbook.js';
import { describeIntakeFinding, type IntakeFinding } from '../../intake/intake-finding.js';
import { describeRepair, isStrong, isTelling, type Repair } from '../../intake/repair/repair.js';
import { followersOf } from '../../intake/repair/repair-formula.js';
import { acceptanceOf } from './accepted-doubts.js';
import { type FindingKind, foldFindings } from './folded-findings.js';

/** Rules whose doubt at a formula may be nothing but the mistake in a cell from which it computes. */
const CARRIED = ['unitSlip', 'yearToDate', 'total', 'sign', 'unchanged'];

/** Doubts that a half-filled or uncomputed workbook holds by the hundred. */
const KINDS: readonly FindingKind[] = [
  {
    says: /^公式 =.*没有存下结果，按未知处理$/s,
    title: '公式没有存下结果，按未知处理，请在 Excel 或 WPS 里打开并保存一次',
  },
  {
    says: /上期（.*）报了.*，本期其他统筹区有、这里/,
    title: '上期报了、本期别的统筹区也有，这里空白或没有这一行',
    nameOf: ({ message }) => message.replace(/上期（.*?）报了(.*)，本期其他.*$/, '（$1）'),
  },
];

/**
 * The doubts of a workbook for people: each repair that tells something with the doubts that it explains below it, then
 * the others one by one, then repairs that explain errors only. A doubt accepted before is counted under its reason, and not repeated.
 */
export function doubtLines(examination: Examination, accepted: readonly AcceptedDoubt[]): string[] {
  const doubts = examination.findings.filter(({ severity }) => severity === 'doubt');
  const open = doubts.filter((finding) => acceptanceOf(finding, accepted) === undefined);
  const left = new Set(open);
  const groups = examination.repairs
    .filter(isTelling)
    .map((repair) => ({ repair, doubts: explainedBy(repair, left, examination) }));
  const telling = groups.filter((group) => group.doubts.length > 0);
  const lines: string[] = [];
  if (open.length > 0) lines.push('', `疑点 ${open.length} 项`);
  for (const [index, group] of telling.entries()) {
    lines.push(...numbered(index + 1, describeRepair(group.repair)));
    lines.push(
      ...group.doubts.map((finding) => `      ${describeIntakeFinding({ ...finding, hint: hintIn(group, finding) })}`),
    );
  }
  const folded = foldFindings([...left], KINDS);
  const others = [...folded.lines, ...folded.left.map(describeIntakeFinding)];
  if (telling.length > 0 && others.length > 0) lines.push('  其余疑点');
  lines.push(...others.map((line) => `${telling.length > 0 ? '      ' : '  '}${line}`));
  if (folded.lines.length > 0) lines.push('  （合并的各项逐条见 --json）');
  if (telling.length > 0) lines.push('  （“→”是使各项相符的最少改动，只是建议，没有改动任何数）');
  lines.push(...acceptedLines(doubts, accepted));

  const hidden = groups.filter((group) => group.doubts.length === 0 && !isAcceptedRepair(group.repair, doubts, open));
  if (hidden.length > 0) lines.push('', '不符的数最少改哪几格可以相符（只是建议，没有改动任何数）');
  for (const { repair } of hidden) lines.push(...describeRepair(repair).map((line) => `  ${line}`));
  return lines;
}

/** Takes from `left` the doubts that a repair explains: the balances it names, and what its cells carry into formulas. */
function explainedBy(repair: Repair, left: Set<IntakeFinding>, { figures }: Examination): IntakeFinding[] {
  const named = [...left].filter((finding) => isAbout(repair, finding));
  for (const finding of named) left.delete(finding);
  const [first = []] = repair.alternatives;
  const cells = new Set(first.map(({ figure }) => figure.ref));
  if (named.length === 0 || cells.size === 0) return named;
  const moved = new Set(cells);
  followersOf(figures).forEach((followers, index) => {
    if (!cells.has(figures[index]?.ref ?? '')) return;
    for (const follower of followers.keys()) moved.add(figures[follower]?.ref ?? '');
  });
  const at = new Set(figures.filter(({ ref }) => moved.has(ref)).map(({ sheet, cell }) => `${sheet}!${cell}`));
  const carried = [...left].filter(({ rule, sheet, cell }) => CARRIED.includes(rule) && at.has(`${sheet}!${cell}`));
  for (const finding of carried) left.delete(finding);
  return [...named, ...carried];
}

/** Whether a doubt says that an identity fails which a repair explains. */
function isAbout({ explains, shared }: Repair, { rule, message }: IntakeFinding): boolean {
  if (rule !== 'total' && rule !== 'identity') return false;
  return [...explains, ...shared].some((name) => message.startsWith(`${name.replace('＝', '应等于')}：`));
}

function isAcceptedRepair(repair: Repair, doubts: readonly IntakeFinding[], open: readonly IntakeFinding[]): boolean {
  const about = doubts.filter((finding) => isAbout(repair, finding));
  return about.length > 0 && about.every((finding) => !open.includes(finding));
}

/** A repair that tells the slip makes the guesses at the single doubts superfluous. */
function hintIn({ repair }: { repair: Repair }, finding: IntakeFinding): string {
  return repair.alternatives.length === 1 || isStrong(repair) ? '' : finding.hint;
}

/** The doubts accepted before, counted by day and reason. */
function acceptedLines(doubts: readonly IntakeFinding[], accepted: readonly AcceptedDoubt[]): string[] {
  const acceptances = doubts.flatMap((doubt) => acceptanceOf(doubt, accepted) ?? []);
  if (acceptances.length === 0) return [];
  const byWords = groupBy(acceptances, ({ date, reason }) => `已于 ${date} 认可：${reason}`);
  return [
    '',
    ...[...byWords].map(([words, { length }]) => `疑点 ${length} 项${words}（逐条见该期文件夹的 accepted.csv）`),
  ];
}

function numbered(number: number, [first = '', ...others]: readonly string[]): string[] {
  return [`  （${number}）${first}`, ...others.map((line) => `      ${line}`)];
}
