import { rangeOf, rowBlocks } from '../workbook/cell-range.js';
import type { Cell } from '../workbook/workbook.js';
import { unusedOf, usedAs } from './cell-uses.js';
import { isFigureLike } from './head-rows.js';
import { blockOf, findingAt, type SheetReading } from './sheet-reading.js';
import { type Taken, together } from './taken.js';

/** A note quotes at most so many characters of a text. */
const QUOTED = 40;

/**
 * Tells what stands outside every table: figures are a doubt, text is a note where there are tables beside it; and, as a
 * doubt, what was taken from a sheet that nobody sees.
 *
 * @param taken from the tables of the sheet
 */
export function leftCells(sheet: SheetReading, taken: Taken, tables: number): Taken {
  const uses = new Map(taken.uses);
  const left = unusedOf(sheet.grid.sheet.cells, uses);
  // A region may be called 007; the form lists the names to choose from.
  const isName = ({ kind, text }: Cell): boolean => kind === 'text' && sheet.lexicon.findRegion(text) !== undefined;
  // Beside a table a date says when it was written.
  const isFigure = (cell: Cell): boolean => isFigureLike(cell) && cell.kind !== 'date' && !isName(cell);
  const texts = rowBlocks(left.filter((cell) => !isFigure(cell)));
  const figures = sheet.grid.sheet.cells.filter((cell) => uses.get(cell) === 'figure');
  return together([
    hiddenFigures(sheet, figures),
    ...rowBlocks(left.filter(isFigure)).map((block) => figuresOutside(sheet, block)),
    ...texts.map((block) => (tables > 0 ? textOutside(sheet, block) : { uses: usedAs('text', block) })),
  ]);
}

/** Figures from a hidden sheet: an old copy, in all likelihood. */
function hiddenFigures(sheet: SheetReading, figures: readonly Cell[]): Partial<Taken> {
  if (!sheet.grid.sheet.hidden || figures.length === 0) return {};
  const finding = findingAt(sheet, blockOf(figures), {
    severity: 'doubt',
    rule: 'unplaced',
    message: `工作表是隐藏的，其中 ${figures.length} 格也取了`,
    hint: '不该取的请删去这张工作表',
  });
  return { findings: [finding] };
}

function figuresOutside(sheet: SheetReading, block: readonly Cell[]): Partial<Taken> {
  const finding = findingAt(
    sheet,
    { address: rangeOf(block), text: block.length === 1 ? (block[0]?.text ?? '') : '' },
    {
      severity: 'doubt',
      rule: 'unplaced',
      message: `${block.length} 格有数而不在认得的表里，没有取`,
      hint: '表要有栏目名（统筹区或险种一栏，加上指标），写法见 data/reference/heads.csv',
    },
  );
  return { uses: usedAs('finding', block), findings: [finding] };
}

function textOutside(sheet: SheetReading, block: readonly Cell[]): Partial<Taken> {
  const words = block.map(({ text }) => text).join(' ');
  const text = words.length > QUOTED ? `${words.slice(0, QUOTED)}…` : words;
  const message = '表外的文字，没有用';
  const finding = findingAt(sheet, { address: rangeOf(block), text }, { severity: 'note', rule: 'unplaced', message });
  return { uses: usedAs('text', block), findings: [finding] };
}
