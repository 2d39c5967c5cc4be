import type { Indicator } from '../../domain/indicator.js';
import { REGION_KIND_NAMES } from '../../domain/region-kind.js';
import { SCHEME_NAMES } from '../../domain/scheme.js';
import type { Reference } from '../../facts/reference.js';
import { cellAddress } from '../workbook/cell-address.js';
import type { FormContext } from './form-context.js';
import { blankSheet, elsewhere, type FormSheet, put } from './form-sheet.js';

/** What may be chosen in the cells of a form: lists on a hidden sheet, and where each stands. */
export interface FormOptions {
  sheet: FormSheet;
  ranges: Record<OptionList, string>;
}

/** The lists to choose from. */
export type OptionList = 'region' | 'scheme' | 'indicator' | 'basis' | 'unit' | 'kind' | 'yes';

/** How the form calls the bases. */
export const BASIS_NAMES: Readonly<Record<string, string>> = { actual: '实际数', budget: '预算数', target: '目标数' };

const OPTIONS_SHEET = '选项';

/** Name of an indicator; its code where two indicators have the same name. */
export function indicatorText({ code, name }: Indicator, { indicators }: Pick<Reference, 'indicators'>): string {
  return indicators.filter((other) => other.name === name).length > 1 ? code : name;
}

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
