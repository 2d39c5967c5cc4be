import { SCHEME_NAMES } from '../../domain/scheme.js';
import { BASIC_SCHEMES } from '../../relations/totals.js';
import type { FormColumn, FormRow, PlacedTable } from './form-column.js';
import { type FormContext, figureColumn, schemeRows, titleOf } from './form-context.js';
import type { FlowsSheet } from './form-flows.js';
import { quotient, sameAs } from './form-formulas.js';
import type { PoolScheme } from './form-pools.js';
import { blankSheet, type FormSheet } from './form-sheet.js';
import { layOutTable } from './form-table.js';

const SCHEMES = BASIC_SCHEMES.map((scheme): [PoolScheme, string] => [scheme, SCHEME_NAMES[scheme]]);
const INCOME = {
  what: '医疗保险基金预算收入执行情况表',
  parts: [
    ['income', '本年收入'],
    ['contributionIncome', '其中：保险费收入'],
  ],
} as const;
const EXPENDITURE = {
  what: '医疗保险基金预算支出执行情况表',
  parts: [
    ['expenditure', '本年支出'],
    ['benefitExpenditure', '其中：保险待遇支出'],
  ],
} as const;
const RATE_DIGITS = 4;

/** Income and expenditure of the whole place against the budget. What 当期收支 adds up is taken from there. */
export function budgetSheet(context: FormContext, flows: FlowsSheet): FormSheet {
  const sheet = blankSheet('基金收支及预算执行');
  for (const asked of [INCOME, EXPENDITURE]) budgetTable(sheet, context, { ...asked, flows });
  sheet.frozen = { rows: 0, columns: 1 };
  return sheet;
}

interface BudgetTable {
  what: string;
  parts: readonly (readonly [string, string])[];
  flows: FlowsSheet;
}

function budgetTable(sheet: FormSheet, context: FormContext, { what, parts, flows }: BudgetTable): PlacedTable {
  const unit = context.figures.unitOf(
    ({ indicator, region, scheme }) =>
      region === context.wholeRegion &&
      SCHEMES.some(([code]) => code === scheme) &&
      parts.some(([code]) => code === indicator),
    '万元',
  );
  const rows = schemeRows(context, SCHEMES);
  return layOutTable(
    sheet,
    {
      title: `${titleOf(context, what)}（单位：${unit}）`,
      labelHead: '险种',
      columns: parts.flatMap(([indicator, head]) => partColumns(context, { indicator, head, unit, flows })),
      rows,
    },
    context,
  );
}

function partColumns(
  context: FormContext,
  { indicator, head, unit, flows }: { indicator: string; head: string; unit: string; flows: FlowsSheet },
): FormColumn[] {
  const [budget, actual] = [`${indicator}.budget`, `${indicator}.actual`];
  return [
    figureColumn(context, { id: budget, heads: [head, '预算数'], indicator, basis: 'budget', unit }),
    figureColumn(context, {
      id: actual,
      heads: [head, '执行数'],
      indicator,
      unit,
      formula: (_cell, row: FormRow) => sameAs(flows.whole(row.scheme as PoolScheme, indicator)),
    }),
    figureColumn(context, {
      id: `${indicator}.rate`,
      heads: [head, '执行率'],
      indicator: `${indicator}Execution`,
      unit: '%',
      formula: (cell) => quotient(cell(actual), cell(budget), RATE_DIGITS),
    }),
  ];
}
