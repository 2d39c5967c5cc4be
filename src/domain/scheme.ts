/** The two basic medical insurance schemes; since 2019 the employee scheme includes maternity insurance. */
export type Scheme = 'employee' | 'resident';

/** Chinese short names of the schemes, in the order in which reports treat them. */
export const SCHEME_NAMES: Record<Scheme, string> = { employee: '职工医保', resident: '居民医保' };

/** Whether a text is the code of a scheme. */
export function isScheme(text: string): text is Scheme {
  return Object.hasOwn(SCHEME_NAMES, text);
}
