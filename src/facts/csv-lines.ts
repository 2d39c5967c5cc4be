/** A record that stands on one line. */
export interface CsvLine {
  /** As an editor counts. */
  line: number;
  /** Trimmed, without quotes. */
  cells: string[];
}

/**
 * Takes a CSV text (line breaks `\n`, no mark) apart whose records stand on a line each, as all of ours do, many times
 * faster than a parser of all that CSV may be. Blank lines are left out. Undefined for a text that needs such a parser.
 */
export function csvLines(text: string): CsvLine[] | undefined {
  const lines: CsvLine[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const cells = line.includes('"') ? quotedCells(line) : line.split(',');
    if (cells === undefined) return undefined;
    const trimmed = cells.map((cell) => cell.trim());
    if (trimmed.some((cell) => cell !== '')) lines.push({ line: index + 1, cells: trimmed });
  }
  return lines;
}

/** What may stand between a quote and a comma. */
const BLANK = /^[ \t\f]*$/;

function quotedCells(line: string): string[] | undefined {
  const cells: string[] = [];
  for (let at = 0; ; ) {
    const open = line.indexOf('"', at);
    let comma = line.indexOf(',', at);
    if (open === -1 || (comma !== -1 && comma < open)) {
      cells.push(line.slice(at, comma === -1 ? undefined : comma));
    } else {
      const close = closingQuote(line, open);
      if (close === -1 || !BLANK.test(line.slice(at, open))) return undefined;
      comma = line.indexOf(',', close);
      if (!BLANK.test(line.slice(close + 1, comma === -1 ? undefined : comma))) return undefined;
      cells.push(line.slice(open + 1, close).replaceAll('""', '"'));
    }
    if (comma === -1) return cells;
    at = comma + 1;
  }
}

/** A quote in quotes is doubled. -1 when the quoted text does not end on the line. */
function closingQuote(line: string, open: number): number {
  let at = line.indexOf('"', open + 1);
  while (at !== -1 && line[at + 1] === '"') at = line.indexOf('"', at + 2);
  return at;
}
