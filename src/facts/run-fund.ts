import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { type ColumnTable, table } from 'arquero';
import { type Fund, openFund } from './fund.js';
import { projectRoot } from './workspace.js';

/** Environment variable that names the file with the fund of a run. */
const VARIABLE = 'FUNDWATCH_RUN_FUND';

/** A column as it is kept: texts that repeat once, with their numbers. */
type Packed = unknown[] | { words: unknown[]; codes: Uint32Array };

/** What the file holds. */
interface Kept {
  fund: Omit<Fund, keyof Tables>;
  tables: Record<string, [name: string, column: Packed][]>;
}

type Tables = Pick<Fund, 'facts' | 'published' | 'previousFacts' | 'previousPublished' | 'earlierFacts'>;
const TABLES = ['facts', 'published', 'previousFacts', 'previousPublished', 'earlierFacts'] as const;

/** Files of the funds that were kept. */
const fileOf = new WeakMap<Fund, string>();

/** Names the file of {@link keepRunFund} to every process that is started from now on, until {@link forgetRunFund}. */
export function announceRunFund(file: string): void {
  process.env[VARIABLE] = file;
}

/**
 * Keeps the fund of a run for its notebooks. They all see the data as they were when the run began, whoever writes to them
 * meanwhile, and none reads and checks them again, which for a province takes each a third of a second.
 */
export function keepRunFund(fund: Fund, file: string): void {
  const { facts, published, previousFacts, previousPublished, earlierFacts, ...rest } = fund;
  const own: Tables = { facts, published, previousFacts, previousPublished, earlierFacts };
  const tables = Object.fromEntries(TABLES.map((name) => [name, packed(own[name])]));
  writeWhole(file, { fund: rest, tables } satisfies Kept);
}

/** Keeps what is known of the fund beside, as soon as it is; see {@link carriedWith}. */
export function carryWithRunFund(file: string, name: string, value: unknown): void {
  writeWhole(`${file}.${name}`, value);
}

/** Who reads it meanwhile finds all of it or nothing. */
function writeWhole(file: string, value: unknown): void {
  writeFileSync(`${file}.making`, serialize(value));
  renameSync(`${file}.making`, file);
}

/** Processes that are started from now on read the data themselves. */
export function forgetRunFund(): void {
  delete process.env[VARIABLE];
}

/**
 * Opens a place and period of the workspace, as a notebook does: in a rerun the fund as the run has read it, else as
 * {@link openFund} does, `openFund()` the newest period with actual figures of the default place. Throws InputError (Chinese) for
 * an unknown place or period; findings on the data are returned, not thrown.
 */
export function openFundOfRun(place = '', period = '', root: string = projectRoot()): Fund {
  return keptFund(place, period, root) ?? openFund(place, period, root);
}

/** The fund of the run that started this process; undefined without one, and for another place, period or workspace. */
function keptFund(place: string, period: string, root: string): Fund | undefined {
  const file = process.env[VARIABLE];
  if (file === undefined || !existsSync(file)) return undefined;
  const { fund, tables } = deserialize(readFileSync(file)) as Kept;
  if (fund.place.code !== place || fund.period !== period || fund.root !== root) return undefined;
  const unpacked = Object.fromEntries(TABLES.map((name) => [name, table(tables[name]?.map(unpack) ?? [])]));
  const whole = { ...fund, ...unpacked } as Fund;
  fileOf.set(whole, file);
  return whole;
}

/** What the run knows of its fund beside, by its name; undefined where it does not yet, and for a fund of no run. */
export function carriedWith(fund: Fund, name: string): unknown {
  const file = `${fileOf.get(fund)}.${name}`;
  return fileOf.has(fund) && existsSync(file) ? deserialize(readFileSync(file)) : undefined;
}

function packed(of: ColumnTable): [string, Packed][] {
  return of.columnNames().map((name) => {
    const values = of.array(name) as unknown[];
    const words = [...new Set(values)];
    if (words.length > values.length / 2) return [name, values];
    const codeOf = new Map(words.map((word, code) => [word, code]));
    return [name, { words, codes: Uint32Array.from(values, (value) => codeOf.get(value) ?? 0) }];
  });
}

function unpack([name, column]: [string, Packed]): [string, unknown[]] {
  return [name, Array.isArray(column) ? column : Array.from(column.codes, (code) => column.words[code])];
}
