import type { IntakeFinding } from '../../intake/intake-finding.js';
import { changedFigures, describeFigureChange } from './changed-figures.js';
import { changedFindings, countFindings } from './changed-findings.js';
import { changedGrades, countGrades } from './changed-grades.js';
import type { BroughtIn, PeriodState, Rerun } from './watch-work.js';

/** More changes than these are counted, not listed. */
const MOST_LISTED = 20;

/** Tells what changed from save to save on stdout, and remembers what it told. */
export class WatchReport {
  #findings: readonly IntakeFinding[] = [];
  #repairs: readonly string[] = [];
  #restated: readonly string[] = [];
  /** Lines of the last rerun: notebooks that are skipped every time are told once. */
  #lines: readonly string[] = [];

  /** The line that parts one save from the one before. */
  begin(): void {
    console.log(`—— ${clockText(new Date())} 读取工作簿`);
  }

  /** A workbook that cannot be read changes nothing of what is known of the one before it. */
  refusal(message: string): void {
    console.log(`${message}\n没有导入，数据没有改动；等下一次保存。`);
  }

  /** New, changed and corrected findings, restatements when they are others than before, and what stops the import. */
  findings({ stored, findings, restated, repairs, stops }: BroughtIn): void {
    const lines = changedFindings(this.#findings, findings);
    this.#findings = findings;
    list(lines, '项');
    const newRepairs = repairs.filter((line) => !this.#repairs.includes(line));
    list(newRepairs, '处');
    this.#repairs = repairs;
    const isNew = restated.length > 1 && restated.join() !== this.#restated.join();
    if (isNew) list(restated, '项');
    this.#restated = restated;
    if (stored) return;
    const counts = countFindings(findings);
    if (lines.length === 0 && !isNew && counts !== '') console.log(`  没有变化，仍有${counts}。`);
    for (const line of stops) console.log(line);
  }

  /** Figures that the import changed; for a period that had none, how many there are. */
  figures(before: PeriodState | undefined, after: PeriodState): void {
    if (before === undefined) {
      console.log(`已导入 ${after.figures.length} 个数。`);
      return;
    }
    const changes = changedFigures(before.figures, after.figures);
    const lines = changes.map((change) => describeFigureChange(change, after.indicators));
    console.log(lines.length === 0 ? '已导入，数字没有变化。' : `已导入，改动 ${lines.length} 个数：`);
    list(lines, '个');
  }

  /** Pools whose grade changed; for a period that had none, how many have each grade. */
  grades(before: PeriodState | undefined, after: PeriodState): void {
    if (before === undefined || before.grades.length === 0) {
      if (after.grades.length > 0) console.log(`分级：${countGrades(after.grades)}。`);
      return;
    }
    const lines = changedGrades(before.grades, after.grades);
    console.log(lines.length === 0 ? '分级没有变化。' : `分级变化 ${lines.length} 项：`);
    list(lines, '项');
  }

  /** What the rerun said that the one before did not, and the page. */
  rerun({ index, lines }: Rerun): void {
    for (const line of lines.filter((line) => !this.#lines.includes(line))) console.log(line);
    this.#lines = lines;
    if (index !== '') console.log(`已重算：${index}`);
  }
}

/** Indented lines; more than a screen can hold are counted. */
function list(lines: readonly string[], unit: string): void {
  for (const line of lines.slice(0, MOST_LISTED)) console.log(`  ${line}`);
  if (lines.length > MOST_LISTED) console.log(`  ……另有 ${lines.length - MOST_LISTED} ${unit}`);
}

/** `14:03:22` */
function clockText(time: Date): string {
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}
