import { SCHEME_NAMES } from '../../domain/scheme.js';
import { BASIC_SCHEMES } from '../../relations/totals.js';
import type { FormColumn, FormTable } from './form-column.js';
import { type FormContext, isOf, rowsOf, titleOf } from './form-context.js';
import { isPoolBalance, type PoolScheme } from './form-pools.js';
import type { FormSheet } from './form-sheet.js';
import { tableSheet } from './form-table.js';

/** Which groups make up the insured of a scheme, and which are asked for only where a report has them. */
const GROUPS: Record<PoolScheme, { partition: string; asReported: readonly string[] }> = {
  employee: { partition: 'work', asReported: [] },
  resident: { partition: 'group', asReported: ['female', 'age60plus'] },
};

/** Insured persons by region and the groups they consist of, a table for each scheme. */
export function enrolmentSheet(context: FormContext): FormSheet {
  const tables = BASIC_SCHEMES.map((scheme): FormTable => {
    const isEnrolment = isOf(scheme, ['enrolment']);
    const unit = context.figures.unitOf(isEnrolment, '人');
    return {
      title: titleOf(context, `${SCHEME_NAMES[scheme]}参保人数情况表`),
      labelHead: '统筹区',
      scheme,
      unit,
      columns: [...groupColumns(context, scheme, `参保人数（${unit}）`), ...payersColumns(context, scheme)],
      rows: rowsOf(context, isEnrolment, isPoolBalance(scheme)),
    };
  });
  return tableSheet('参保人数', tables, context).sheet;
}

function groupColumns({ reference, figures }: FormContext, scheme: PoolScheme, head: string): FormColumn[] {
  const { partition, asReported } = GROUPS[scheme];
  const isEnrolment = isOf(scheme, ['enrolment']);
  const isReported = (code: string): boolean =>
    asReported.includes(code) && figures.isReported((fact) => isEnrolment(fact) && fact.category === code);
  const groups = reference.categories.filter(
    (category) => category.indicator === 'enrolment' && (category.partition === partition || isReported(category.code)),
  );
  return [
    { heads: [head, '合计'], indicator: 'enrolment' },
    ...groups.map(({ code, name }) => ({ heads: [head, name], indicator: 'enrolment', category: code })),
  ];
}

/** How many pay, where a report says so. */
function payersColumns({ figures }: FormContext, scheme: PoolScheme): FormColumn[] {
  const isPayers = isOf(scheme, ['payers']);
  if (!figures.isReported(isPayers)) return [];
  const unit = figures.unitOf(isPayers, '人');
  return [{ heads: [`缴费人数（${unit}）`], indicator: 'payers', unit }];
}
