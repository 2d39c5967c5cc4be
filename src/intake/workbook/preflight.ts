import { crc32, inflateRawSync } from 'node:zlib';
import { InputError } from '../../domain/input-error.js';
import { readZipDirectory, type ZipEntry } from './zip-directory.js';

/** A package whose directory was found harmless. Nothing is unpacked until it is asked for. */
export interface Package {
  /** Text of an XML part, whatever the case of its name; undefined when there is none. Throws InputError when damaged. */
  text(name: string): string | undefined;
}

const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const XML = /\.(xml|rels|vml)$/i;
/** Parts that nothing is read from: they are never unpacked, whatever is in them. */
const UNREAD = /^(xl\/(media|embeddings|printerSettings|pivotCache|activeX|fonts)|docProps|customXml)\//i;

/**
 * Looks at an xlsx package before anything reads it: zip bombs, suspicious names and encryption by its directory,
 * formats that are not read, macros, and declarations of a document type in any XML part. Nothing in the package is
 * ever run, no link is followed. Throws InputError that says the way out.
 */
export function preflight(bytes: Buffer): Package {
  const entries = readZipDirectory(bytes);
  refuseOtherFormats(entries);
  const text = (entry: ZipEntry): string => readXml(entry.name, unpack(bytes, entry));
  for (const entry of entries.values()) {
    if (XML.test(entry.name) && !UNREAD.test(entry.name)) text(entry);
  }
  return {
    text: (name) => {
      const entry = entries.get(name.toLowerCase());
      return entry === undefined ? undefined : text(entry);
    },
  };
}

function refuseOtherFormats(entries: Map<string, ZipEntry>): void {
  const names = [...entries.keys()];
  const has = (ending: string): boolean => names.some((name) => name.endsWith(ending));
  if (has('vbaproject.bin') || names.some((name) => /^xl\/(intl)?macrosheets\//.test(name))) {
    throw new InputError('工作簿带有宏（.xlsm），为安全不读取。请在 Excel 中另存为“Excel 工作簿（.xlsx）”后再导入');
  }
  if (has('xl/workbook.bin')) {
    throw new InputError('这是二进制工作簿（.xlsb），不能读取。请在 Excel 中另存为“Excel 工作簿（.xlsx）”后再导入');
  }
  if (entries.has('meta-inf/manifest.xml') || entries.has('content.xml')) {
    throw new InputError('这是 OpenDocument 表格（.ods），不能读取。请另存为“Excel 工作簿（.xlsx）”后再导入');
  }
  if (!entries.has('[content_types].xml')) {
    throw new InputError('这是压缩包，不是 Excel 工作簿。请解压后选其中的 .xlsx、.xls 或 .csv 文件');
  }
  if (has('word/document.xml') || has('ppt/presentation.xml')) {
    throw new InputError('这是文字或演示文稿，不是工作簿。请把表格放进 Excel 工作簿（.xlsx）后再导入');
  }
}

function unpack(bytes: Buffer, { name, method, packed, unpacked, checksum, offset }: ZipEntry): Buffer {
  const damaged = new InputError(
    `文件已损坏：部件 ${name} 解不开。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入（下载的文件请重新下载）`,
  );
  if (offset + LOCAL_LENGTH > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw damaged;
  const start = offset + LOCAL_LENGTH + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) throw damaged;
  const stored = bytes.subarray(start, start + packed);
  const content = method === 0 ? stored : inflate(stored, unpacked);
  if (content?.length !== unpacked || crc32(content) !== checksum) throw damaged;
  return content;
}

/** Undefined when it cannot be inflated, or to more than was declared. */
function inflate(stored: Buffer, unpacked: number): Buffer | undefined {
  try {
    return inflateRawSync(stored, { maxOutputLength: Math.max(1, unpacked) });
  } catch {
    return undefined;
  }
}

/** Spreadsheets write UTF-8 and no document type; anything else is there to mislead a reader. */
function readXml(name: string, content: Buffer): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new InputError(`部件 ${name} 不是 UTF-8 编码，没有打开。请用 Excel 另存为 .xlsx 后再导入`);
  }
  if (text.includes('\0') || /^\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["']|us-ascii["'])/i.test(text)) {
    throw new InputError(`部件 ${name} 不是 UTF-8 编码，没有打开。请用 Excel 另存为 .xlsx 后再导入`);
  }
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) {
    throw new InputError(`部件 ${name} 含有文档类型声明（DTD），表格软件不会写这个，为安全没有打开`);
  }
  return text;
}
