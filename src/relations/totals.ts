import type { Indicator } from '../domain/indicator.js';

/** A total: what it is added up over, and how a report's reader is told. Its number of terms is the place's, not the formula's. */
export interface Total {
  over: 'regions' | 'members' | 'schemes' | 'parts';
  words: string;
}

/** Both basic schemes together are these two. */
export const BASIC_SCHEMES = ['employee', 'resident'] as const;

/** The whole place: every pool once. */
export const totalOfRegions: Total = { over: 'regions', words: '各统筹区相加' };
/** A region that stands for others, such as 城区: each of those once. */
export const totalOfMembers: Total = { over: 'members', words: '所含各行之和' };
/** Scheme `basic`. */
export const totalOfSchemes: Total = { over: 'schemes', words: '职工医保 ＋ 居民医保' };
/** The categories of a partition. */
export const totalOfParts: Total = { over: 'parts', words: '各分项相加' };

/** Whether figures of regions, schemes and parts add up to that of the whole: not ratios, months and amounts a person. */
export function addsUp({ unitKind }: Pick<Indicator, 'unitKind'>): boolean {
  return unitKind !== 'ratio' && unitKind !== 'month' && unitKind !== 'amountPerPerson';
}
