/**
 * Whether a formula takes its value from outside of the workbook: another file (`[1]Sheet!A1`, `'C:\[年报.xls]表'!B2`), a
 * program (DDE, `cmd|'…'!A0`) or the network (WEBSERVICE, RTD). Such a value is whatever it was when the file was saved;
 * nothing is fetched. A column of a table, `表1[小计]`, is not outside.
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
