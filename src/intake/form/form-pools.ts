import type { Fact } from '../../facts/fact.js';
import type { FormColumn } from './form-column.js';
import { type FormContext, figureColumn, rowsOf, titlePeriod } from './form-context.js';
import { difference, quotient, sumOfCells } from './form-formulas.js';
import { blankSheet, type FormSheet } from './form-sheet.js';
import { layOutTable } from './form-table.js';
import { digitsOf, unitNamed } from './form-table-body.js';

/** The schemes whose balances are reported by pool, as the bureau names their tables. */
export type PoolScheme = 'employee' | 'resident';

const NAMES: Record<PoolScheme, { sheet: string; title: string }> = {
  employee: { sheet: '职工累计结余分析表', title: '职工基本医疗累计结余分析表' },
  resident: { sheet: '居民累计结余分析表', title: '城乡居民累计结余分析表' },
};
const AMOUNTS = ['cumulativeBalance', 'payables', 'prepaid'];
const POOL_INDICATORS = [...AMOUNTS, 'monthlyExpenditure', 'availableBalance'];
const MONTHS_DIGITS = 2;

/** The bureau's balance table of one scheme: ten numbered columns, a row for each pool, the sum last. */
export function poolSheet(context: FormContext, scheme: PoolScheme): FormSheet {
  const { sheet: name, title } = NAMES[scheme];
  const sheet = blankSheet(name);
  const { place, period } = context;
  const table = layOutTable(
    sheet,
    {
      title,
      subtitle: `${place.name === '' ? '' : `统筹区名称：${place.name}          `}${titlePeriod(period)}`,
      labelHead: '单位名称',
      columns: poolColumns(context, scheme),
      rows: rowsOf(context, (fact) => isPoolBalance(fact, scheme)),
      isNumbered: true,
      isTotalDerived: true,
    },
    context,
  );
  sheet.frozen = { rows: table.bodyRow - 1, columns: 1 };
  return sheet;
}

/** Whether a fact says that its region is a pool of the scheme. */
export function isPoolBalance({ scheme, indicator }: Fact, asked: PoolScheme): boolean {
  return scheme === asked && POOL_INDICATORS.includes(indicator);
}

function poolColumns(context: FormContext, scheme: PoolScheme): FormColumn[] {
  const { reference, figures } = context;
  const unit = figures.unitOf((fact) => fact.scheme === scheme && AMOUNTS.includes(fact.indicator), '万元');
  const monthlyUnit = figures.unitOf(
    (fact) => fact.scheme === scheme && fact.indicator === 'monthlyExpenditure' && fact.region !== context.wholeRegion,
    '万元/月',
  );
  const digits = digitsOf(unitNamed(reference, unit));
  const kinds = reference.categories.filter(({ indicator, partition }) => indicator === 'payables' && partition !== '');
  const column = (own: Parameters<typeof figureColumn>[1]): FormColumn => figureColumn(context, { ...own, scheme });
  return [
    column({ id: 'balance', heads: ['期末累计结余'], indicator: 'cumulativeBalance', unit }),
    column({
      id: 'payables',
      heads: ['应付未付款', '小计'],
      indicator: 'payables',
      unit,
      formula: (cell) =>
        sumOfCells(
          kinds.map(({ code }) => cell(code)),
          digits,
        ),
    }),
    ...kinds.map(({ code, name }) =>
      column({ id: code, heads: ['应付未付款', name], indicator: 'payables', category: code, unit }),
    ),
    column({ id: 'prepaid', heads: ['一次性预缴款'], indicator: 'prepaid', unit }),
    column({ id: 'monthly', heads: ['月平均基金支出'], indicator: 'monthlyExpenditure', unit: monthlyUnit }),
    column({
      id: 'available',
      heads: ['实际结余'],
      indicator: 'availableBalance',
      unit,
      formula: (cell) => difference(cell('balance'), [cell('payables'), cell('prepaid')], digits),
      // Not the sum of the rows: with one pool unknown that would contradict the other totals.
      total: 'formula',
    }),
    column({
      id: 'months',
      heads: ['实际结余可支付月数'],
      indicator: 'payableMonths',
      unit: '月',
      formula: (cell) => quotient(cell('available'), cell('monthly'), MONTHS_DIGITS),
      total: 'formula',
    }),
  ];
}
