import { REGION_KIND_NAMES } from '../../domain/region-kind.js';
import { cellAddress } from '../workbook/cell-address.js';
import type { FormRow } from './form-column.js';
import { totalRow } from './form-context.js';
import { sameAs } from './form-formulas.js';
import type { FormOptions } from './form-options.js';
import { blankSheet, elsewhere, type FormSheet, put, putRow } from './form-sheet.js';

const SHEET = '统筹区';
const HEADS = ['统筹区代码', '统筹区名称', '别名', '行政区划代码', '类型', '是否全市'];
const NAME_COLUMN = 2;
const FIRST_ROW = 6;
/** Regions that a new place may have; more rows can be added by hand. */
const REGIONS = 30;

/** Asks for the code, the name and the regions of a place that the reference data lack. The first row is the whole. */
export function newPlaceSheet(place: string, { ranges }: FormOptions): FormSheet {
  const sheet = blankSheet(SHEET);
  sheet.widths = [20, 20, 24, 16, 12, 12];
  put(sheet, { row: 1, column: 1, style: 'label', value: '地区代码' });
  put(sheet, { row: 1, column: 2, style: 'choice', value: place });
  put(sheet, { row: 2, column: 1, style: 'label', value: '地区名称' });
  put(sheet, { row: 2, column: 2, style: 'choice', value: null });
  put(sheet, { row: 4, column: 1, style: 'title', value: '全市和各统筹区（第一行为全市；别名用分号隔开）' });
  sheet.merges.push({ top: 4, bottom: 4, left: 1, right: HEADS.length });
  putRow(sheet, { row: FIRST_ROW - 1, style: 'head' }, HEADS);
  putRow(sheet, { row: FIRST_ROW, style: 'choice' }, [null, '全市', '合计', null, REGION_KIND_NAMES.city, '是']);
  const blanks = HEADS.map(() => null);
  for (let row = FIRST_ROW + 1; row <= FIRST_ROW + REGIONS; row += 1) putRow(sheet, { row, style: 'choice' }, blanks);
  const block = (column: number): string =>
    `${cellAddress(FIRST_ROW, column)}:${cellAddress(FIRST_ROW + REGIONS, column)}`;
  sheet.validations.push(
    { range: block(5), kind: 'list', formula: ranges.kind, message: '请从列表中选类型' },
    { range: block(6), kind: 'list', formula: ranges.yes, message: '全市那一行填“是”，其余留空' },
  );
  sheet.frozen = { rows: FIRST_ROW - 1, columns: NAME_COLUMN };
  return sheet;
}

/** Rows for the regions of a new place: their names come from the sheet 统筹区, the sum stands first. */
export function newRegionRows(): FormRow[] {
  const regions = Array.from({ length: REGIONS }, (_, index): FormRow => {
    const name = elsewhere(SHEET, cellAddress(FIRST_ROW + 1 + index, NAME_COLUMN));
    return { ...totalRow(), label: '', labelFormula: sameAs(name), isTotal: false };
  });
  return [totalRow(), ...regions];
}
