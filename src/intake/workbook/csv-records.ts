/** One record of a CSV text as it stands there. */
export interface CsvText {
  /** With its line break, if it has one. */
  raw: string;
  /** Trimmed, without quotes. */
  cells: string[];
}

/**
 * Takes a CSV text apart without changing a character, so that some records can be replaced and the others kept as
 * somebody wrote them. Blank lines are records of one empty cell. A byte order mark must be taken off before.
 */
export function csvRecords(text: string): CsvText[] {
  const records: CsvText[] = [];
  let [start, cellStart, quoted] = [0, 0, false];
  let cells: string[] = [];
  const endCell = (end: number): void => {
    cells.push(unquote(text.slice(cellStart, end)));
    cellStart = end + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === ',') endCell(at);
    const breaks = character === '\n' || (character === '\r' && text[at + 1] !== '\n');
    if (!breaks) continue;
    endCell(at);
    records.push({ raw: text.slice(start, at + 1), cells });
    [start, cells] = [at + 1, []];
  }
  if (start < text.length) {
    endCell(text.length);
    records.push({ raw: text.slice(start), cells });
  }
  return records;
}

function unquote(text: string): string {
  const plain = text.trim();
  return plain.startsWith('"') && plain.endsWith('"') && plain.length > 1
    ? plain.slice(1, -1).replaceAll('""', '"').trim()
    : plain;
}
