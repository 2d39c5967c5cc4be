import { parsePeriod } from '../../domain/period.js';
import { SCHEME_NAMES } from '../../domain/scheme.js';
import { BASIC_SCHEMES } from '../../relations/totals.js';
import type { FormColumn, FormTable } from './form-column.js';
import { type FormContext, isOf, rowsOf, titleOf } from './form-context.js';
import { difference } from './form-formulas.js';
import { isPoolBalance, type PoolScheme } from './form-pools.js';
import { type TableSheet, tableSheet } from './form-table.js';

/** What is printed of the whole place on the sheet of the budget as well. */
const FLOWS = {
  income: '基金收入',
  contributionIncome: '其中：征缴收入',
  expenditure: '基金支出',
  benefitExpenditure: '其中：待遇支出',
};
const INDICATORS = [...Object.keys(FLOWS), 'currentBalance', 'fundBalance'];

/** Income, expenditure and balance of the whole fund by pool, a table for each scheme. */
export function flowsSheet(context: FormContext): TableSheet {
  const tables = BASIC_SCHEMES.map((scheme): FormTable => {
    const isMeant = isOf(scheme, INDICATORS);
    const unit = context.figures.unitOf(isMeant, '万元');
    return {
      title: titleOf(context, `${SCHEME_NAMES[scheme]}当期收支情况表`, unit),
      labelHead: '统筹区',
      scheme,
      unit,
      columns: flowsColumns(context, scheme),
      rows: rowsOf(context, isMeant, isPoolBalance(scheme)),
    };
  });
  return tableSheet('当期收支', tables, context);
}

function flowsColumns({ reference, period }: FormContext, scheme: PoolScheme): FormColumn[] {
  // Only the employee scheme has individual accounts.
  const accounts = reference.categories.filter(
    ({ indicator, partition }) => scheme === 'employee' && indicator === 'fundBalance' && partition === 'account',
  );
  const byAccount = (indicator: string, head: string): [FormColumn, ...FormColumn[]] => [
    { heads: accounts.length > 0 ? [head, '合计'] : [head], indicator },
    ...accounts.map(({ code, name }) => ({ heads: [head, name], indicator, category: code })),
  ];
  const [surplus, ...surpluses] = byAccount('currentBalance', '当期结余');
  return [
    { id: 'opening', heads: ['年初累计结余'], indicator: 'fundBalance', period: String(parsePeriod(period).year - 1) },
    ...Object.entries(FLOWS).map(([indicator, head]) => ({ heads: [head], indicator, isTotalElsewhere: true })),
    {
      ...surplus,
      formula: ({ cell, digits }) => difference(cell('income'), [cell('expenditure')], digits),
      total: 'formula',
    },
    ...surpluses,
    ...byAccount('fundBalance', '期末基金累计结余'),
  ];
}
