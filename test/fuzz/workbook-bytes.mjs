import xlsx from '@e965/xlsx';
import { writeParts } from './zip-parts.mjs';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const LONGEST_XLS_TEXT = 32_000;
const LONGEST_NAME = 31;

/** Sheets `{ name, rows }` as an .xlsx file that says exactly what stands in them, however nasty. */
export function xlsxOf(sheets) {
  const parts = sheets.map(({ rows }, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`,
  }));
  const list = sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const links = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return writeParts([
    {
      name: '[Content_Types].xml',
      content: `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`,
    },
    ...parts,
  ]);
}

function rowXml(cells, index) {
  const row = index + 1;
  const xml = cells.map((cell, column) => {
    const address = `${xlsx.utils.encode_col(column)}${row}`;
    if (cell === null || cell === undefined) return '';
    if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
    return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  });
  return `<row r="${row}">${xml.join('')}</row>`;
}

/** What XML cannot hold is written as programs write it (`_x0001_`); half a pair of a character as it comes. */
function escaped(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replace(/(?![\t\n\r])\p{Cc}/gu, (control) => `_x${control.charCodeAt(0).toString(16).padStart(4, '0')}_`);
}

/** The same as an older .xls file; names and texts are cut to what that can hold. */
export function xlsOf(sheets) {
  const book = xlsx.utils.book_new();
  // A book without a sheet cannot be written.
  const some = sheets.length === 0 ? [{ name: '', rows: [] }] : sheets.slice(0, 20);
  for (const [index, { name, rows }] of some.entries()) {
    const cells = rows
      .slice(0, 60_000)
      .map((row) =>
        row.slice(0, 250).map((cell) => (typeof cell === 'string' ? cell.slice(0, LONGEST_XLS_TEXT) : finite(cell))),
      );
    const plain = name.replace(/[\\/?*[\]:]|^'|'$|\p{Cc}/gu, '').slice(0, LONGEST_NAME - 4);
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(cells), `${plain}_${index}`);
  }
  return Buffer.from(xlsx.write(book, { type: 'buffer', bookType: 'biff8' }));
}

function finite(cell) {
  return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;
}

/** The first sheet as CSV. */
export function csvOf([sheet]) {
  const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = (sheet?.rows ?? []).map((row) => Array.from(row, (cell) => quoted(String(cell ?? ''))).join(','));
  return Buffer.from(lines.join('\r\n'));
}

/** Text in the encoding of Chinese Windows. */
export function gb18030Of(text) {
  return Buffer.concat(Array.from(text, (character) => codes().get(character) ?? Buffer.from(character)));
}

let known;
/** Every character that this encoding writes in two bytes, found by reading all pairs. */
function codes() {
  if (known !== undefined) return known;
  known = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let first = 0x81; first < 0xff; first += 1) {
    for (let second = 0x40; second < 0xff; second += 1) {
      const bytes = Buffer.from([first, second]);
      const text = decoder.decode(bytes);
      if ([...text].length === 1 && text !== '\ufffd') known.set(text, bytes);
    }
  }
  return known;
}
