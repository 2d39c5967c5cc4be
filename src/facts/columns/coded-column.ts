/** A column of a table: what Arquero reads it by. */
export interface Column {
  length: number;
  at(row: number): unknown;
}

/** A column as small whole numbers: `words[codes[row]]` is its value. */
export interface CodedColumn {
  codes: Uint32Array;
  words: readonly unknown[];
  codeOf: ReadonlyMap<unknown, number>;
}

const kept = new WeakMap<Column, CodedColumn>();

/** A column's values by number, to compare and join keys; kept as long as the column, in derived tables too. */
export function codedColumn(column: Column): CodedColumn {
  const known = kept.get(column) ?? coded(column);
  kept.set(column, known);
  return known;
}

/** A column whose values follow from another's: computed once a word, not once a row. */
export function mapped({ codes, words }: CodedColumn, change: (word: unknown) => unknown): CodedColumn {
  const changed = words.map(change);
  return { codes, words: changed, codeOf: new Map(changed.map((word, code) => [word, code])) };
}

/** A column in which every row says the same. */
export function constant(word: unknown, rows: number): CodedColumn {
  return { codes: new Uint32Array(rows), words: [word], codeOf: new Map([[word, 0]]) };
}

function coded(column: Column): CodedColumn {
  const codes = new Uint32Array(column.length);
  const words: unknown[] = [];
  const codeOf = new Map<unknown, number>();
  let last: unknown;
  let code = -1;
  for (let row = 0; row < codes.length; row++) {
    const value = column.at(row);
    // Neighbours are often the same: a fact's region, scheme and report.
    if (code < 0 || value !== last) {
      last = value;
      code = codeOf.get(value) ?? words.push(value) - 1;
      codeOf.set(value, code);
    }
    codes[row] = code;
  }
  return { codes, words, codeOf };
}
