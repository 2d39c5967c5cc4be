import { type Indicator, nameOfIndicator } from '../../domain/indicator.js';
import { parsePeriod, yearAgo } from '../../domain/period.js';
import type { HeadMeaning } from './head-meaning.js';
import type { ExtractContext } from './sheet-reading.js';

/** Balances of pools: measures add them up themselves, so that a printed total is only compared. */
const POOL_BALANCES = [
  'cumulativeBalance',
  'payables',
  'prepaid',
  'monthlyExpenditure',
  'availableBalance',
  'payableMonths',
  'bookPayableMonths',
];
/** A pool's balance is that of its pooled account; the word adds nothing there. */
const POOLED = 'pooled';

/** Whether an indicator is a pool's balance, of which the whole is added up by the measures. */
export function isPoolBalance(indicator: string): boolean {
  return POOL_BALANCES.includes(indicator);
}

/** Which figure a column and a row name together, but for region and scheme. */
export interface FigureMeaning {
  indicator: Indicator;
  category: string;
  basis: string;
  period: string;
  isPrevious: boolean;
}

/** Understands the words of a column and a row, or says in Chinese why they name no figure. */
export function figureMeaning(said: HeadMeaning, context: ExtractContext): FigureMeaning | string {
  if (said.indicator === '') return '没有说是什么指标';
  const isOpening = said.indicator === 'openingBalance';
  const base = isOpening ? 'fundBalance' : said.indicator;
  const code = base + said.derived;
  const { indicators, categories } = context.reference;
  const indicator = indicators.find((entry) => entry.code === code);
  if (indicator === undefined) {
    const name = nameOfIndicator(indicators, base);
    return said.derived === '' ? `指标 ${base} 不在 data/reference/indicators.csv 里` : `${name}没有这种推算指标`;
  }
  const category = said.parts.find((part) => categories.some((own) => own.indicator === code && own.code === part));
  if (category === undefined && said.parts.length > 0 && !(isPoolBalance(code) && said.parts.includes(POOLED))) {
    return `${indicator.name}没有这个分项`;
  }
  const isPrevious = said.relation === 'previous';
  if (said.isMonth && indicator.kind !== 'stock') return `没有说是当月的还是累计的${indicator.name}`;
  const period =
    isOpening && !isPrevious
      ? openingOf(said, parsePeriod(context.period).year)
      : periodOf(said.derived === '' || isPrevious ? said.relation : '', said.period, context);
  if (period === '') return '没有说是哪一期';
  return {
    indicator,
    category: category ?? '',
    basis: said.derived === '' ? said.basis || 'actual' : 'actual',
    period,
    isPrevious,
  };
}

/**
 * What a year begins with is what the year before ended with: `年初累计结余 | 上年同期` is two years back. Whether
 * `上年结余 | 2021年` is the end or the beginning of that year nobody can tell. A statement without a year has 0.
 */
function openingOf({ relation, period }: HeadMeaning, year: number): string {
  if (year === 0) return '';
  const named = period === '' ? year : parsePeriod(period).year;
  if (relation === 'yearAgo' && (period === '' || named === year - 1)) return String(year - 2);
  return named === year ? String(year - 1) : '';
}

function periodOf(relation: string, named: string, { period, previousPeriod }: ExtractContext): string {
  const own = parsePeriod(period);
  // `2023年` over a column of a quarterly statement means that year to date.
  if (named !== '' && relation !== 'previous' && named === String(own.year)) return period;
  // `2022年同期` is as much of that year as has passed of this one.
  if (relation === 'yearAgo' && named === String(own.year - 1)) return yearAgo(period);
  if (named !== '') return named;
  if (relation === 'yearAgo') return yearAgo(period);
  if (relation === 'yearEnd') return own.year === 0 ? '' : String(own.year - 1);
  return relation === 'previous' ? previousPeriod : period;
}
