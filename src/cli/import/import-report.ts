import { periodLabel } from '../../domain/period.js';
import type { Examination } from '../../intake/examine-workbook.js';
import { describeIntakeFinding, type IntakeFinding } from '../../intake/intake-finding.js';
import { describeRestatements } from '../../intake/store/restated-figures.js';
import type { WrittenPeriod } from '../../intake/store/write-period.js';
import { acceptanceOf } from './accepted-doubts.js';
import type { ImportOutcome } from './bring-in.js';
import { type FindingKind, foldFindings } from './folded-findings.js';
import { doubtLines } from './import-doubts.js';

/** More restated figures than these are counted: a stale column of the form has hundreds. */
const MOST_RESTATED = 20;

/** Everything found in a workbook, for people: errors, doubts with what would explain them, notes, restatements. */
export function importLines({ examination, accepted }: ImportOutcome): string[] {
  const { findings, restated, place, period, tables } = examination;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const lines = [`${place.name} ${periodLabel(period)}：找到 ${tables.length} 张表，${countText(examination)}`];
  if (errors.length > 0) lines.push('', `错误 ${errors.length} 项`);
  lines.push(...errors.map((finding) => `  ${describeIntakeFinding(finding)}`));
  lines.push(...doubtLines(examination, accepted));
  lines.push(...noteLines(findings.filter(({ severity }) => severity === 'note')));
  if (restated.length > 0) {
    lines.push('', `以前各期的数与已存的不同 ${restated.length} 项（重述）`);
    lines.push(...describeRestatements(restated.slice(0, MOST_RESTATED)).map((line) => `  ${line}`));
    if (restated.length > MOST_RESTATED) lines.push(`  ……另有 ${restated.length - MOST_RESTATED} 项，见 --json`);
  }
  return lines;
}

/** What was stored and what comes next; `now` says why doubts are accepted and whether `npm start` takes the period. */
export function storedLines(
  { examination: { place, period, findings }, accepted }: Pick<ImportOutcome, 'examination' | 'accepted'>,
  written: WrittenPeriod,
  now: { isNewest: boolean; reason: string },
): string[] {
  // Not `npm start -- …`: PowerShell takes the two dashes for itself.
  const rerun = `npx fundwatch rerun --place ${place.code} --period ${period}`;
  const doubts = findings.filter(({ severity }) => severity === 'doubt');
  const count = doubts.filter((doubt) => acceptanceOf(doubt, accepted) === undefined).length;
  return [
    ...(count > 0 ? [`疑点 ${count} 项按“${now.reason}”认可，逐条存进 ${written.folder}/accepted.csv`] : []),
    ...(written.restated > 0
      ? [`重述 ${written.restated} 项存进 ${written.folder}/restatements.csv，原来的数仍然保留`]
      : []),
    `已导入 ${written.facts} 个数到 ${written.folder}，另有报表推算的数 ${written.published} 个只作核对。`,
    `下一步：${now.isNewest ? 'npm start' : rerun}（重算${place.name}${periodLabel(period)}）`,
  ];
}

/** For programs: findings, repairs and restatements; `stored` is null when the import stopped. */
export function importJson({ examination, stops, written }: ImportOutcome): object {
  const { place, period, tables, findings, repairs, restated } = examination;
  return {
    place: place.code,
    period,
    status: written === null ? 'stopped' : 'done',
    stops: stops.filter((line) => line !== ''),
    tables,
    findings,
    repairs: repairs.map((repair) => ({
      ...repair,
      alternatives: repair.alternatives.map((cells) =>
        cells.map(({ figure: { ref: cell, printed }, correctedText: corrected, slip }) => {
          return { cell, printed, corrected, slip };
        }),
      ),
    })),
    restated: restated.map(({ figure: { ref: cell, period, printed, unit }, known }) => {
      const stored = { stored: known.printed, storedUnit: known.unit, storedRef: known.ref };
      return { cell, period, printed, unit, ...stored };
    }),
    stored: written,
  };
}

function countText({ figures }: Pick<Examination, 'figures'>): string {
  const published = figures.filter(({ role }) => role === 'published').length;
  return `${figures.length - published} 个数，另有报表推算的数 ${published} 个`;
}

/** Notes that a statement may hold dozens of. */
const KINDS: readonly FindingKind[] = [
  { says: /为负，表示当期收不抵支$/, title: '当期结余为负，表示当期收不抵支' },
  { says: /为负，表示基金已经透支，与旁边各数相符$/, title: '结余为负，表示基金已经透支，与旁边各数相符' },
  { says: /重复，只存一个$/, title: '与别的表是同一个数，两处相等，只存一个' },
  { says: /^小数位超过分，四舍五入到分/, title: '小数位超过分，四舍五入到分' },
  { says: /^整张表没有填$/, title: '整张表没有填' },
  { says: /^整行或整栏没有填/, title: '整行或整栏没有填，不取数' },
  { says: /^表外的文字，没有用$/, title: '表外的文字，没有用' },
  { says: /没有用，请核对它是否改变口径$/, title: '栏目括号里的话没有用，请核对它是否改变口径' },
  { says: /^格里写的单位是.*按格里的单位$/, title: '格里另写了单位，按格里的单位' },
  { says: /像是去掉了尾数，没有四舍五入$/, title: '像是去掉了尾数，没有四舍五入' },
];

/** Notes for people. Those of one kind are folded into a line with their cells when there are many. */
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
