import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { parsePrinted } from '../../src/domain/printed.js';
import type { Fact } from '../../src/facts/fact.js';
import { readReport } from '../../src/facts/read-report.js';
import { buildForm } from '../../src/intake/form/form.js';
import { writeForm } from '../../src/intake/form/write-form.js';
import { withDataLock } from '../../src/intake/store/data-lock.js';
import { writePeriod } from '../../src/intake/store/write-period.js';
import { extractFigures } from '../../src/intake/tables/extract-figures.js';
import { readHeads } from '../../src/intake/tables/head-words.js';
import { statedIn } from '../../src/intake/tables/stated-in.js';
import { readSheets } from '../../src/intake/workbook/read-sheets.js';
import { anyFacts } from '../fixtures/any-fact.js';
import { NastyPlace } from '../fixtures/nasty-place.js';

const PERIOD = '2030Q1';
const RUNS = 120;
const nasty = new NastyPlace();
const { root, reference, place } = nasty;
const heads = readHeads(root);

afterAll(() => nasty.remove());

/** Facts → form → file → figures → stored → facts. */
async function throughEverything(fill: readonly Fact[]): Promise<Fact[]> {
  nasty.clear();
  const form = buildForm({ reference, place, period: PERIOD, reports: [], isEmpty: true, fill });
  const bytes = await writeForm(form);
  const file = path.join(root, 'intake.xlsx');
  writeFileSync(file, bytes);
  const workbook = { file, ...readSheets(Buffer.from(bytes), 'intake') };
  expect(statedIn(workbook, reference)).toMatchObject({ place: place.code, period: PERIOD, findings: [] });
  const context = { reference, heads, place: place.code, period: PERIOD, previousPeriod: '' };
  const { figures, findings } = extractFigures(workbook, context);
  expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  const plan = { root, place, period: PERIOD, workbook: file, figures, restated: [], accepted: [] };
  const written = await withDataLock(root, () => writePeriod(plan));
  expect(written.findings).toEqual([]);
  const report = readReport({ root, place, reference }, PERIOD);
  expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(report.published.filter(({ state }) => state !== 'unknown')).toEqual([]);
  return report.facts;
}

/** What is asked of a fact: whose it is, its unit, and its exact value and precision in that unit. */
function lineOf({ region, scheme, indicator, category, basis, period, printed, unit }: Fact): string {
  const figure = parsePrinted(printed);
  const value = figure?.state === 'value' ? `${figure.decimal.toFixed()} to ${figure.decimals} digits` : figure?.state;
  return [region, scheme, indicator, category, basis, period, unit, value].join(' ');
}

/** The quantity in the base unit by the definition: printed value × factor. */
function quantityOf({ printed, unit }: Fact): number | null {
  const figure = parsePrinted(printed);
  const factor = reference.units.find(({ name }) => name === unit)?.factor ?? '0';
  if (figure?.state === 'value') return figure.decimal.times(new Decimal(factor)).toNumber();
  return figure?.state === 'none' ? 0 : null;
}

/** A figure of the last region, with the codes that its indicator and unit ask for. */
function made(indicator: string, unit: string, printed: string, basis = 'actual'): Fact {
  const region = reference.regions[place.code]?.at(-1);
  if (region === undefined) throw new RangeError('no region');
  return {
    ...{ region: region.code, regionName: region.name, scheme: 'employee', indicator, category: '', categoryName: '' },
    ...{ basis, period: PERIOD, reported: PERIOD, printed, unit, state: 'value' },
    ...{ quantity: null, halfUnit: null, source: 'made-up', ref: 'made-up' },
  };
}

/** Figures whose last digit a number cell would change: of fifteen digits with zeros behind, of sixteen, and the largest. */
const NEAR_THE_LIMIT = [
  made('income', '元', '70,368,744,177,664.90'),
  made('expenditure', '元', '70368744177664.9'),
  made('cumulativeBalance', '亿元', '900719.9254740991'),
  made('enrolment', '人', '9007199254740991'),
  made('income', '亿元', '703,687.4417766490', 'target'),
  made('payableMonths', '月', '274877906944.7670', 'target'),
  made('activeShare', '%', '27.48779069447670', 'target'),
  made('enrolment', '万人', '900,719,925,474.0990', 'target'),
];

/** Figures that no table of the form has a column for. */
const isListed = ({ period, basis }: Fact): boolean => period !== PERIOD || basis === 'target';

const isKnown = ({ printed }: Fact): boolean => printed !== '';

test('Whatever the facts and the names of the regions, through form, file and store the same facts come back', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(anyFacts(reference, place, PERIOD), async (fill) => {
      const facts = await throughEverything(fill);
      const known = facts.filter(isKnown);
      expect(known.map(lineOf).sort()).toEqual(fill.filter(isKnown).map(lineOf).sort());
      expect(known.map(({ quantity }) => quantity)).toEqual(known.map(quantityOf));
      // A blank of the list stays a blank. One in a table says nothing where its whole row or column is blank.
      const blanks = facts.filter((fact) => !isKnown(fact)).map(lineOf);
      const asked = fill.filter((fact) => !isKnown(fact) && isListed(fact)).map(lineOf);
      expect(blanks).toEqual(expect.arrayContaining(asked));
      seen += fill.length;
    }),
    { numRuns: RUNS, examples: [[NEAR_THE_LIMIT]] },
  );
  expect(seen).toBeGreaterThan(RUNS * 10);
}, 300_000);
