import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factKey } from '../../../src/facts/check-facts.js';
import type { Fact } from '../../../src/facts/fact.js';
import type { Place } from '../../../src/facts/reference.js';
import { buildForm } from '../../../src/intake/form/form.js';
import { writeForm } from '../../../src/intake/form/write-form.js';
import { extractFigures } from '../../../src/intake/tables/extract-figures.js';
import { isPoolBalance } from '../../../src/intake/tables/figure-meaning.js';
import { readHeads } from '../../../src/intake/tables/head-words.js';
import { statedIn } from '../../../src/intake/tables/stated-in.js';
import { readSheets } from '../../../src/intake/workbook/read-sheets.js';
import { placeOf, REFERENCE, reportOf } from '../../fixtures/form-cells.js';
import { PROJECT } from '../../fixtures/workspace.js';

const HEADS = readHeads(PROJECT);

/** The facts that are read from a workbook filled with facts, and what it says of itself. */
async function throughWorkbook(place: Place, period: string, fill: readonly Fact[]) {
  const bytes = await writeForm(buildForm({ reference: REFERENCE, place, period, reports: [], isEmpty: true, fill }));
  const workbook = { file: 'intake.xlsx', ...readSheets(Buffer.from(bytes), 'intake.xlsx') };
  const context = { reference: REFERENCE, heads: HEADS, place: place.code, period, previousPeriod: '' };
  const { figures, findings } = extractFigures(workbook, context);
  return {
    stated: statedIn(workbook, REFERENCE),
    facts: figures
      .filter(({ role, state }) => role === 'fact' && state !== 'unknown')
      .map(lineOf)
      .sort(),
    problems: findings.filter(({ severity }) => severity !== 'note'),
  };
}

/** A fact as a line, without where it stands. */
function lineOf({ region, scheme, indicator, category, basis, period, printed, unit }: Fact): string {
  return [region, scheme, indicator, category, basis, period, printed, unit].join(' ');
}

function knownOf(facts: readonly Fact[]): Fact[] {
  return facts.filter(({ state }) => state !== 'unknown');
}

test.each([
  ['zhuzhou', '2021Q1'],
  ['zhuzhou', '2022'],
  ['zhuzhou', '2023'],
  ['changning', '2023'],
  ['bazhou', 'undated'],
])('The report of %s %s comes back from the workbook fact by fact', async (code, period) => {
  const { facts } = reportOf(code, period);
  const read = await throughWorkbook(placeOf(code), period, facts);
  expect(read.facts).toEqual(knownOf(facts).map(lineOf).sort());
  expect(read.problems).toEqual([]);
  expect(read.stated).toMatchObject({ place: code, period: period === 'undated' ? '' : period });
});

/** A fact of the reports with another figure, as a bureau might print it. */
function figureFor(fact: Fact): fc.Arbitrary<Fact> {
  const indicator = REFERENCE.indicators.find(({ code }) => code === fact.indicator);
  const isWhole = ['人', '个', '家', '种', '类', '项', '条', '人次', '家次'].includes(fact.unit);
  // What would not fit into whole fen is refused as too large.
  const largest = fact.unit.startsWith('亿') ? 99_999 : 99_999_999;
  const digits = fc.integer({ min: indicator?.mayBeNegative ? -largest : 0, max: largest });
  const value = fc
    .tuple(digits, fc.integer({ min: 0, max: isWhole ? 0 : 2 }), fc.boolean())
    .map(([number, decimals, isGrouped]) => {
      const [whole = '', fraction] = (number / 10 ** decimals).toFixed(decimals).split('.');
      const grouped = isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
      return fraction === undefined ? grouped : `${grouped}.${fraction}`;
    });
  return fc
    .oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: fc.constant('-') })
    .map((printed) => ({ ...fact, printed }));
}

/** The same about another period or on another basis: then only 指标与目标 has a row for it. */
function otherwise(fact: Fact): fc.Arbitrary<Fact> {
  const period = fc.oneof(
    { weight: 4, arbitrary: fc.constant('2022') },
    { arbitrary: fc.constantFrom('2021', '2019Q4'), weight: 1 },
  );
  const basis = fc.oneof(
    { weight: 4, arbitrary: fc.constant(fact.basis) },
    { weight: 1, arbitrary: fc.constantFrom('actual', 'budget', 'target') },
  );
  return fc.record({ period, basis }).map((change) => ({ ...fact, ...change }));
}

test('Whatever the figures, their periods and bases, the same facts come back', async () => {
  // Beside the pools' a balance of the whole place is read as their sum. No report has both as facts, but here figures of
  // two reports are mixed.
  const own = knownOf(['2021Q1', '2022'].flatMap((period) => reportOf('zhuzhou', period).facts)).filter(
    ({ indicator, region }) => !(isPoolBalance(indicator) && region === placeOf('zhuzhou').wholeRegion),
  );
  const some = fc
    .subarray(own, { minLength: 1 })
    .chain((facts) => fc.tuple(...facts.map((fact) => figureFor(fact).chain(otherwise))))
    .map((facts) => [...new Map(facts.map((fact) => [factKey(fact), fact])).values()]);
  await fc.assert(
    fc.asyncProperty(some, async (fill) => {
      const read = await throughWorkbook(placeOf('zhuzhou'), '2022', fill);
      expect(read.facts).toEqual(fill.map(lineOf).sort());
    }),
    { numRuns: 10 },
  );
});
