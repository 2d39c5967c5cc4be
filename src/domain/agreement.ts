/** How a printed figure relates to a recomputed one. */
export type Agreement = 'agrees' | 'truncated' | 'differs' | 'not checkable';

/** Chinese names of the verdicts, in the order in which a reader looks at them. */
export const AGREEMENT_NAMES: Record<Agreement, string> = {
  differs: '不符',
  truncated: '舍去尾数',
  'not checkable': '无法验算',
  agrees: '相符',
};

/** What a reader is told of a verdict. */
export const AGREEMENT_MEANINGS: Record<Agreement, string> = {
  differs: '按报告自己的输入数算不出所印的数',
  truncated: '所印的数是舍去尾数，不是四舍五入',
  'not checkable': '报告没有给出验算所需的数',
  agrees: '在所印的位数内一致',
};
