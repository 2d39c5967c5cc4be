import { InputError } from '../../domain/input-error.js';
import { shortText } from '../short-text.js';
import { damagedFile } from './damaged-file.js';
import {
  LARGEST_PACKAGE,
  LARGEST_PART,
  LONGEST_NAME,
  MOST_PARTS,
  RATIO_COUNTS_ABOVE,
  STEEPEST_RATIO,
} from './reading-limits.js';

/** A part of a zip package as its directory states it. Sizes in bytes. */
export interface ZipEntry {
  name: string;
  /** 0 as it is, 8 deflated. */
  method: number;
  packed: number;
  unpacked: number;
  checksum: number;
  /** Where its local header begins. */
  offset: number;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const CENTRAL = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LONGEST_COMMENT = 0xffff;
/** Stands for a value that did not fit and is in the 64-bit extra field. */
const IN_EXTRA = 0xffffffff;

/**
 * The parts of a zip package by name in lower case, from its directory alone: nothing is unpacked. Throws InputError for
 * what no spreadsheet writes: too many or too large parts, a ratio of a bomb, encryption, names used twice or that lead
 * out of the package, parts that share bytes.
 */
export function readZipDirectory(bytes: Buffer): Map<string, ZipEntry> {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > MOST_PARTS || at === IN_EXTRA) {
    throw new InputError(`压缩包里的部件多于 ${MOST_PARTS} 个，不是正常的工作簿`);
  }
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_LENGTH > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw damagedFile('目录损坏');
    const entry = readEntry(bytes, at);
    const key = entry.name.toLowerCase();
    if (entries.has(key)) throw new InputError(`压缩包里部件 ${entry.name} 出现两次，不是正常的工作簿`);
    entries.set(key, entry);
    refuseSuspicious(entry, bytes.readUInt16LE(at + 8));
    total += entry.unpacked;
    at += CENTRAL_LENGTH + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (total > LARGEST_PACKAGE) {
    throw new InputError(`解压后共 ${mebibytes(total)} MB，超过上限 ${mebibytes(LARGEST_PACKAGE)} MB，没有打开`);
  }
  refuseOverlap([...entries.values()]);
  return entries;
}

/** The last end record whose comment reaches to the end of the file or less. */
function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - END_LENGTH; at >= Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT); at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw damagedFile('找不到压缩包的目录，文件可能没有下载或复制完整');
}

function readEntry(bytes: Buffer, at: number): ZipEntry {
  const nameEnd = at + CENTRAL_LENGTH + bytes.readUInt16LE(at + 28);
  const extra = bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(at + 30));
  // Programs that stream write small sizes into the 64-bit field too; in this order, and only those that did not fit.
  const long = longValues(extra);
  const value = (position: number): number => {
    const short = bytes.readUInt32LE(position);
    return short === IN_EXTRA ? (long.shift() ?? short) : short;
  };
  const unpacked = value(at + 24);
  const packed = value(at + 20);
  return {
    name: bytes.toString('utf8', at + CENTRAL_LENGTH, nameEnd).replaceAll('\\', '/'),
    method: bytes.readUInt16LE(at + 10),
    packed,
    unpacked,
    checksum: bytes.readUInt32LE(at + 16),
    offset: value(at + 42),
  };
}

function longValues(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    return Array.from({ length: Math.floor(field.length / 8) }, (_, index) => Number(field.readBigUInt64LE(index * 8)));
  }
  return [];
}

function refuseSuspicious({ name, method, packed, unpacked }: ZipEntry, flags: number): void {
  const leadsOut = name.split('/').includes('..') || name.startsWith('/');
  if (leadsOut || name.includes('\0') || name.length > LONGEST_NAME) {
    throw new InputError(`压缩包里部件的名称 ${JSON.stringify(shortText(name))} 可疑，没有打开`);
  }
  if ((flags & 1) !== 0) throw new InputError('压缩包加了密码，请去掉密码后再导入');
  if (method !== 0 && method !== 8) throw new InputError(`部件 ${name} 的压缩方法（${method}）不是表格软件所用的`);
  if (method === 0 && packed !== unpacked) throw damagedFile(`部件 ${name} 的大小前后不一`);
  if (unpacked > LARGEST_PART) {
    throw new InputError(
      `部件 ${name} 解压后有 ${mebibytes(unpacked)} MB，超过上限 ${mebibytes(LARGEST_PART)} MB，没有打开`,
    );
  }
  if (unpacked > RATIO_COUNTS_ABOVE && unpacked > STEEPEST_RATIO * packed) {
    throw new InputError(`部件 ${name} 解压后是原来的 ${Math.round(unpacked / packed)} 倍，像压缩炸弹，没有打开`);
  }
}

/** Parts that share bytes make a bomb that looks small in every single part. */
function refuseOverlap(entries: ZipEntry[]): void {
  let free = 0;
  for (const { name, offset, packed } of entries.sort((one, other) => one.offset - other.offset)) {
    if (offset < free) throw new InputError(`压缩包里部件 ${name} 与别的部件重叠，像压缩炸弹，没有打开`);
    free = offset + packed + 30;
  }
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
