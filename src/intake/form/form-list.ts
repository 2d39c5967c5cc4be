import { indicatorOf } from '../../domain/indicator.js';
import { SCHEME_NAMES, type Scheme } from '../../domain/scheme.js';
import type { Fact } from '../../facts/fact.js';
import type { Reference } from '../../facts/reference.js';
import { cellAddress } from '../workbook/cell-address.js';
import type { FormContext } from './form-context.js';
import { allowedFigure } from './form-formulas.js';
import { BASIS_NAMES, type FormOptions, indicatorText, type OptionList } from './form-options.js';
import { blankSheet, type FormSheet, put, putRow, putTitle } from './form-sheet.js';
import { previousHead } from './form-table-heads.js';
import { BLANK, printedValue } from './form-value.js';

const HEADS = ['统筹区', '险种', '指标', '分项', '口径', '期间'];
const WIDTHS = [14, 20, 36, 22, 10, 10];
const BLANK_ROWS = 20;
const LISTS: { column: number; list: OptionList; message: string }[] = [
  { column: 1, list: 'region', message: '请从列表中选统筹区' },
  { column: 2, list: 'scheme', message: '请从列表中选险种' },
  { column: 3, list: 'indicator', message: '请从列表中选指标，或先在 data/reference/indicators.csv 添加' },
  { column: 5, list: 'basis', message: '口径应为实际数、预算数或目标数' },
];

/**
 * One figure a row: what no other sheet has a cell for. A form to be filled asks for the indicators that the last report
 * had, and leaves room for more; a filled one holds every figure that is left.
 */
export function listSheet(context: FormContext, { ranges }: FormOptions): FormSheet {
  const sheet = blankSheet('指标与目标');
  const { figures, period } = context;
  const facts = figures.isFilled ? figures.left() : figures.notOffered();
  const hasPrevious = facts.some((fact) => previousOf(fact, context) !== undefined);
  const valueColumn = HEADS.length + 1;
  const unitColumn = valueColumn + (hasPrevious ? 2 : 1);
  const heads = [...HEADS, '数值', ...(hasPrevious ? [previousHead(figures.previousPeriod)] : []), '单位', '说明'];
  sheet.widths = [...WIDTHS, 16, ...(hasPrevious ? [16] : []), 12, 36];
  putTitle(sheet, { row: 1, style: 'title', value: '指标与目标（一行一个数）' }, heads.length);
  putRow(sheet, { row: 2, style: 'head' }, heads);

  const first = 3;
  facts.forEach((fact, index) => {
    const row = first + index;
    putRow(sheet, { row, style: 'choice' }, [
      ...wordsOf(fact, context.reference),
      figures.isFilled ? fact.period : period,
    ]);
    const own = figures.isFilled ? printedValue(fact.printed) : BLANK;
    put(sheet, { row, column: valueColumn, style: 'input', ...own });
    const previous = printedValue(previousOf(fact, context)?.printed ?? '');
    if (hasPrevious) put(sheet, { row, column: valueColumn + 1, style: 'previous', ...previous });
    put(sheet, { row, column: unitColumn, style: 'choice', value: fact.unit });
    put(sheet, { row, column: unitColumn + 1, style: 'choice', value: null });
  });
  const last = first + facts.length + (figures.isFilled ? 0 : BLANK_ROWS) - 1;
  for (let row = first + facts.length; row <= last; row += 1) {
    heads.forEach((_head, index) => {
      const style = index + 1 === valueColumn ? 'input' : 'choice';
      put(sheet, { row, column: index + 1, style, value: null });
    });
  }
  sheet.frozen = { rows: 2, columns: 3 };
  if (last < first) return sheet;

  const block = (column: number): string => `${cellAddress(first, column)}:${cellAddress(last, column)}`;
  const unit = { column: unitColumn, list: 'unit', message: '请从列表中选单位' } as const;
  for (const { column, list, message } of [...LISTS, unit]) {
    sheet.validations.push({ range: block(column), kind: 'list', formula: ranges[list], message });
  }
  sheet.validations.push({
    range: block(valueColumn),
    kind: 'custom',
    formula: allowedFigure(cellAddress(first, valueColumn), { mayBeNegative: true, isWhole: false }),
    message: '数值应为数字，单位写在单位栏；没有填半角的 -，不知道就留空',
  });
  return sheet;
}

/** The words by which a row says what its figure is: region, scheme, indicator, part, basis. */
function wordsOf(fact: Fact, reference: Reference): (string | null)[] {
  const indicator = indicatorOf(reference.indicators, fact.indicator);
  const words = [
    fact.regionName,
    SCHEME_NAMES[fact.scheme as Scheme],
    indicator === undefined ? fact.indicator : indicatorText(indicator, reference),
    fact.categoryName,
    BASIS_NAMES[fact.basis] ?? fact.basis,
  ];
  return words.map((text) => (text === '' ? null : text));
}

/** The last report's figure, only in the row's own unit, so that the two can be compared at a glance. */
function previousOf(fact: Fact, { figures }: FormContext): { printed: string } | undefined {
  const found = figures.previous({ ...fact, period: figures.previousPeriod });
  return found?.unit === fact.unit ? found : undefined;
}
