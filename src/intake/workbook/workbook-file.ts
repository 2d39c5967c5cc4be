import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../../domain/input-error.js';
import { LARGEST_FILE } from './reading-limits.js';

/**
 * Bytes of a workbook's file. Throws InputError that names the file: missing, a folder, empty, too large, held by another
 * program, or the lock that Excel keeps beside an open workbook.
 */
export async function readWorkbookFile(file: string): Promise<Buffer> {
  const name = path.basename(file);
  if (name.startsWith('~$')) {
    throw new InputError(`${name}：这是 Excel 打开工作簿时留下的锁文件，不是工作簿。请导入 ${name.slice(2)}`);
  }
  try {
    const info = await stat(file);
    if (info.isDirectory()) throw new InputError(`${file}：这是文件夹，请给出工作簿文件`);
    if (!info.isFile()) throw new InputError(`${file}：这不是普通文件，不能读取`);
    if (info.size === 0) throw new InputError(`${file}：文件是空的（0 字节）`);
    if (info.size > LARGEST_FILE) {
      const size = Math.ceil(info.size / 2 ** 20);
      throw new InputError(`${file}：文件有 ${size} MB，超过上限 ${LARGEST_FILE / 2 ** 20} MB，没有打开`);
    }
    return await readFile(file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${file}：${reasonOf(error)}`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return '找不到这个文件，请检查路径和名称';
  if (code === 'EBUSY' || code === 'EPERM') return '文件正被别的程序（如 Excel）打开，请先关闭再导入';
  if (code === 'EACCES') return '没有读取这个文件的权限';
  return `文件读取失败（${code || String(error)}）`;
}
