/**
 * The anchor of a row on the facts page, made from its reference without loss: two references never share one.
 * `data/zhuzhou/2022/x.csv#L41` → `data/zhuzhou/2022/x.csv:23L41`.
 */
export function factAnchor(ref: string): string {
  return encodeURIComponent(ref).replaceAll('%2F', '/').replaceAll('%', ':');
}

/** Address of a fact, seen from the folder of `index.html`: `facts.html#…`. Notebook pages put `../` before it. */
export function factHref(ref: string): string {
  return `facts.html#${factAnchor(ref)}`;
}

/**
 * The anchor of a cell on its workbook's page, made without loss and short, because a page has tens of thousands:
 * letters stay as they are, whatever else stands in a sheet's name becomes `:` and its bytes. `a b`, `B8` → `a:20b!B8`.
 */
export function cellAnchor(sheet: string, cell: string): string {
  const name = sheet
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[^\p{L}\p{N}._-]/gu, (character) =>
      [...new TextEncoder().encode(character)].map((byte) => `:${byte.toString(16).padStart(2, '0')}`).join(''),
    );
  return `${name}!${cell}`;
}

/** A cell of a workbook: the name of its sheet as it is, and its address such as `B8`. */
export interface SheetCell {
  sheet: string;
  cell: string;
}

/** Address of a document's page, of one of its lines or cells, seen from the folder of `index.html`. */
export function documentHref(id: string, at?: number | SheetCell): string {
  const page = `documents/${encodeURIComponent(id)}.html`;
  if (at === undefined) return page;
  return `${page}#${typeof at === 'number' ? `L${at}` : encodeURIComponent(cellAnchor(at.sheet, at.cell))}`;
}

/** A fact's source taken apart. */
export interface SourcePlace {
  /** Id of the document. */
  document: string;
  /** Its line, 1 for the first, or its cell. */
  at: number | SheetCell;
  /** What people read for it: `第 304 行`, `居民累计结余分析表!B8`. */
  label: string;
  /** What stands behind the place: table, row, column. */
  words: string;
}

const LINE = /^(\S+) L(\d+)(?:\s+(.*))?$/u;
/** Inner quotes of a quoted sheet are doubled, as spreadsheets do: `'它''s'!B8`. */
const CELL = /^(\S+) ((?:'((?:[^']|'')+)'|([^\s']\S*))!([A-Z]{1,3}[1-9]\d*))(?:\s+(.*))?$/u;

/**
 * Reads `zhuzhou-2021Q1 L304 城乡居民累计结余分析表` and `zhuzhou-2021Q1-workbook 居民累计结余分析表!B8 攸县`.
 * Undefined when a source is written in another way.
 */
export function sourcePlace(source: string): SourcePlace | undefined {
  const [, document = '', line, words = ''] = LINE.exec(source) ?? [];
  if (line !== undefined) return { document, at: Number(line), label: `第 ${line} 行`, words };
  const match = CELL.exec(source);
  if (match === null) return undefined;
  const sheet = match[3]?.replaceAll("''", "'") ?? match[4] ?? '';
  return {
    document: match[1] ?? '',
    at: { sheet, cell: match[5] ?? '' },
    label: match[2] ?? '',
    words: match[6] ?? '',
  };
}
