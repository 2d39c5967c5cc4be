/**
 * The formulas of the form, without `=`. A blank stays blank (unknown), a dash counts as nothing and never turns into
 * `#VALUE!`, and sums are rounded to whole fen, so that no `0.30000000000000004` is read back.
 */

const NONE = '"-"';
const BLANK = '""';

/** Whether a cell says something: a number, or a dash for nothing. */
function isKnown(cell: string): string {
  return `OR(ISNUMBER(${cell}),${cell}=${NONE})`;
}

/**
 * Σ cells: blank when all are blank, a dash when there is no number but a dash.
 * `block` is one range (`B8:B13`); a single cell is a block too.
 */
export function sumOfBlock(block: string, digits: number): string {
  return `IF(COUNT(${block})=0,IF(COUNTIF(${block},${NONE})>0,${NONE},${BLANK}),ROUND(SUM(${block}),${digits}))`;
}

/** Σ of cells that do not stand together. */
export function sumOfCells(cells: readonly string[], digits: number): string {
  const list = cells.join(',');
  const dashes = cells.map((cell) => `${cell}=${NONE}`).join(',');
  return `IF(COUNT(${list})=0,IF(OR(${dashes}),${NONE},${BLANK}),ROUND(SUM(${list}),${digits}))`;
}

/** from − Σ minus. Blank unless every term is known: with an unknown term the result is unknown. */
export function difference(from: string, minus: readonly string[], digits: number): string {
  const terms = [from, ...minus];
  const subtracted = minus.map((cell) => `-N(${cell})`).join('');
  return `IF(AND(${terms.map(isKnown).join(',')},COUNT(${terms.join(',')})>0),ROUND(N(${from})${subtracted},${digits}),${BLANK})`;
}

/** dividend ÷ divisor; blank unless both are numbers and the divisor is above zero. */
export function quotient(dividend: string, divisor: string, digits: number): string {
  return `IF(AND(ISNUMBER(${dividend}),ISNUMBER(${divisor})),IF(${divisor}>0,ROUND(${dividend}/${divisor},${digits}),${BLANK}),${BLANK})`;
}

/** What stands in another cell; blank when it is blank. */
export function sameAs(cell: string): string {
  return `IF(${cell}=${BLANK},${BLANK},${cell})`;
}

/** What may be typed for a figure: a number, not below zero and whole where that is so, or a dash. */
export function allowedFigure(cell: string, rule: { mayBeNegative: boolean; isWhole: boolean }): string {
  const tests = [...(rule.mayBeNegative ? [] : [`${cell}>=0`]), ...(rule.isWhole ? [`${cell}=INT(${cell})`] : [])];
  if (tests.length === 0) return `OR(ISNUMBER(${cell}),${cell}=${NONE})`;
  const number = tests.length === 1 ? tests.join('') : `AND(${tests.join(',')})`;
  return `IF(ISNUMBER(${cell}),${number},${cell}=${NONE})`;
}
