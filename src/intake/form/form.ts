import type { Fact } from '../../facts/fact.js';
import type { Place, Reference } from '../../facts/reference.js';
import { budgetSheet } from './form-budget.js';
import type { FormContext } from './form-context.js';
import { enrolmentSheet } from './form-enrolment.js';
import { type EarlierReport, formFigures } from './form-figures.js';
import { flowsSheet } from './form-flows.js';
import { guideSheet } from './form-guide.js';
import { listSheet } from './form-list.js';
import { newPlaceSheet, newRegionRows } from './form-new-place.js';
import { formOptions } from './form-options.js';
import { otherFundsSheet } from './form-other-funds.js';
import { poolSheet } from './form-pools.js';
import type { Form } from './form-sheet.js';

/** What a form is built from. */
export interface FormRequest {
  reference: Reference;
  /** A place that the reference lacks has an empty name and wholeRegion; then the form asks for them. */
  place: Place;
  period: string;
  /** Reports of the place that end before the period, oldest first. */
  reports: readonly EarlierReport[];
  /** Whether the last report's figures are left out. */
  isEmpty: boolean;
  /** Figures to fill in; undefined for a form to be filled. */
  fill?: readonly Fact[];
}

/**
 * The workbook in which a period's figures are brought in, laid out like the bureau's statements: the regions of the place
 * in the rows, the last report's figures in grey beside the cells.
 *
 * With `fill`, every figure stands in its cell, exactly as printed, or else as a row of 指标与目标, and there are no
 * formulas: reading such a workbook gives the same figures. A blank (unknown) figure stays a blank cell.
 */
export function buildForm({ reference, place, period, reports, isEmpty, fill }: FormRequest): Form {
  const regions = reference.regions[place.code] ?? [];
  const isNew = place.wholeRegion === '';
  const context: FormContext = {
    reference,
    place,
    period,
    regions,
    wholeRegion: place.wholeRegion,
    reports: fill === undefined ? reports.map(({ facts }) => facts) : [fill],
    figures: formFigures(reports, fill, isEmpty),
    newRows: isNew ? newRegionRows() : [],
  };
  const options = formOptions(context);
  const flows = flowsSheet(context);
  const sheets = [
    ...(isNew ? [newPlaceSheet(place.code, options)] : []),
    enrolmentSheet(context),
    budgetSheet(context, flows),
    poolSheet(context, 'employee'),
    poolSheet(context, 'resident'),
    flows.sheet,
    otherFundsSheet(context),
  ];
  sheets.push(listSheet(context, options));
  return { sheets: [guideSheet(context, sheets), ...sheets, options.sheet] };
}
