import { InputError } from '../../domain/input-error.js';

const WAY_OUT = '请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入';

/** The refusal of a damaged file, with the way out. `what` is the fault: `缺少工作表“汇总”的内容`. */
export function damagedFile(what: string): InputError {
  return new InputError(`文件已损坏：${what}。${WAY_OUT}`);
}

/** The refusal of a file that is damaged nobody can say how. */
export function unreadableFile(cause?: unknown): InputError {
  return new InputError(`文件已损坏，读不出来。${WAY_OUT}`, { cause });
}
