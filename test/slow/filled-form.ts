import ExcelJS from 'exceljs';

/** Rows of the six pools: enrolment of employees, balances of residents, flows of residents; the total stands below. */
const ENROLMENT = [5, 6, 7, 8, 9, 10];
const BALANCES = [8, 9, 10, 11, 12, 13];
const FLOWS = [17, 18, 19, 20, 21, 22];

/** A quarter's form that is filled in as an analyst does it. All figures are made up. */
export class FilledForm {
  readonly #book: ExcelJS.Workbook;

  private constructor(book: ExcelJS.Workbook) {
    this.#book = book;
  }

  /**
   * Reads an empty form and fills three of its tables. Enrolment: ten more than the last report; of them a quarter
   * retired. Residents, pool i = 0 … 5, in 万元: opening balance that of the last report, income 3,000 + 100 i,
   * expenditure 3,110 + 50 i, payables 100 + 10 i and 50, monthly expenditure 900 + 10 i.
   */
  static async fill(file: string): Promise<FilledForm> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    const form = new FilledForm(book);
    for (const row of ENROLMENT) {
      const heads = form.number('参保人数', `C${row}`) + 10;
      const retired = Math.floor(heads / 4);
      form.type('参保人数', { [`B${row}`]: heads, [`D${row}`]: heads - retired, [`F${row}`]: retired });
    }
    BALANCES.forEach((row, i) => {
      const flow = FLOWS[i] ?? 0;
      const opening = form.number('居民累计结余分析表', `C${row}`);
      const [income, expenditure] = [3000 + 100 * i, 3110 + 50 * i];
      const closing = fen(opening + income - expenditure);
      form.type('当期收支', {
        [`B${flow}`]: opening,
        [`D${flow}`]: income,
        [`H${flow}`]: expenditure,
        [`N${flow}`]: closing,
      });
      const payables = {
        [`F${row}`]: 100 + 10 * i,
        [`G${row}`]: 50,
        [`H${row}`]: '-',
        [`I${row}`]: '-',
        [`J${row}`]: '-',
      };
      form.type('居民累计结余分析表', { [`B${row}`]: closing, ...payables, [`K${row}`]: 900 + 10 * i });
    });
    return form;
  }

  /** Types values into cells of a sheet, over formulas too. */
  type(sheet: string, values: Readonly<Record<string, number | string>>): void {
    for (const [address, value] of Object.entries(values)) this.#cell(sheet, address).value = value;
  }

  /** The number in a cell, typed or computed; 0 for anything else. */
  number(sheet: string, address: string): number {
    const { value } = this.#cell(sheet, address);
    const result = value !== null && typeof value === 'object' && 'result' in value ? value.result : value;
    return typeof result === 'number' ? result : 0;
  }

  /** Computes the formulas as a spreadsheet does when it saves, and writes the file. */
  async save(file: string): Promise<void> {
    for (const sheet of this.#book.worksheets) {
      sheet.eachRow((row) => row.eachCell((cell) => cell.formula && this.#compute(sheet.name, cell.address, '')));
    }
    for (const column of ['B', 'D', 'F']) this.#sum('参保人数', column, ENROLMENT);
    const balances = '居民累计结余分析表';
    for (const row of BALANCES) this.#balance(row);
    for (const column of ['B', 'D', 'F', 'G', 'K']) this.#sum(balances, column, BALANCES);
    for (const column of ['H', 'I', 'J']) this.#compute(balances, `${column}14`, '-');
    this.#available(14);
    for (const row of FLOWS) this.#current(row);
    for (const column of ['B', 'D', 'H', 'N']) this.#sum('当期收支', column, FLOWS);
    this.#current(23);
    this.#compute('基金收支及预算执行', 'D6', this.number('当期收支', 'D23'));
    this.#compute('基金收支及预算执行', 'D14', this.number('当期收支', 'H23'));
    await this.#book.xlsx.writeFile(file);
  }

  #balance(row: number): void {
    const sheet = '居民累计结余分析表';
    this.#compute(sheet, `D${row}`, fen(this.number(sheet, `F${row}`) + this.number(sheet, `G${row}`)));
    this.#available(row);
  }

  #available(row: number): void {
    const sheet = '居民累计结余分析表';
    this.#compute(sheet, `M${row}`, fen(this.number(sheet, `B${row}`) - this.number(sheet, `D${row}`)));
    this.#compute(sheet, `O${row}`, fen(this.number(sheet, `M${row}`) / this.number(sheet, `K${row}`)));
  }

  #current(row: number): void {
    this.#compute('当期收支', `L${row}`, fen(this.number('当期收支', `D${row}`) - this.number('当期收支', `H${row}`)));
  }

  #sum(sheet: string, column: string, rows: readonly number[]): void {
    const total = rows.reduce((sum, row) => sum + this.number(sheet, `${column}${row}`), 0);
    this.#compute(sheet, `${column}${(rows.at(-1) ?? 0) + 1}`, fen(total));
  }

  /** Sets the result of a formula; a value typed over it stays. */
  #compute(sheet: string, address: string, result: number | string): void {
    const cell = this.#cell(sheet, address);
    if (cell.formula) cell.value = { formula: cell.formula, result };
  }

  #cell(sheet: string, address: string): ExcelJS.Cell {
    const found = this.#book.getWorksheet(sheet);
    if (found === undefined) throw new Error(`The form has no sheet ${sheet}`);
    return found.getCell(address);
  }
}

/** Rounded to the fen of an amount in yuan or 万元 with two decimals. */
function fen(value: number): number {
  return Math.round(value * 100) / 100;
}
