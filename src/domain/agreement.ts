/** How a printed figure relates to a recomputed one. */
export type Agreement = 'agrees' | 'truncated' | 'differs' | 'not checkable';

/** From the least serious to the most. */
const SERIOUSNESS: readonly Agreement[] = ['not checkable', 'agrees', 'truncated', 'differs'];

/** Orders verdicts on one figure, the most serious first: of several ways to it that one stands. */
export function byGravity(a: Agreement, b: Agreement): number {
  return SERIOUSNESS.indexOf(b) - SERIOUSNESS.indexOf(a);
}

/** Chinese names of the verdicts, in the order in which a reader looks at them. */
export const AGREEMENT_NAMES: Record<Agreement, string> = {
  differs: '不符',
  truncated: '舍去尾数',
  'not checkable': '无法验算',
  agrees: '相符',
};

/** What a reader is told of a verdict. */
export const AGREEMENT_MEANINGS: Record<Agreement, string> = {
  differs: '按报告自己的数算出的与所印的不同；另有算法算得出所印的数时，说明里写明是哪一种',
  truncated: '算出的数不计正负号比所印的大，但不到末位一个单位：所印的像是舍去了尾数，不是四舍五入',
  'not checkable': '报告没有印出验算所需的数，或所印的数空白、已毁坏',
  agrees: '在所印的位数内一致',
};
