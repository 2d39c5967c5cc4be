import { SCHEME_NAMES } from '../../domain/scheme.js';
import type { Fact } from '../../facts/fact.js';
import type { FormColumn, PlacedTable } from './form-column.js';
import { type FormContext, figureColumn, rowsOf, titleOf } from './form-context.js';
import type { PoolScheme } from './form-pools.js';
import { isPoolBalance } from './form-pools.js';
import { blankSheet, type FormSheet } from './form-sheet.js';
import { layOutTable } from './form-table.js';

/** Which groups make up the insured of a scheme, and which are asked for only where a report has them. */
const GROUPS: Record<PoolScheme, { name: string; partition: string; asReported: readonly string[] }> = {
  employee: { name: SCHEME_NAMES.employee, partition: 'work', asReported: [] },
  resident: { name: SCHEME_NAMES.resident, partition: 'group', asReported: ['female', 'age60plus'] },
};

/** Insured persons by region and the groups they consist of, a table for each scheme. */
export function enrolmentSheet(context: FormContext): FormSheet {
  const sheet = blankSheet('参保人数');
  enrolmentTable(sheet, context, 'employee');
  enrolmentTable(sheet, context, 'resident');
  sheet.frozen = { rows: 0, columns: 1 };
  return sheet;
}

function enrolmentTable(sheet: FormSheet, context: FormContext, scheme: PoolScheme): PlacedTable {
  return layOutTable(
    sheet,
    {
      title: titleOf(context, `${GROUPS[scheme].name}参保人数情况表`),
      labelHead: '统筹区',
      columns: groupColumns(context, scheme),
      rows: rowsOf(
        context,
        (fact) => isEnrolment(fact, scheme),
        (fact) => isPoolBalance(fact, scheme),
      ),
    },
    context,
  );
}

function isEnrolment({ scheme, indicator }: Fact, asked: PoolScheme): boolean {
  return scheme === asked && indicator === 'enrolment';
}

function groupColumns(context: FormContext, scheme: PoolScheme): FormColumn[] {
  const { reference, figures } = context;
  const { partition, asReported } = GROUPS[scheme];
  const unit = figures.unitOf((fact) => isEnrolment(fact, scheme), '人');
  const groups = reference.categories.filter(
    (category) =>
      category.indicator === 'enrolment' &&
      (category.partition === partition ||
        (asReported.includes(category.code) &&
          figures.isReported((fact) => isEnrolment(fact, scheme) && fact.category === category.code))),
  );
  const column = (own: Parameters<typeof figureColumn>[1]): FormColumn => figureColumn(context, { ...own, scheme });
  const enrolment = `参保人数（${unit}）`;
  const isPayers = (fact: Fact): boolean => fact.scheme === scheme && fact.indicator === 'payers';
  const payersUnit = figures.unitOf(isPayers, '人');
  return [
    column({ id: scheme, heads: [enrolment, '合计'], indicator: 'enrolment', unit }),
    ...groups.map((group) =>
      column({
        id: `${scheme}.${group.code}`,
        heads: [enrolment, group.name],
        indicator: 'enrolment',
        category: group.code,
        unit,
      }),
    ),
    ...(figures.isReported(isPayers)
      ? [
          column({
            id: `${scheme}.payers`,
            heads: [`缴费人数（${payersUnit}）`],
            indicator: 'payers',
            unit: payersUnit,
          }),
        ]
      : []),
  ];
}
