import type { Fact } from '../../facts/fact.js';
import type { BASIC_SCHEMES } from '../../relations/totals.js';
import type { FormColumn, FormTable } from './form-column.js';
import { type FormContext, isOf, rowsOf, titlePeriod } from './form-context.js';
import { difference, quotient, sumOfCells } from './form-formulas.js';
import type { FormSheet } from './form-sheet.js';
import { tableSheet } from './form-table.js';

/** The schemes whose balances are reported by pool. */
export type PoolScheme = (typeof BASIC_SCHEMES)[number];

/** How the bureau names their tables. */
const NAMES: Record<PoolScheme, { sheet: string; title: string }> = {
  employee: { sheet: '职工累计结余分析表', title: '职工基本医疗累计结余分析表' },
  resident: { sheet: '居民累计结余分析表', title: '城乡居民累计结余分析表' },
};
const AMOUNTS = ['cumulativeBalance', 'payables', 'prepaid'];
const POOL_INDICATORS = [...AMOUNTS, 'monthlyExpenditure', 'availableBalance'];
const MONTHS_DIGITS = 2;

/** The bureau's balance table of one scheme: ten numbered columns, a row for each pool, the sum last. */
export function poolSheet(context: FormContext, scheme: PoolScheme): FormSheet {
  const { sheet, title } = NAMES[scheme];
  const { place, period, figures } = context;
  const table: FormTable = {
    title,
    subtitle: `${place.name === '' ? '' : `统筹区名称：${place.name}          `}${titlePeriod(period)}`,
    labelHead: '单位名称',
    scheme,
    unit: figures.unitOf(isOf(scheme, AMOUNTS), '万元'),
    columns: poolColumns(context, scheme),
    rows: rowsOf(context, isPoolBalance(scheme)),
    isOfPools: true,
  };
  return tableSheet(sheet, [table], context).sheet;
}

/** Whether a fact says that its region is a pool of the scheme. */
export function isPoolBalance(scheme: PoolScheme): (fact: Fact) => boolean {
  return isOf(scheme, POOL_INDICATORS);
}

function poolColumns({ reference, figures, place }: FormContext, scheme: PoolScheme): FormColumn[] {
  const isMonthly = isOf(scheme, ['monthlyExpenditure']);
  const kinds = reference.categories.filter(({ indicator, partition }) => indicator === 'payables' && partition !== '');
  return [
    { heads: ['期末累计结余'], indicator: 'cumulativeBalance' },
    {
      heads: ['应付未付款', '小计'],
      indicator: 'payables',
      formula: ({ cell, digits }) => {
        const parts = kinds.map(({ code }) => cell(`payables.${code}`));
        return sumOfCells(parts, digits);
      },
    },
    ...kinds.map(({ code, name }) => ({ heads: ['应付未付款', name], indicator: 'payables', category: code })),
    { heads: ['一次性预缴款'], indicator: 'prepaid' },
    {
      heads: ['月平均基金支出'],
      indicator: 'monthlyExpenditure',
      unit: figures.unitOf((fact) => isMonthly(fact) && fact.region !== place.wholeRegion, '万元/月'),
    },
    {
      heads: ['实际结余'],
      indicator: 'availableBalance',
      formula: ({ cell, digits }) => difference(cell('cumulativeBalance'), [cell('payables'), cell('prepaid')], digits),
      // Not the sum of the rows: with one pool unknown that would contradict the other totals.
      total: 'formula',
    },
    {
      heads: ['实际结余可支付月数'],
      indicator: 'payableMonths',
      unit: '月',
      formula: ({ cell }) => quotient(cell('availableBalance'), cell('monthlyExpenditure'), MONTHS_DIGITS),
      total: 'formula',
    },
  ];
}
