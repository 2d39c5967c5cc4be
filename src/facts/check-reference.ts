import type { Reference } from './reference.js';

const UNIT_KINDS = ['amount', 'amountPerMonth', 'amountPerPerson', 'person', 'visit', 'count', 'ratio', 'month'];
const INDICATOR_KINDS = ['stock', 'flow', 'derived'];

/**
 * What is wrong between the reference files, as Chinese sentences: a kind or factor that is none, a region or indicator
 * that another file names and that there is not. Left alone, each would quietly leave figures out.
 */
export function checkReference({ places, regions, indicators, categories, units }: Reference): string[] {
  const problems: string[] = [];
  const check = (holds: boolean, file: string, row: string, value: string, rule: string): void => {
    if (!holds) problems.push(`data/reference/${file} ${row}的“${value}”：${rule}`);
  };
  for (const { code, wholeRegion } of places) {
    const own = (regions[code] ?? []).map((region) => region.code);
    check(
      own.includes(wholeRegion),
      'places.csv',
      `${code} wholeRegion`,
      wholeRegion,
      '不是 regions.csv 里本地区的统筹区代码',
    );
    for (const region of regions[code] ?? []) {
      for (const member of region.members) {
        check(own.includes(member), 'regions.csv', `${region.code} members`, member, '不是本地区的统筹区代码');
      }
    }
  }
  for (const { code, unitKind, kind } of indicators) {
    check(
      UNIT_KINDS.includes(unitKind),
      'indicators.csv',
      `${code} unitKind`,
      unitKind,
      `应为 ${UNIT_KINDS.join('、')}`,
    );
    check(INDICATOR_KINDS.includes(kind), 'indicators.csv', `${code} kind`, kind, `应为 ${INDICATOR_KINDS.join('、')}`);
  }
  const codes = indicators.map(({ code }) => code);
  for (const { indicator, code } of categories) {
    check(codes.includes(indicator), 'categories.csv', `${code} indicator`, indicator, '不是 indicators.csv 里的指标');
  }
  for (const { name, unitKind, factor } of units) {
    check(UNIT_KINDS.includes(unitKind), 'units.csv', `${name} unitKind`, unitKind, `应为 ${UNIT_KINDS.join('、')}`);
    check(
      /^\d+(\.\d+)?$/.test(factor) && Number(factor) > 0,
      'units.csv',
      `${name} factor`,
      factor,
      '应为大于 0 的数字',
    );
  }
  return problems;
}
