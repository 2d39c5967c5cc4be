/** Chinese names of the kinds of regions, by their codes in the reference data, in the order of the form's list. */
export const REGION_KIND_NAMES = {
  city: '市',
  county: '县',
  district: '区',
  pool: '统筹区',
  functional: '功能区',
} as const;

/** The code of a kind that is named or given as a code; blank stays blank. Undefined for any other text. */
export function regionKindNamed(text: string): string | undefined {
  if (text === '') return '';
  return Object.entries(REGION_KIND_NAMES).find(([code, name]) => code === text || name === text)?.[0];
}
