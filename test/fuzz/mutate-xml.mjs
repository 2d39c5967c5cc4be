import { NASTY_FIGURES, NASTY_FORMULAS, NASTY_TEXTS } from './nasty-words.mjs';
import { readParts, writeParts } from './zip-parts.mjs';

const READ =
  /^(xl\/(worksheets\/[^/]*|workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|\[Content_Types\]\.xml)$/;

/** The same package with XML that no program writes: in most cases in a sheet, else in the texts, styles or the list of sheets. */
export function mutateXml(bytes, random) {
  const parts = readParts(bytes);
  const sheets = parts.filter(({ name }) => name.startsWith('xl/worksheets/'));
  const others = parts.filter(({ name }) => READ.test(name));
  for (let times = 1 + random.below(4); times > 0; times -= 1) {
    const part = random.pick(random.happens(0.75) ? sheets : others);
    const change = random.pick(part.name.includes('worksheets') ? [...SHEET_CHANGES, ...ANY_CHANGES] : ANY_CHANGES);
    part.content = Buffer.from(change(part.content.toString(), random));
  }
  return writeParts(parts);
}

/** Text as XML writes it; what XML cannot hold stays in it, which is the point. */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** One match of a pattern replaced. */
function replaceOne(xml, pattern, random, make) {
  const matches = [...xml.matchAll(pattern)];
  const match = random.pick(matches);
  if (match === undefined) return xml;
  return xml.slice(0, match.index) + make(match[0], match) + xml.slice(match.index + match[0].length);
}

const CELL = /<c [^>]*?(?:\/>|>.*?<\/c>)/gs;
const BAD_ADDRESSES = [
  '',
  'A0',
  'XFD1048576',
  'XFE1',
  'A1048577',
  'ZZZZ9',
  '1A',
  'a1',
  '$B$2',
  'B2:C3',
  '甲1',
  'A99999999999999999999',
  'B-3',
];

const SHEET_CHANGES = [
  (xml, random) => replaceOne(xml, / r="[^"]*"/g, random, () => ` r="${random.pick(BAD_ADDRESSES)}"`),
  (xml, random) => replaceOne(xml, / r="[^"]*"/g, random, () => ''),
  (xml, random) => replaceOne(xml, CELL, random, (cell) => cell + cell),
  (xml, random) => replaceOne(xml, CELL, random, (cell) => cell.repeat(random.pick([1, 2, 3_000]))),
  (xml, random) => {
    const type = random.pick(['s', 'b', 'e', 'd', 'n', 'str', 'inlineStr', 'x', '']);
    return replaceOne(xml, CELL, random, (cell) => cell.replace(/ t="[^"]*"/, '').replace('<c ', `<c t="${type}" `));
  },
  (xml, random) => {
    const value = random.pick(['-1', '999999', '1.5', '1e9', '', '   ', ...NASTY_FIGURES, ...NASTY_TEXTS]);
    return replaceOne(xml, /<v>[^<]*<\/v>/g, random, () => `<v>${escaped(value)}</v>`);
  },
  (xml, random) => {
    const formula = escaped(random.pick(NASTY_FORMULAS));
    const shared = random.pick([
      '',
      ' t="shared" si="0"',
      ' t="shared" ref="A1:XFD1048576" si="0"',
      ' t="array" ref="A1:A9"',
      ' t="shared"',
    ]);
    return replaceOne(xml, CELL, random, (cell) => cell.replace(/<v>/, `<f${shared}>${formula}</f><v>`));
  },
  (xml, random) => {
    const count = random.pick([1, 2, 30]);
    // A chain in which every cell shares the formula of the next and the last that of the first.
    let si = 0;
    return xml.replace(CELL, (cell) =>
      si < count && cell.includes('<v>') ? cell.replace(/<v>/, `<f t="shared" si="${(si++ + 1) % count}"/><v>`) : cell,
    );
  },
  (xml, random) => {
    const ref = random.pick(['A1', 'A1:XFD1048576', 'B2:A1', '', 'x', 'A0:A0', 'A1:A1048577']);
    return xml.replace(/<dimension[^>]*>/, '').replace('<sheetData', `<dimension ref="${ref}"/><sheetData`);
  },
  (xml, random) => {
    const refs = ['A1:XFD1048576', 'A1:B2', 'B2:C3', 'B9:A1', 'A1', '', 'A0:B1', 'A1:ZZZZ9', 'C1:C1048576', 'A5:XFD5'];
    const merges = Array.from({ length: random.pick([1, 3, 2_000]) }, () => `<mergeCell ref="${random.pick(refs)}"/>`);
    return xml.replace('</sheetData>', `</sheetData><mergeCells>${merges.join('')}</mergeCells>`);
  },
  (xml, random) => replaceOne(xml, / s="\d+"/g, random, () => ` s="${random.pick(['-1', '99999', 'x', '', '1e3'])}"`),
  (xml, random) =>
    replaceOne(xml, /<row [^>]*>/g, random, () => `<row r="${random.pick(['0', '-1', '1048577', 'x', '1e9', '3'])}">`),
  (xml, random) => {
    const rows = Array.from(
      { length: random.pick([10, 5_000]) },
      (_, index) => `<row r="${index + 1}"><c r="B${index + 1}"><v>${index}</v></c></row>`,
    );
    return xml.replace('</sheetData>', `${rows.join('')}</sheetData>`);
  },
  (xml, random) => {
    const text = escaped(random.pick(NASTY_TEXTS));
    return replaceOne(
      xml,
      CELL,
      random,
      (cell) => `<c r="${/ r="([^"]*)"/.exec(cell)?.[1]}" t="inlineStr"><is><t>${text}</t></is></c>`,
    );
  },
];

const ANY_CHANGES = [
  (xml, random) =>
    replaceOne(xml, /="[^"]*"/g, random, () => `="${escaped(random.pick([...NASTY_TEXTS, ...NASTY_FIGURES]))}"`),
  (xml, random) =>
    replaceOne(xml, />[^<]+</g, random, () => `>${escaped(random.pick([...NASTY_TEXTS, ...NASTY_FIGURES]))}<`),
  (xml, random) => replaceOne(xml, /<[^>]*>/g, random, () => ''),
  (xml, random) => replaceOne(xml, /<[^>]*>/g, random, (tag) => tag + tag),
  (xml, random) =>
    replaceOne(
      xml,
      /<\w+/g,
      random,
      (tag) => `${tag} ${random.pick(['r="B2"', 'a=1', 'x', 'xml:space="preserve"', 'r="B3" r="B4"'])}`,
    ),
  (xml, random) =>
    replaceOne(
      xml,
      /></g,
      random,
      () =>
        `>${random.pick(['&', '&#0;', '&#xD800;', '&#xFFFFFFFF;', '&lol;', '<![CDATA[x]]>', '<!--', '<?x?>', '\u0000', '\u0008', ']]>'])}<`,
    ),
  (xml, random) =>
    `${random.pick(['<!DOCTYPE x [<!ENTITY a "b">]>', '<?xml version="1.0" encoding="UTF-16"?>', '\ufeff\ufeff', ' ', '<a>'.repeat(5_000)])}${xml}`,
  (xml, random) => xml.slice(0, random.below(xml.length)),
  (xml, random) =>
    xml.replaceAll(/<(\/?)(\w)/g, (_, slash, first) => `<${slash}${random.happens(0.001) ? 'z:' : ''}${first}`),
  (xml) => xml.replaceAll('<', '<x:').replaceAll('<x:/', '</x:').replaceAll('<x:?', '<?').replace('<x:!', '<!'),
];
