import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { codePointsOf } from './sfnt.js';

/** A file of Noto Sans SC that holds about a hundred characters; the font comes cut into 101 of them. */
export interface FontSlice {
  /** Such as `117` or `latin`. */
  name: string;
  /** Whole slice as WOFF2, weights 100–900. */
  path: string;
  /** Declared Unicode range, in the words of CSS. A few characters in it have no glyph all the same. */
  unicodeRange: string;
}

/** Which slice draws which of the asked characters. */
export interface SliceChoice {
  /** Characters of each slice in code point order; slices in the order of their first character. */
  parts: { slice: FontSlice; characters: string }[];
  /** Characters that Noto Sans SC cannot draw. */
  missing: string[];
}

/** A slice unpacked once: TrueType, without the tables that horizontal text does not need. */
interface UnpackedSlice {
  sfnt: Buffer;
  codePoints: Set<number>;
}

/** Vertical writing, substitution, kerning (300 ms to cut, invisible in charts): text is set glyph after glyph. */
const UNUSED_TABLES = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'STAT', 'vmtx', 'vhea', 'VVAR', 'VORG'];

const FONT_FOLDER = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'));

/** Invisible characters draw nothing, so a font need not have them. */
const INVISIBLE = /^[\p{C}\p{Z}\p{Variation_Selector}]$/u;

let slices: { slice: FontSlice; ranges: [number, number][] }[] | undefined;
const unpacked = new Map<string, Promise<UnpackedSlice>>();

/** Licence of the font (SIL Open Font License 1.1), which travels with every copy of it. */
export function readFontLicense(): Promise<Buffer> {
  return readFile(join(FONT_FOLDER, 'LICENSE'));
}

/** All slices; where two declare the same character, the later one of the package comes first, as in its CSS. */
function listSlices(): { slice: FontSlice; ranges: [number, number][] }[] {
  slices ??= Object.entries(
    JSON.parse(readFileSync(join(FONT_FOLDER, 'unicode.json'), 'utf8')) as Record<string, string>,
  )
    .map(([key, unicodeRange]) => {
      const name = key.replace(/[[\]]/g, '');
      const path = join(FONT_FOLDER, 'files', `noto-sans-sc-${name}-wght-normal.woff2`);
      const ranges = unicodeRange.split(',').map((range): [number, number] => {
        const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-');
        return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
      });
      return { slice: { name, path, unicodeRange }, ranges };
    })
    .reverse();
  return slices;
}

function unpackSlice(slice: FontSlice): Promise<UnpackedSlice> {
  let result = unpacked.get(slice.name);
  if (result === undefined) {
    // Read at once: the compilers of WebAssembly fill every core at first, and a read in the background waits 400 ms for them.
    result = subsetFont(readFileSync(slice.path), null, {
      keepAllGlyphs: true,
      targetFormat: 'truetype',
      noHinting: true,
      noLayoutClosure: true,
      keepFeatures: [],
      dropTables: UNUSED_TABLES,
    }).then((sfnt) => ({ sfnt, codePoints: codePointsOf(sfnt) }));
    unpacked.set(slice.name, result);
  }
  return result;
}

/** Finds the slices that draw a text. Order and repetition of its characters make no difference. */
export async function chooseSlices(text: string): Promise<SliceChoice> {
  const parts = new Map<FontSlice, string>();
  const missing: string[] = [];
  for (const character of [...new Set(text)].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))) {
    const slice = await sliceOf(character);
    if (slice !== undefined) parts.set(slice, (parts.get(slice) ?? '') + character);
    else if (!INVISIBLE.test(character)) missing.push(character);
  }
  return { parts: [...parts].map(([slice, characters]) => ({ slice, characters })), missing };
}

async function sliceOf(character: string): Promise<FontSlice | undefined> {
  const code = character.codePointAt(0) ?? 0;
  for (const { slice, ranges } of listSlices()) {
    if (!ranges.some(([first, last]) => code >= first && code <= last)) continue;
    if ((await unpackSlice(slice)).codePoints.has(code)) return slice;
  }
  return undefined;
}

/** Cuts a slice down to some of its characters: TrueType, weights 400–700. */
export async function cutSlice(slice: FontSlice, characters: string): Promise<Buffer> {
  const { sfnt } = await unpackSlice(slice);
  return subsetFont(sfnt, characters, {
    targetFormat: 'truetype',
    noLayoutClosure: true,
    variationAxes: { wght: { min: 400, max: 700 } },
  });
}
