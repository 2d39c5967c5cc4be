import type { Reference } from './reference.js';

const UNIT_KINDS = ['amount', 'amountPerMonth', 'amountPerPerson', 'person', 'visit', 'count', 'ratio', 'month'];
const INDICATOR_KINDS = ['stock', 'flow', 'derived'];

/** A cell of a reference file that must fit another file or a list. */
interface LinkedCell {
  file: string;
  row: string;
  value: string;
  fits: boolean;
  rule: string;
}

/**
 * What is wrong between the reference files, as Chinese sentences: a kind or factor that is none, a region or indicator
 * that another file names and that there is not. Left alone, each would quietly leave figures out.
 */
export function checkReference(reference: Reference): string[] {
  return [...placeCells(reference), ...indicatorCells(reference), ...categoryCells(reference), ...unitCells(reference)]
    .filter(({ fits }) => !fits)
    .map(({ file, row, value, rule }) => `data/reference/${file} ${row}的“${value}”：${rule}`);
}

function placeCells({ places, regions }: Reference): LinkedCell[] {
  return places.flatMap(({ code, wholeRegion }) => {
    const own = regions[code] ?? [];
    const isOwn = (region: string): boolean => own.some((other) => other.code === region);
    const whole = { file: 'places.csv', row: `${code} wholeRegion`, value: wholeRegion, fits: isOwn(wholeRegion) };
    const members = own.flatMap((region) =>
      region.members.map((member) => {
        const rule = '不是本地区的统筹区代码';
        return { file: 'regions.csv', row: `${region.code} members`, value: member, fits: isOwn(member), rule };
      }),
    );
    return [{ ...whole, rule: '不是 regions.csv 里本地区的统筹区代码' }, ...members];
  });
}

function indicatorCells({ indicators }: Reference): LinkedCell[] {
  const file = 'indicators.csv';
  return indicators.flatMap(({ code, unitKind, kind }) => [
    { file, row: `${code} unitKind`, value: unitKind, ...oneOf(UNIT_KINDS, unitKind) },
    { file, row: `${code} kind`, value: kind, ...oneOf(INDICATOR_KINDS, kind) },
  ]);
}

function categoryCells({ categories, indicators }: Reference): LinkedCell[] {
  const codes = new Set(indicators.map(({ code }) => code));
  return categories.map(({ indicator, code }) => ({
    file: 'categories.csv',
    row: `${code} indicator`,
    value: indicator,
    fits: codes.has(indicator),
    rule: '不是 indicators.csv 里的指标',
  }));
}

function unitCells({ units }: Reference): LinkedCell[] {
  const file = 'units.csv';
  return units.flatMap(({ name, unitKind, factor }) => {
    const fits = /^\d+(\.\d+)?$/.test(factor) && Number(factor) > 0;
    return [
      { file, row: `${name} unitKind`, value: unitKind, ...oneOf(UNIT_KINDS, unitKind) },
      { file, row: `${name} factor`, value: factor, fits, rule: '应为大于 0 的数字' },
    ];
  });
}

function oneOf(kinds: readonly string[], kind: string): Pick<LinkedCell, 'fits' | 'rule'> {
  return { fits: kinds.includes(kind), rule: `应为 ${kinds.join('、')}` };
}
