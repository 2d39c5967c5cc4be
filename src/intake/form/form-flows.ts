import type { Fact } from '../../facts/fact.js';
import type { FormColumn, PlacedTable } from './form-column.js';
import { type FormContext, figureColumn, lastYear, rowsOf, titleOf } from './form-context.js';
import { difference } from './form-formulas.js';
import { isPoolBalance, type PoolScheme } from './form-pools.js';
import { blankSheet, elsewhere, type FormSheet } from './form-sheet.js';
import { layOutTable } from './form-table.js';
import { digitsOf, unitNamed } from './form-table-body.js';

/** Name of the sheet of income and expenditure by pool. */
const FLOWS_SHEET = '当期收支';

const TITLES: Record<PoolScheme, string> = { employee: '职工医保当期收支情况表', resident: '居民医保当期收支情况表' };
const FLOWS = ['income', 'contributionIncome', 'expenditure', 'benefitExpenditure'];
const INDICATORS = [...FLOWS, 'currentBalance', 'fundBalance'];

/** Income, expenditure and balance of the whole fund by pool, a table for each scheme. */
export interface FlowsSheet {
  sheet: FormSheet;
  /** Address, as seen from another sheet, of the whole place's figure in a column. */
  whole(scheme: PoolScheme, id: string): string;
}

/** Lays out the sheet 当期收支. */
export function flowsSheet(context: FormContext): FlowsSheet {
  const sheet = blankSheet(FLOWS_SHEET);
  const employee = flowsTable(sheet, context, 'employee');
  const resident = flowsTable(sheet, context, 'resident');
  sheet.frozen = { rows: 0, columns: 1 };
  return {
    sheet,
    whole: (scheme, id) => elsewhere(FLOWS_SHEET, (scheme === 'employee' ? employee : resident).totalCell(id)),
  };
}

function flowsTable(sheet: FormSheet, context: FormContext, scheme: PoolScheme): PlacedTable {
  const isMeant = (fact: Fact): boolean => fact.scheme === scheme && INDICATORS.includes(fact.indicator);
  const unit = context.figures.unitOf(isMeant, '万元');
  return layOutTable(
    sheet,
    {
      title: `${titleOf(context, TITLES[scheme])}（单位：${unit}）`,
      labelHead: '统筹区',
      columns: flowsColumns(context, scheme, unit),
      rows: rowsOf(context, isMeant, (fact) => isPoolBalance(fact, scheme)),
    },
    context,
  );
}

function flowsColumns(context: FormContext, scheme: PoolScheme, unit: string): FormColumn[] {
  const digits = digitsOf(unitNamed(context.reference, unit));
  const column = (own: Omit<Parameters<typeof figureColumn>[1], 'unit'>): FormColumn =>
    figureColumn(context, { ...own, unit, scheme, isTotalElsewhere: FLOWS.includes(own.id) });
  const flow = (id: string, head: string): FormColumn => column({ id, heads: [head], indicator: id });
  // Only the employee scheme has individual accounts.
  const accounts =
    scheme === 'employee'
      ? context.reference.categories.filter(
          ({ indicator, partition }) => indicator === 'fundBalance' && partition === 'account',
        )
      : [];
  const byAccount = (indicator: string, head: string, formula?: FormColumn['formula']): FormColumn[] => [
    column({
      id: indicator,
      heads: accounts.length > 0 ? [head, '合计'] : [head],
      indicator,
      formula,
      total: formula === undefined ? 'sum' : 'formula',
    }),
    ...accounts.map(({ code, name }) =>
      column({ id: `${indicator}.${code}`, heads: [head, name], indicator, category: code }),
    ),
  ];
  return [
    column({ id: 'opening', heads: ['年初累计结余'], indicator: 'fundBalance', period: lastYear(context.period) }),
    flow('income', '基金收入'),
    flow('contributionIncome', '其中：征缴收入'),
    flow('expenditure', '基金支出'),
    flow('benefitExpenditure', '其中：待遇支出'),
    ...byAccount('currentBalance', '当期结余', (cell) => difference(cell('income'), [cell('expenditure')], digits)),
    ...byAccount('fundBalance', '期末基金累计结余'),
  ];
}
