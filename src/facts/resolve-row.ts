import { Decimal } from 'decimal.js';
import type { Category, Indicator, Unit } from '../domain/indicator.js';
import { listIndex } from '../domain/list-index.js';
import { isPeriod } from '../domain/period.js';
import { halfUnit, inBaseUnit, type Printed, parsePrinted } from '../domain/printed.js';
import { findRegion, type Region } from '../domain/region.js';
import { isScheme, SCHEME_NAMES } from '../domain/scheme.js';
import type { CsvRecord } from './csv-file.js';
import type { Fact } from './fact.js';
import { type Finding, failInRow } from './finding.js';
import type { Reference } from './reference.js';

/** Against what a row is read: the glossary, the place and the period whose folder holds the file. */
export interface RowContext {
  reference: Reference;
  place: string;
  reported: string;
  file: string;
}

/** A file of figures in a period's folder. */
export interface FigureFile extends RowContext {
  /** The workspace, to which the file's path is relative. */
  root: string;
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
 * Resolves one row against the reference data: quantity = printed value × factor of its unit, exact (decimal.js),
 * amounts in whole fen. Returns the fact, or every finding of the row at once.
 */
export function resolveRow(record: CsvRecord, context: RowContext): { fact?: Fact; findings: Finding[] } {
  const row = new RowInReading(record, context);
  const region = row.region();
  const scheme = row.scheme();
  const indicator = row.indicator();
  const part = row.part(indicator);
  const period = row.period();
  const basis = row.basis();
  const source = row.source();
  const unit = row.unit(indicator);
  const printed = row.printed(unit);
  const quantity = unit && printed ? row.quantity(printed, unit) : undefined;
  const { findings } = row;
  if (findings.length > 0 || !region || !indicator || !unit || !printed) return { findings };

  return {
    findings,
    fact: {
      region: region.code,
      regionName: region.name,
      scheme,
      indicator: indicator.code,
      category: row.cell('category'),
      categoryName: part?.name ?? '',
      basis,
      period,
      reported: context.reported,
      printed: row.cell('value'),
      unit: unit.name,
      state: printed.state,
      quantity: quantity?.toNumber() ?? null,
      halfUnit: printed.state === 'unknown' ? null : halfInBaseUnit(printed, unit),
      source,
      ref: `${context.file}#L${record.line}`,
    },
  };
}

/** The cells of a row, each held against the reference data; what is wrong with one joins the findings. */
class RowInReading {
  readonly findings: Finding[] = [];
  readonly cell: (column: string) => string;
  readonly #context: RowContext;
  readonly #fail: (column: string, rule: string) => undefined;

  constructor({ line, cells }: CsvRecord, context: RowContext) {
    this.cell = (column) => cells[column] ?? '';
    this.#context = context;
    this.#fail = failInRow(this.findings, { file: context.file, line }, this.cell);
  }

  region(): Region | undefined {
    const { reference, place } = this.#context;
    const region = findRegion(reference.regions[place] ?? [], this.cell('region'));
    return region ?? this.#fail('region', `不认识的统筹区，${place} 的统筹区见 data/reference/regions.csv`);
  }

  scheme(): string {
    const scheme = this.cell('scheme');
    if (!isScheme(scheme)) this.#fail('scheme', `不认识的险种，应为 ${Object.keys(SCHEME_NAMES).join('、')}`);
    return scheme;
  }

  indicator(): Indicator | undefined {
    const indicator = indicatorByCode(this.#context.reference.indicators, this.cell('indicator'));
    return indicator ?? this.#fail('indicator', '不认识的指标，可用的指标见 data/reference/indicators.csv');
  }

  /** The part of the indicator; undefined for its total. */
  part(indicator: Indicator | undefined): Category | undefined {
    const code = this.cell('category');
    const part = categoryByKey(this.#context.reference.categories, categoryKey(indicator?.code, code));
    if (code === '' || indicator === undefined || part !== undefined) return part;
    return this.#fail('category', `${indicator.name}没有这个分项，见 data/reference/categories.csv`);
  }

  period(): string {
    const period = this.cell('period') || this.#context.reported;
    if (!isPeriod(period)) this.#fail('period', '期间无法识别，应为四位年份（如 2022）或年份加季度（如 2021Q1）');
    return period;
  }

  basis(): string {
    const basis = this.cell('basis') || 'actual';
    if (!BASES.includes(basis)) this.#fail('basis', `不认识的口径，应为 ${BASES.join('、')}`);
    return basis;
  }

  source(): string {
    const source = this.cell('source');
    if (source === '') this.#fail('source', '没有写来源，应写明文件和位置');
    return source;
  }

  unit(indicator: Indicator | undefined): Unit | undefined {
    const { units } = this.#context.reference;
    const unit = unitByName(units, this.cell('unit'));
    if (unit === undefined) {
      const usable = units.filter(({ unitKind }) => indicator === undefined || unitKind === indicator.unitKind);
      return this.#fail('unit', `不认识的单位，可用：${usable.map((entry) => entry.name).join('、')}`);
    }
    if (indicator === undefined || unit.unitKind === indicator.unitKind) return unit;
    return this.#fail('unit', `${indicator.name}应以${UNIT_KIND_NAMES[indicator.unitKind]}为单位`);
  }

  printed(unit: Unit | undefined): Printed | undefined {
    const rule = `应为数字${unit ? `（${unit.name}）` : ''}，空白表示未知，- 表示无`;
    return parsePrinted(this.cell('value')) ?? this.#fail('value', rule);
  }

  /** In the base unit; zero for a dash, undefined for a blank. */
  quantity(printed: Printed, unit: Unit): Decimal | undefined {
    if (printed.state === 'unknown') return undefined;
    const quantity = printed.state === 'none' ? new Decimal(0) : inBaseUnit(printed.decimal, unit);
    if (quantity.abs().greaterThan(LARGEST)) this.#fail('value', '数太大，无法精确计算，请检查单位和位数');
    else if (isCounted(unit) && !quantity.isInteger()) {
      this.#fail('value', `换算后不是整数（${unit.unitKind.startsWith('amount') ? '分' : '人或个'}），请检查小数位`);
    }
    return quantity;
  }
}

function categoryKey(indicator: string | undefined, category: string): string {
  return `${indicator}|${category}`;
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
