import { NASTY_FIGURES, NASTY_TEXTS, NEAR_HEADS } from './nasty-words.mjs';

/** Changes the sheets `{ name, rows }` of a workbook, whose cells are texts, numbers or null, as people and bad exports do. */
export function mutateGrid(sheets, random) {
  let changed = sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));
  for (let times = 1 + random.below(4); times > 0; times -= 1) {
    const index = random.below(changed.length);
    const sheet = changed[index];
    if (sheet === undefined) break;
    if (random.happens(0.15)) changed = random.pick(BOOK_CHANGES)(changed, index, random);
    else sheet.rows = random.pick(ROW_CHANGES)(sheet.rows, random);
  }
  return changed;
}

const nasty = (random) => random.pick(random.happens(0.5) ? NASTY_TEXTS : NASTY_FIGURES);

/** Some cells, more often those with figures, become what `make` gives. */
function someCells(rows, random, make) {
  const places = rows.flatMap((row, index) => row.map((_, column) => [index, column]));
  for (let times = 1 + random.below(6); times > 0 && places.length > 0; times -= 1) {
    const [row, column] = random.pick(places);
    rows[row][column] = make(rows[row][column]);
  }
  return rows;
}

const ROW_CHANGES = [
  (rows, random) => someCells(rows, random, () => nasty(random)),
  (rows, random) => someCells(rows, random, () => random.pick(NASTY_FIGURES)),
  (rows, random) => someCells(rows, random, (cell) => `${cell ?? ''}${nasty(random)}`),
  (rows, random) =>
    someCells(rows, random, (cell) =>
      typeof cell === 'number' ? cell * random.pick([-1, 100, 1e4, 1e12, 0.001, 0]) : null,
    ),
  (rows, random) => someCells(rows, random, () => null),
  (rows, random) => {
    // Other heads: the texts of a row among themselves.
    const row = random.below(rows.length);
    if (rows[row] !== undefined) rows[row] = random.shuffled(rows[row]);
    return rows;
  },
  (rows) =>
    Array.from({ length: Math.max(0, ...rows.map(({ length }) => length)) }, (_, column) =>
      rows.map((row) => row[column] ?? null),
    ),
  (rows, random) => random.shuffled(rows),
  (rows, random) => {
    const row = random.below(rows.length);
    return [
      ...rows.slice(0, row),
      ...Array.from({ length: random.pick([1, 2, 40]) }, () => [...(rows[row] ?? [])]),
      ...rows.slice(row),
    ];
  },
  (rows, random) => rows.filter(() => !random.happens(0.2)),
  (rows, random) => {
    const gap = random.pick([1, 3, 200]);
    return [...Array.from({ length: gap }, () => []), ...rows];
  },
  (rows, random) => {
    const gap = random.pick([1, 3, 200]);
    return rows.map((row) => [...Array(gap).fill(null), ...row]);
  },
  (rows, random) => {
    const height = random.pick([5, 50, 400]);
    return [...Array.from({ length: height }, () => Array.from({ length: 8 }, () => random.pick(NEAR_HEADS))), ...rows];
  },
  (rows, random) => {
    const words = rows.flat().filter((cell) => typeof cell === 'string' && cell !== '');
    const width = random.pick([5, 30]);
    // Words that the file itself uses, anywhere, with figures between them.
    const extra = Array.from({ length: random.pick([5, 60]) }, () =>
      Array.from({ length: width }, () => (random.happens(0.5) ? random.pick(words) : random.below(1e6))),
    );
    return [...rows, ...extra];
  },
  (rows) => [...rows, ...rows],
  (rows) => rows.map((row) => [...row, ...row]),
];

const BOOK_CHANGES = [
  (sheets, index, random) =>
    sheets.map((sheet, at) => (at === index ? { ...sheet, name: random.pick(NASTY_TEXTS) } : sheet)),
  (sheets, index) => [...sheets, { ...sheets[index], name: `${sheets[index].name} (2)` }],
  (sheets, index) => sheets.filter((_, at) => at !== index),
  (sheets, _index, random) => random.shuffled(sheets),
  (sheets, index) => [
    ...sheets,
    ...Array.from({ length: 60 }, (_, at) => ({ name: `页${at}`, rows: sheets[index].rows.slice(0, 3) })),
  ],
];
