import type { Fact } from '../../facts/fact.js';
import type { Place, Reference } from '../../facts/reference.js';
import { budgetSheet } from './form-budget.js';
import type { FormContext } from './form-context.js';
import { enrolmentSheet } from './form-enrolment.js';
import { type EarlierReport, FormFigures } from './form-figures.js';
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
  const isNew = place.wholeRegion === '';
  const context: FormContext = {
    reference,
    place,
    period,
    regions: reference.regions[place.code] ?? [],
    reports: fill === undefined ? reports.map(({ facts }) => facts) : [fill],
    figures: new FormFigures(reports, fill, isEmpty),
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
    // Last, as it asks for what no other sheet has a cell for.
    listSheet(context, options),
  ];
  return { sheets: [guideSheet(context, sheets), ...sheets, options.sheet] };
}
