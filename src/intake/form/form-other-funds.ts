import { SCHEME_NAMES, type Scheme } from '../../domain/scheme.js';
import type { Fact } from '../../facts/fact.js';
import type { FormColumn } from './form-column.js';
import { type FormContext, figureColumn, schemeRows, titleOf } from './form-context.js';
import { difference } from './form-formulas.js';
import { blankSheet, type FormSheet } from './form-sheet.js';
import { layOutTable } from './form-table.js';
import { digitsOf, unitNamed } from './form-table-body.js';

/** Funds that every form asks for, and those asked for where a report has them. */
const USUAL: readonly Scheme[] = ['largeAmount', 'civilServant', 'retiredCadre'];
const AS_REPORTED: readonly Scheme[] = ['assistance'];
const INDICATORS = ['income', 'expenditure', 'currentBalance', 'fundBalance'];

/** Income, expenditure and balance of the other medical funds of the whole place. */
export function otherFundsSheet(context: FormContext): FormSheet {
  const sheet = blankSheet('其他医疗基金');
  const { figures } = context;
  const isOther = (fact: Fact, scheme: string): boolean =>
    fact.scheme === scheme && fact.region === context.wholeRegion && INDICATORS.includes(fact.indicator);
  const schemes = [...USUAL, ...AS_REPORTED.filter((scheme) => figures.isReported((fact) => isOther(fact, scheme)))];
  const unit = figures.unitOf((fact) => schemes.some((scheme) => isOther(fact, scheme)), '万元');
  const table = layOutTable(
    sheet,
    {
      title: `${titleOf(context, '其他医疗基金收支余情况表')}（单位：${unit}）`,
      labelHead: '险种',
      columns: fundColumns(context, unit, schemes),
      rows: schemeRows(
        context,
        schemes.map((scheme) => [scheme, SCHEME_NAMES[scheme]]),
      ),
    },
    context,
  );
  sheet.frozen = { rows: table.bodyRow - 1, columns: 1 };
  return sheet;
}

function fundColumns(context: FormContext, unit: string, schemes: readonly string[]): FormColumn[] {
  const { reference, figures } = context;
  const digits = digitsOf(unitNamed(reference, unit));
  const column = (own: Parameters<typeof figureColumn>[1]): FormColumn => figureColumn(context, own);
  const isEnrolment = (fact: Fact): boolean => schemes.includes(fact.scheme) && fact.indicator === 'enrolment';
  const persons = figures.unitOf(isEnrolment, '人');
  return [
    ...(figures.isReported(isEnrolment)
      ? [column({ id: 'enrolment', heads: [`参保人数（${persons}）`], indicator: 'enrolment', unit: persons })]
      : []),
    column({ id: 'income', heads: ['总收入', '合计'], indicator: 'income', unit }),
    column({ id: 'incomeGrowth', heads: ['总收入', '同比增幅'], indicator: 'incomeGrowth', unit: '%' }),
    column({ id: 'expenditure', heads: ['总支出', '合计'], indicator: 'expenditure', unit }),
    column({ id: 'expenditureGrowth', heads: ['总支出', '同比增幅'], indicator: 'expenditureGrowth', unit: '%' }),
    column({
      id: 'surplus',
      heads: ['当期结余'],
      indicator: 'currentBalance',
      unit,
      formula: (cell) => difference(cell('income'), [cell('expenditure')], digits),
    }),
    column({ id: 'balance', heads: ['累计结余'], indicator: 'fundBalance', unit }),
  ];
}
