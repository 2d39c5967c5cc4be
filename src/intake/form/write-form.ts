import type { Borders, Cell, DataValidation, Fill, Font, Workbook, Worksheet } from 'exceljs';
import type { Form, FormCell, FormSheet, FormStyle } from './form-sheet.js';

/** A form as the bytes of an `.xlsx` file. */
export async function writeForm(form: Form): Promise<Uint8Array> {
  // Loaded only here: no other command should wait for it.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.calcProperties.fullCalcOnLoad = true;
  for (const sheet of form.sheets) writeSheet(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeSheet(workbook: Workbook, sheet: FormSheet): void {
  const { rows, columns } = sheet.frozen;
  const written = workbook.addWorksheet(sheet.name, {
    state: sheet.hidden ? 'hidden' : 'visible',
    views: [rows + columns === 0 ? {} : { state: 'frozen', xSplit: columns, ySplit: rows }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
    },
  });
  if (rows > 0) written.pageSetup.printTitlesRow = `1:${rows}`;
  written.columns = sheet.widths.map((width) => ({ width }));
  for (const [row, height] of sheet.heights) written.getRow(row).height = height;
  for (const cell of sheet.cells) writeCell(written.getCell(cell.row, cell.column), cell);
  for (const { top, left, bottom, right } of sheet.merges) written.mergeCells(top, left, bottom, right);
  for (const { range, kind, formula, message } of sheet.validations) {
    (written as RuledSheet).dataValidations.add(range, {
      type: kind,
      allowBlank: true,
      formulae: [formula],
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: '填报',
      error: message,
    });
  }
}

function writeCell(written: Cell, { value, formula, format, style }: FormCell): void {
  written.value = formula === '' ? value : { formula, result: value ?? '' };
  if (format !== '') written.numFmt = format;
  const { font, fill, align, wrap = false, isBoxed = false } = LOOKS[style];
  const isTypedText = align === 'left' && isBoxed;
  written.font = { name: FONT, size: 11, ...font };
  if (fill !== undefined) written.fill = fill;
  if (isBoxed) written.border = BOX;
  written.alignment = {
    vertical: 'middle',
    horizontal: align,
    wrapText: wrap,
    indent: isTypedText ? 1 : 0,
    // Seventeen digits of an earlier report must not run into the next cell.
    shrinkToFit: align === 'right',
  };
}

/** Takes rules for whole ranges. The library writes such rules but leaves them out of its types. */
type RuledSheet = Worksheet & { dataValidations: { add(range: string, rule: DataValidation): void } };

interface Look {
  font?: Partial<Font>;
  fill?: Fill;
  align: 'left' | 'center' | 'right';
  wrap?: boolean;
  isBoxed?: boolean;
}

const A4 = 9;
/** Inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 };
const FONT = '宋体';
const GREY = { argb: 'FF7F7F7F' };
const EDGE = { style: 'thin', color: { argb: 'FFA6A6A6' } } as const;
const BOX: Partial<Borders> = { top: EDGE, left: EDGE, bottom: EDGE, right: EDGE };
const shade = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

/** Grey italic is the last report's figure, light blue a formula, white is to be filled in. */
const LOOKS: Record<FormStyle, Look> = {
  title: { font: { bold: true, size: 14 }, align: 'center' },
  subtitle: { align: 'left' },
  head: { font: { bold: true }, fill: shade('FFE7E6E6'), align: 'center', wrap: true, isBoxed: true },
  label: { align: 'left', isBoxed: true },
  total: { font: { bold: true }, align: 'left', isBoxed: true },
  text: { align: 'left', wrap: true },
  input: { align: 'right', isBoxed: true },
  choice: { align: 'left', wrap: true, isBoxed: true },
  computed: { fill: shade('FFDDEBF7'), align: 'right', isBoxed: true },
  previous: { font: { italic: true, color: GREY }, fill: shade('FFF5F5F5'), align: 'right', isBoxed: true },
};
