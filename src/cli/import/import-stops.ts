import type { Examination } from '../../intake/examine-workbook.js';
import type { RestatedFigure } from '../../intake/store/restated-figures.js';

/** Last line of an import that stored nothing. */
export const NOT_IMPORTED = '没有导入，数据没有改动。';

/** Why the import stops, if it does, and what to do; `open` are doubts not accepted, restatements without a reason. */
export function stopLines(
  { findings, figures }: Examination,
  open: { doubts: number; restated: readonly RestatedFigure[] },
): string[] {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const stops: string[] = [];
  if (errors > 0) stops.push(`有 ${errors} 项错误，请在工作簿里改正后再导入。`);
  if (open.doubts > 0) {
    stops.push(
      `有 ${open.doubts} 项疑点，请逐项核对：有误就改工作簿；无误就加上 --accept "理由" 再导入，理由会存进数据。`,
    );
  }
  if (open.restated.length > 0) {
    stops.push(
      `有 ${open.restated.length} 项以前各期的数与已存的不同：填错了就改工作簿；确是重述就加上 --restate "理由" 再导入，原来的数仍然保留。`,
    );
    const beside = open.restated.filter(({ figure }) => figure.role === 'previous').length;
    if (beside > 0) {
      stops.push(`其中 ${beside} 项在“上期”一类的对比栏里：可能填错了栏；若建表以后上期的数又改过，清空这几格即可。`);
    }
  }
  if (figures.length === 0) stops.push('没有读到任何数。请核对文件是否填好，认得的表头见 data/reference/heads.csv。');
  return stops.length === 0 ? [] : ['', ...stops, NOT_IMPORTED];
}
