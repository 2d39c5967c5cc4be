import { Decimal } from 'decimal.js';
import type { Category, Indicator, Unit } from '../domain/indicator.js';
import { listIndex } from '../domain/list-index.js';
import { isPeriod } from '../domain/period.js';
import { halfUnit, type Printed, parsePrinted } from '../domain/printed.js';
import { findRegion } from '../domain/region.js';
import { isScheme, SCHEME_NAMES } from '../domain/scheme.js';
import type { CsvRecord } from './csv-file.js';
import type { Fact } from './fact.js';
import type { Finding } from './finding.js';
import type { Reference } from './reference.js';

/** Against what a row is read: the glossary, the place and the period whose folder holds the file. */
export interface RowContext {
  reference: Reference;
  place: string;
  reported: string;
  file: string;
}

/** The columns that every row of figures has. */
export const FIGURE_COLUMNS = ['region', 'scheme', 'indicator', 'category', 'value', 'unit', 'source'] as const;

const UNIT_KIND_NAMES: Record<Indicator['unitKind'], string> = {
  amount: '金额',
  amountPerMonth: '每月金额',
  amountPerPerson: '人均金额',
  person: '人数',
  visit: '人次',
  count: '个数',
  ratio: '比例',
  month: '月数',
};
const BASES = ['actual', 'budget', 'target'];
const LARGEST = new Decimal(Number.MAX_SAFE_INTEGER);

const indicatorByCode = listIndex(({ code }: Indicator) => [code]);
const categoryByKey = listIndex(({ indicator, code }: Category) => [categoryKey(indicator, code)]);
const unitByName = listIndex(({ name }: Unit) => [name]);

/**
 * Resolves one row against the reference data and converts its value to the base unit:
 * quantity = printed value × factor of its unit, exact (decimal.js), amounts in whole fen.
 * Returns the fact, or every finding of the row at once.
 */
export function resolveRow(record: CsvRecord, context: RowContext): { fact?: Fact; findings: Finding[] } {
  const { reference, place, reported, file } = context;
  const cell = (name: string): string => record.cells[name] ?? '';
  const findings: Finding[] = [];
  const fail = (column: string, rule: string): undefined => {
    findings.push({ severity: 'error', file, line: record.line, column, value: cell(column), rule });
  };

  const region =
    findRegion(reference.regions[place] ?? [], cell('region')) ??
    fail('region', `不认识的统筹区，${place} 的统筹区见 data/reference/regions.csv`);
  if (!isScheme(cell('scheme'))) fail('scheme', `不认识的险种，应为 ${Object.keys(SCHEME_NAMES).join('、')}`);
  const indicator =
    indicatorByCode(reference.indicators, cell('indicator')) ??
    fail('indicator', '不认识的指标，可用的指标见 data/reference/indicators.csv');
  const category = cell('category');
  const part = categoryByKey(reference.categories, categoryKey(indicator?.code, category));
  if (category !== '' && indicator && !part)
    fail('category', `${indicator.name}没有这个分项，见 data/reference/categories.csv`);
  const period = cell('period') || reported;
  if (!isPeriod(period)) fail('period', '期间无法识别，应为四位年份（如 2022）或年份加季度（如 2021Q1）');
  const basis = cell('basis') || 'actual';
  if (!BASES.includes(basis)) fail('basis', `不认识的口径，应为 ${BASES.join('、')}`);
  if (cell('source') === '') fail('source', '没有写来源，应写明文件和位置');

  const unit = readUnit(cell('unit'), indicator, reference.units, fail);
  const printed =
    parsePrinted(cell('value')) ?? fail('value', `应为数字${unit ? `（${unit.name}）` : ''}，空白表示未知，- 表示无`);
  const quantity = unit && printed ? inBaseUnit(printed, unit) : undefined;
  if (quantity?.abs().greaterThan(LARGEST)) fail('value', '数太大，无法精确计算，请检查单位和位数');
  else if (unit && quantity && isCounted(unit) && !quantity.isInteger()) {
    fail('value', `换算后不是整数（${unit.unitKind.startsWith('amount') ? '分' : '人或个'}），请检查小数位`);
  }
  if (findings.length > 0 || !region || !indicator || !unit || !printed) return { findings };

  return {
    findings,
    fact: {
      region: region.code,
      regionName: region.name,
      scheme: cell('scheme'),
      indicator: indicator.code,
      category,
      categoryName: part?.name ?? '',
      basis,
      period,
      reported,
      printed: cell('value'),
      unit: unit.name,
      state: printed.state,
      quantity: quantity?.toNumber() ?? null,
      halfUnit: printed.state === 'unknown' ? null : halfInBaseUnit(printed, unit),
      source: cell('source'),
      ref: `${file}#L${record.line}`,
    },
  };
}

function categoryKey(indicator: string | undefined, category: string): string {
  return `${indicator}|${category}`;
}

function readUnit(
  name: string,
  indicator: Indicator | undefined,
  units: readonly Unit[],
  fail: (column: string, rule: string) => undefined,
): Unit | undefined {
  const unit = unitByName(units, name);
  if (unit === undefined) {
    const usable = units.filter(({ unitKind }) => indicator === undefined || unitKind === indicator.unitKind);
    return fail('unit', `不认识的单位，可用：${usable.map((entry) => entry.name).join('、')}`);
  }
  if (indicator === undefined || unit.unitKind === indicator.unitKind) return unit;
  return fail('unit', `${indicator.name}应以${UNIT_KIND_NAMES[indicator.unitKind]}为单位`);
}

/** Value in the base unit; zero for a dash, undefined for a blank. */
function inBaseUnit(printed: Printed, unit: Unit): Decimal | undefined {
  if (printed.state === 'unknown') return undefined;
  return printed.state === 'none' ? new Decimal(0) : printed.decimal.times(unit.factor);
}

/** Half a unit of the last printed digit, in the base unit. Whole persons, items and fen are exact: zero. */
function halfInBaseUnit(printed: Printed, unit: Unit): number {
  if (printed.state !== 'value') return 0;
  const half = halfUnit(printed.decimals).times(unit.factor);
  return isCounted(unit) && half.lessThan(1) ? 0 : half.toNumber();
}

/** Whether the base unit has no fractions: fen, persons and items, but not ratios and months. */
function isCounted(unit: Unit): boolean {
  return unit.unitKind !== 'ratio' && unit.unitKind !== 'month';
}
