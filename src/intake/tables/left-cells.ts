import type { IntakeFinding } from '../intake-finding.js';
import { rangeOf, rowBlocks } from '../workbook/cell-range.js';
import type { Cell } from '../workbook/workbook.js';
import { blockOf, doubt, findingAt, note } from './cell-finding.js';
import { isFigureLike } from './head-rows.js';
import type { SheetReading } from './sheet-reading.js';
import { type Taken, type UsedCell, unusedOf, usedAs } from './taken.js';

/** A note quotes at most so many characters of a text. */
const QUOTED = 40;

/**
 * Tells what stands outside the tables, by which `used` cells are: figures are a doubt, text is a note where there are
 * tables beside it; and, as a doubt, what was taken from a sheet that nobody sees.
 */
export function leftCells(sheet: SheetReading, used: readonly UsedCell[], tables: number): Taken {
  const uses = new Map(used);
  const left = unusedOf(sheet.grid.sheet.cells, uses);
  // A region may be called 007; the form lists the names to choose from.
  const isName = ({ kind, text }: Cell): boolean => kind === 'text' && sheet.lexicon.findRegion(text) !== undefined;
  // Beside a table a date says when it was written.
  const isFigure = (cell: Cell): boolean => isFigureLike(cell) && cell.kind !== 'date' && !isName(cell);
  const figures = left.filter(isFigure);
  const texts = left.filter((cell) => !isFigure(cell));
  const taken = sheet.grid.sheet.cells.filter((cell) => uses.get(cell) === 'figure');
  return {
    figures: [],
    uses: [...usedAs('finding', figures), ...usedAs('text', texts)],
    findings: [
      ...hiddenFigures(sheet, taken),
      ...rowBlocks(figures).map((block) => figuresOutside(sheet, block)),
      ...(tables === 0 ? [] : rowBlocks(texts).map((block) => textOutside(sheet, block))),
    ],
  };
}

/** Figures from a hidden sheet: an old copy, in all likelihood. */
function hiddenFigures({ grid: { sheet } }: SheetReading, figures: readonly Cell[]): IntakeFinding[] {
  if (!sheet.hidden || figures.length === 0) return [];
  const message = `工作表是隐藏的，其中 ${figures.length} 格也取了`;
  const [cell, hint] = [rangeOf(figures), '不该取的请删去这张工作表'];
  return [{ severity: 'doubt', rule: 'unplaced', sheet: sheet.name, cell, value: '', message, hint }];
}

function figuresOutside(sheet: SheetReading, block: readonly Cell[]): IntakeFinding {
  const [first] = block;
  const at = block.length === 1 && first !== undefined ? first : blockOf(block);
  const hint = '表要有栏目名（统筹区或险种一栏，加上指标），写法见 data/reference/heads.csv';
  return findingAt(sheet, at, doubt('unplaced', `${block.length} 格有数而不在认得的表里，没有取`, hint));
}

function textOutside(sheet: SheetReading, block: readonly Cell[]): IntakeFinding {
  const words = block.map(({ text }) => text).join(' ');
  const text = words.length > QUOTED ? `${words.slice(0, QUOTED)}…` : words;
  return findingAt(sheet, { address: rangeOf(block), text }, note('unplaced', '表外的文字，没有用'));
}
