import { BASIC_SCHEMES } from '../../relations/totals.js';
import type { FormTable } from './form-column.js';
import { type FormContext, isOf, schemeRows, titleOf } from './form-context.js';
import { quotient, sameAs } from './form-formulas.js';
import type { FormSheet } from './form-sheet.js';
import { type TableSheet, tableSheet } from './form-table.js';

const INCOME = {
  what: '医疗保险基金预算收入执行情况表',
  parts: { income: '本年收入', contributionIncome: '其中：保险费收入' },
};
const EXPENDITURE = {
  what: '医疗保险基金预算支出执行情况表',
  parts: { expenditure: '本年支出', benefitExpenditure: '其中：保险待遇支出' },
};
const RATE_DIGITS = 4;

/** Income and expenditure of the whole place against the budget. What 当期收支 adds up is taken from there. */
export function budgetSheet(context: FormContext, flows: TableSheet): FormSheet {
  const tables = [INCOME, EXPENDITURE].map(({ what, parts }): FormTable => {
    const isPart = BASIC_SCHEMES.map((scheme) => isOf(scheme, Object.keys(parts)));
    const unit = context.figures.unitOf(
      (fact) => fact.region === context.place.wholeRegion && isPart.some((isMeant) => isMeant(fact)),
      '万元',
    );
    return {
      title: titleOf(context, what, unit),
      labelHead: '险种',
      unit,
      columns: Object.entries(parts).flatMap(([indicator, head]) => [
        { id: `${indicator}.budget`, heads: [head, '预算数'], indicator, basis: 'budget' },
        { heads: [head, '执行数'], indicator, formula: ({ row }) => sameAs(flows.totalCell(row.scheme, indicator)) },
        {
          heads: [head, '执行率'],
          indicator: `${indicator}Execution`,
          unit: '%',
          formula: ({ cell }) => quotient(cell(indicator), cell(`${indicator}.budget`), RATE_DIGITS),
        },
      ]),
      rows: schemeRows(context, BASIC_SCHEMES),
    };
  });
  return tableSheet('基金收支及预算执行', tables, context).sheet;
}
