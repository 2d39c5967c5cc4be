import { periodLabel } from '../domain/period.js';
import type { AcceptedDoubt } from '../facts/accepted.js';
import type { Examination } from '../intake/examine-workbook.js';
import { describeIntakeFinding, type IntakeFinding } from '../intake/intake-finding.js';
import { describeRestatements } from '../intake/restated-figures.js';
import { describeRepair } from '../intake/smallest-repair.js';
import type { WrittenPeriod } from '../intake/write-period.js';
import type { ImportOutcome } from './bring-in.js';

const SEVERITIES = [
  { severity: 'error', title: '错误' },
  { severity: 'doubt', title: '疑点' },
  { severity: 'note', title: '说明' },
] as const;

/** Everything found in a workbook, for people: errors, doubts, notes, then what would explain the failing balances. */
export function importLines({ examination, accepted }: ImportOutcome): string[] {
  const { findings, repairs, restated, place, period, tables } = examination;
  const lines = [`${place.name} ${periodLabel(period)}：找到 ${tables.length} 张表，${countText(examination)}`];
  for (const { severity, title } of SEVERITIES) {
    const own = findings.filter((finding) => finding.severity === severity);
    if (own.length === 0) continue;
    lines.push('', `${title} ${own.length} 项`);
    lines.push(...own.map((finding) => `  ${describeIntakeFinding(finding)}${acceptedText(finding, accepted)}`));
  }
  if (repairs.length > 0) lines.push('', '各项不符最少改哪几格可以解释（只是建议，没有改动任何数）');
  for (const repair of repairs) lines.push(...describeRepair(repair).map((line) => `  ${line}`));
  if (restated.length > 0) {
    lines.push('', `以前各期的数与已存的不同 ${restated.length} 项（重述）`);
    lines.push(...describeRestatements(restated).map((line) => `  ${line}`));
  }
  return lines;
}

/** Last line of an import that stored nothing. */
export const NOT_IMPORTED = '没有导入，数据没有改动。';

/**
 * Why the import stops, and what to do; empty when nothing stops it.
 *
 * @param open numbers of doubts not accepted and of restatements without a reason
 */
export function stopLines({ findings, figures }: Examination, open: { doubts: number; restated: number }): string[] {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const stops: string[] = [];
  if (errors > 0) stops.push(`有 ${errors} 项错误，请在工作簿里改正后再导入。`);
  if (open.doubts > 0) {
    stops.push(
      `有 ${open.doubts} 项疑点，请逐项核对：有误就改工作簿；无误就加上 --accept "理由" 再导入，理由会存进数据。`,
    );
  }
  if (open.restated > 0) {
    stops.push(
      `有 ${open.restated} 项以前各期的数与已存的不同：填错了就改工作簿；确是重述就加上 --restate "理由" 再导入，原来的数仍然保留。`,
    );
  }
  if (figures.length === 0) stops.push('没有读到任何数。请核对文件是否填好，认得的表头见 data/reference/heads.csv。');
  return stops.length === 0 ? [] : ['', ...stops, NOT_IMPORTED];
}

/** What was stored and what comes next. */
export function storedLines({ place, period }: Examination, written: WrittenPeriod, isNewest: boolean): string[] {
  const command = isNewest ? 'npm start' : `npm start -- --place ${place.code} --period ${period}`;
  return [
    `已导入 ${written.facts} 个数到 ${written.folder}，另有报表推算的数 ${written.published} 个只作核对。`,
    `下一步：${command}（重算${place.name}${periodLabel(period)}）`,
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
        cells.map(({ figure, correctedText, slip }) => ({
          cell: figure.ref,
          printed: figure.printed,
          corrected: correctedText,
          slip,
        })),
      ),
    })),
    restated: restated.map(({ figure, known }) => ({
      cell: figure.ref,
      period: figure.period,
      printed: figure.printed,
      unit: figure.unit,
      stored: known.printed,
      storedUnit: known.unit,
      storedRef: known.ref,
    })),
    stored: written,
  };
}

function countText({ figures }: Pick<Examination, 'figures'>): string {
  const published = figures.filter(({ role }) => role === 'published').length;
  return `${figures.length - published} 个数，另有报表推算的数 ${published} 个`;
}

function acceptedText(finding: IntakeFinding, accepted: readonly AcceptedDoubt[]): string {
  const doubt = accepted.find((entry) => isAccepted(finding, [entry]));
  return doubt === undefined ? '' : `（已于 ${doubt.date} 认可：${doubt.reason}）`;
}

/** Whether a doubt was accepted before: the same rule, cell, value and sentence. */
export function isAccepted(finding: IntakeFinding, accepted: readonly AcceptedDoubt[]): boolean {
  return accepted.some(
    (doubt) =>
      doubt.rule === finding.rule &&
      doubt.sheet === finding.sheet &&
      doubt.cell === finding.cell &&
      doubt.value === finding.value &&
      doubt.message === finding.message,
  );
}
