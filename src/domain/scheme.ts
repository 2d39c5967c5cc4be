/**
 * Whose fund a figure is about: the two basic schemes (since 2019 the employee scheme includes maternity insurance), both
 * together, the other medical funds, and the department's own budget.
 */
export type Scheme =
  | 'employee'
  | 'resident'
  | 'basic'
  | 'largeAmount'
  | 'civilServant'
  | 'retiredCadre'
  | 'assistance'
  | 'restructured'
  | 'department';

/** Chinese short names of the schemes, in the order in which reports treat them. */
export const SCHEME_NAMES: Record<Scheme, string> = {
  employee: '职工医保',
  resident: '居民医保',
  basic: '职工与居民合计',
  largeAmount: '大额（补充）医疗',
  civilServant: '公务员医疗补助',
  retiredCadre: '离休干部医疗',
  assistance: '医疗救助',
  restructured: '改制破产企业清算',
  department: '部门预算',
};

/** Names by which reports call one scheme's fund, where they differ: whether it is one fund, no report says. */
export const PRINTED_NAMES: Partial<Record<Scheme, readonly string[]>> = {
  largeAmount: ['补充医疗保险', '大额医疗'],
  retiredCadre: ['离休人员', '离休干部'],
};

/** Whether a text is the code of a scheme. */
export function isScheme(text: string): text is Scheme {
  return Object.hasOwn(SCHEME_NAMES, text);
}

/** Chinese short name of a scheme by its code; a code that is none stands for itself. */
export function schemeName(code: string): string {
  return isScheme(code) ? SCHEME_NAMES[code] : code;
}
