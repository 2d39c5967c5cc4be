import { mutateBytes } from './mutate-bytes.mjs';
import { mutateGrid } from './mutate-grid.mjs';
import { mutateText } from './mutate-text.mjs';
import { mutateXml } from './mutate-xml.mjs';
import { mutateZip } from './mutate-zip.mjs';
import { caseSeed, Random } from './random.mjs';
import { csvOf, xlsOf, xlsxOf } from './workbook-bytes.mjs';

const REASON = '人造数据';
const WRITERS = { xlsx: xlsxOf, xls: xlsOf, csv: csvOf };

/** The levels at which a kind of file is changed; the more often named, the more often. */
const LEVELS = {
  xlsx: ['bytes', 'zip', 'xml', 'xml', 'cells', 'cells'],
  xls: ['bytes', 'cells'],
  csv: ['bytes', 'text', 'text', 'cells', 'cells', 'cells'],
};

/**
 * Case `index` of a run: `{ name, bytes, how, options, isGood }`. The same for the same seed; `how` says which kind of file
 * was changed and at which level. The first cases are the good files themselves, which must be stored.
 */
export function mutant(seeds, seed, index) {
  const good = seeds[index];
  if (good !== undefined) {
    const { name, bytes, kind, place, period } = good;
    const options = { place, period, accept: REASON, restate: REASON, json: index % 2 === 0 };
    return { name, bytes, how: `${kind} as it is`, options, isGood: true };
  }
  const random = new Random(caseSeed(seed, index));
  // The form has a thousand cells and takes longer than all others.
  const base = random.happens(0.08) ? seeds[0] : random.pick(seeds.slice(1));
  const { how, bytes } = changed(base, seeds, random);
  const options = {
    place: random.happens(0.03) ? '' : base.place,
    period: random.happens(0.03) ? '' : base.period,
    accept: random.happens(0.7) ? REASON : '',
    restate: random.happens(0.7) ? REASON : '',
    json: random.happens(0.5),
  };
  return { name: base.name, bytes, how: `${base.kind} ${how}`, options, isGood: false };
}

function changed(base, seeds, random) {
  const how = random.pick(LEVELS[base.kind]);
  if (how === 'bytes') return { how, bytes: mutateBytes(base.bytes, random, random.pick(seeds).bytes) };
  if (how === 'zip') return { how, bytes: mutateZip(base.bytes, random) };
  if (how === 'xml') return { how, bytes: mutateXml(base.bytes, random) };
  if (how === 'text') return { how, bytes: mutateText(base.bytes, random) };
  const sheets = mutateGrid(base.sheets, random);
  return { how, bytes: WRITERS[base.kind](sheets) };
}
