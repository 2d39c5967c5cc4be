import { InputError } from '../../domain/input-error.js';
import { LONGEST_TEXT, MOST_CELLS, MOST_CHARACTERS } from './reading-limits.js';
import type { Cell } from './workbook.js';

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
