import { InputError } from '../../domain/input-error.js';
import type { Cell } from './workbook.js';

/** Largest workbook that is opened, in bytes. The bureau's are below 1 MB. */
export const LARGEST_FILE = 50 * 2 ** 20;
/** Largest CSV file, in bytes: {@link MOST_CELLS} of figures need about 3 MB. */
export const LARGEST_TEXT_FILE = 20 * 2 ** 20;

/** Most filled cells of a workbook. A quarter of a province with all its counties has about 40,000. */
export const MOST_CELLS = 200_000;
/** Longest text or formula of a cell, in characters: what Excel allows. */
export const LONGEST_TEXT = 32_767;
/** Longest name of a sheet or of a part of a package, in characters; Excel itself writes 31 for a sheet. */
export const LONGEST_NAME = 255;
/** Most characters of all texts and formulas of a workbook together. */
export const MOST_CHARACTERS = 16_000_000;
/** Most blocks of merged cells of a workbook. */
export const MOST_MERGES = 50_000;

/** Longest a workbook may take to read, in milliseconds. */
export const LONGEST_READING = 5_000;
/** Largest heap of the thread that reads, in MiB. */
export const LARGEST_HEAP = 320;
/** Most memory that reading may add to the process, in bytes, whether in that heap or outside of it. */
export const LARGEST_GROWTH = 380 * 2 ** 20;

/** Most parts of an xlsx package. */
export const MOST_PARTS = 2_000;
/** Largest part of an xlsx package once unpacked, in bytes. */
export const LARGEST_PART = 64 * 2 ** 20;
/** Largest sum of all unpacked parts, in bytes. */
export const LARGEST_PACKAGE = 160 * 2 ** 20;
/** A part that unpacks to more than this many bytes is measured against {@link STEEPEST_RATIO}. */
export const RATIO_COUNTS_ABOVE = 8 * 2 ** 20;
/** Highest ratio of unpacked to packed bytes of a large part; sheets of real figures stay below 50. */
export const STEEPEST_RATIO = 250;
/** Deepest nesting of elements in a part. */
export const DEEPEST_ELEMENT = 64;

/**
 * A function to call for every filled cell of a workbook. It throws InputError when cells are too many, a text too
 * long, or all texts together: one that many cells share costs its length in each of them.
 */
export function cellCounter(): (cell: Cell) => void {
  let cells = 0;
  let characters = 0;
  return ({ address, text, formula }) => {
    cells += 1;
    characters += text.length + formula.length;
    if (cells > MOST_CELLS) {
      throw new InputError(
        `有内容的单元格多于 ${MOST_CELLS.toLocaleString('en')} 个，超过上限，没有读取。请只留下要导入的工作表`,
      );
    }
    if (text.length > LONGEST_TEXT || formula.length > LONGEST_TEXT) {
      throw new InputError(`单元格 ${address} 的内容长于 ${LONGEST_TEXT.toLocaleString('en')} 个字，不是正常的工作簿`);
    }
    if (characters > MOST_CHARACTERS) {
      throw new InputError(`全部文字长于 ${MOST_CHARACTERS.toLocaleString('en')} 个字，超过上限，没有读取`);
    }
  };
}
