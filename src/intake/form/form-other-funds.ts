import type { Scheme } from '../../domain/scheme.js';
import type { Fact } from '../../facts/fact.js';
import type { FormColumn, FormTable } from './form-column.js';
import { type FormContext, isOf, schemeRows, titleOf } from './form-context.js';
import { difference } from './form-formulas.js';
import type { FormSheet } from './form-sheet.js';
import { tableSheet } from './form-table.js';

/** Funds that every form asks for, and those asked for where a report has them. */
const USUAL: readonly Scheme[] = ['largeAmount', 'civilServant', 'retiredCadre'];
const AS_REPORTED: readonly Scheme[] = ['assistance'];
const INDICATORS = ['income', 'expenditure', 'currentBalance', 'fundBalance'];
const COLUMNS: readonly FormColumn[] = [
  { heads: ['总收入', '合计'], indicator: 'income' },
  { heads: ['总收入', '同比增幅'], indicator: 'incomeGrowth', unit: '%' },
  { heads: ['总支出', '合计'], indicator: 'expenditure' },
  { heads: ['总支出', '同比增幅'], indicator: 'expenditureGrowth', unit: '%' },
  {
    heads: ['当期结余'],
    indicator: 'currentBalance',
    formula: ({ cell, digits }) => difference(cell('income'), [cell('expenditure')], digits),
  },
  { heads: ['累计结余'], indicator: 'fundBalance' },
];

/** Income, expenditure and balance of the other medical funds of the whole place. */
export function otherFundsSheet(context: FormContext): FormSheet {
  const { figures, place } = context;
  const isOther = (scheme: Scheme) => (fact: Fact) =>
    fact.region === place.wholeRegion && isOf(scheme, INDICATORS)(fact);
  const schemes = [...USUAL, ...AS_REPORTED.filter((scheme) => figures.isReported(isOther(scheme)))];
  const unit = figures.unitOf((fact) => schemes.some((scheme) => isOther(scheme)(fact)), '万元');
  const isEnrolment = (fact: Fact): boolean => schemes.some((scheme) => isOf(scheme, ['enrolment'])(fact));
  const persons = figures.unitOf(isEnrolment, '人');
  const enrolment = { heads: [`参保人数（${persons}）`], indicator: 'enrolment', unit: persons };
  const table: FormTable = {
    title: titleOf(context, '其他医疗基金收支余情况表', unit),
    labelHead: '险种',
    unit,
    columns: [...(figures.isReported(isEnrolment) ? [enrolment] : []), ...COLUMNS],
    rows: schemeRows(context, schemes),
  };
  return tableSheet('其他医疗基金', [table], context).sheet;
}
