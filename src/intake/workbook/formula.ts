import { type CellPlace, columnLetters, LAST_COLUMN, LAST_ROW, parseCellAddress } from './cell-address.js';

/** Strings and quoted sheet names stay; then references such as `B8`, `$B8` that are not part of a longer name or a function. */
const REFERENCE = /"[^"]*"|'[^']*'|(?<![\w.$\u4e00-\u9fff])\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?![\w.(!\u4e00-\u9fff])/g;

/**
 * The formula of a cell that shares that of another: references without `$` move as far as the cells lie apart, and
 * what would leave the sheet is `#REF!`. `SUM(B2:B8)+$A$1` of B9 is `SUM(C2:C8)+$A$1` in C9.
 */
export function movedFormula(formula: string, from: CellPlace, to: CellPlace): string {
  return formula.replace(REFERENCE, (text) => {
    const place = parseCellAddress(text);
    if (place === undefined) return text;
    const [, fixedColumn, fixedRow] = /^(\$?)[A-Z]+(\$?)/.exec(text) ?? [];
    const column = place.column + (fixedColumn === '' ? to.column - from.column : 0);
    const row = place.row + (fixedRow === '' ? to.row - from.row : 0);
    if (column < 1 || column > LAST_COLUMN || row < 1 || row > LAST_ROW) return '#REF!';
    return `${fixedColumn}${columnLetters(column)}${fixedRow}${row}`;
  });
}

/**
 * Whether a formula takes its value from outside of the workbook: another file (`[1]Sheet!A1`, `'C:\[年报.xls]表'!B2`), a
 * program (DDE, `cmd|'…'!A0`) or the network (WEBSERVICE, RTD). Such a value is whatever it was when the file was
 * saved; nothing is fetched. A column of a table, `表1[小计]`, is not outside.
 */
export function readsOtherFile(formula: string): boolean {
  const plain = formula.replace(/"[^"]*"/g, '""');
  return (
    /(^|[^\w\u4e00-\u9fff\])])\[\d+\][^[\]]*!/.test(plain) ||
    /'[^']*\[[^\]']+\][^']*'!/.test(plain) ||
    /(^|[^\w\u4e00-\u9fff\])])\[[^\]']+\.xl\w{1,2}\][^[\]]*!/i.test(plain) ||
    /\w\|'?[^|]*'?!/.test(plain) ||
    /\b(WEBSERVICE|RTD|SQL\.REQUEST|CALL)\s*\(/i.test(plain)
  );
}
