import { REGION_KIND_NAMES } from '../../domain/region-kind.js';
import { SCHEME_NAMES } from '../../domain/scheme.js';
import { cellAddress } from '../workbook/cell-address.js';
import type { FormContext } from './form-context.js';
import { BASIS_NAMES, indicatorText } from './form-names.js';
import { blankSheet, elsewhere, type FormSheet, put } from './form-sheet.js';

/** What may be chosen in the cells of a form: lists on a hidden sheet, and where each stands. */
export interface FormOptions {
  sheet: FormSheet;
  ranges: Record<OptionList, string>;
}

/** The lists to choose from. */
export type OptionList = 'region' | 'scheme' | 'indicator' | 'basis' | 'unit' | 'kind' | 'yes';

const OPTIONS_SHEET = '选项';

/**
 * Lists one under another in the first column, with a blank row between. Never side by side: a row of such words would
 * look like the heads of a table.
 */
export function formOptions({ reference, regions }: Pick<FormContext, 'reference' | 'regions'>): FormOptions {
  const sheet = { ...blankSheet(OPTIONS_SHEET), hidden: true, widths: [30] };
  let next = 1;
  const list = (choices: readonly string[]): string => {
    const first = next;
    for (const choice of choices.length > 0 ? choices : ['']) {
      put(sheet, { row: next, column: 1, style: 'text', value: choice === '' ? null : choice });
      next += 1;
    }
    next += 1;
    const block = [cellAddress(first, 1), cellAddress(next - 2, 1)].map((cell) => cell.replace('A', '$A$'));
    return elsewhere(OPTIONS_SHEET, block.join(':'));
  };
  return {
    sheet,
    ranges: {
      region: list(regions.map(({ name }) => name)),
      scheme: list(Object.values(SCHEME_NAMES)),
      indicator: list(reference.indicators.map((indicator) => indicatorText(indicator, reference))),
      basis: list(Object.values(BASIS_NAMES)),
      unit: list(reference.units.map(({ name }) => name)),
      kind: list(Object.values(REGION_KIND_NAMES)),
      yes: list(['是']),
    },
  };
}
