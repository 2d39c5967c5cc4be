import { NASTY_TEXTS } from './nasty-words.mjs';
import { readParts, writeParts } from './zip-parts.mjs';

const HUGE = 48 * 2 ** 20;

/** The same package with parts gone, twice, renamed, empty, huge, swapped, or described falsely in the directory. */
export function mutateZip(bytes, random) {
  let parts = readParts(bytes);
  const options = {};
  for (let times = 1 + random.below(3); times > 0; times -= 1) {
    const index = random.below(parts.length);
    if (parts[index] === undefined) break;
    parts = parts.map((part) => ({ ...part }));
    random.pick(CHANGES)(parts, index, random, options);
  }
  return writeParts(parts, options);
}

const CHANGES = [
  (parts, index) => parts.splice(index, 1),
  (parts, index) => parts.push({ ...parts[index] }),
  (parts, index, random) => parts.push({ ...parts[index], name: parts[random.below(parts.length)].name }),
  (parts, index, random) => {
    const { name } = parts[index];
    const renamed = [name.toUpperCase(), `/${name}`, `../${name}`, name.replaceAll('/', '\\'), `C:${name}`, `${name}/`];
    parts[index].name = random.pick([...renamed, random.pick(NASTY_TEXTS).slice(0, 200)]);
  },
  (parts, index, random) => {
    parts[index].localName = random.pick(['', 'x', 'xl/workbook.xml']);
  },
  (parts, index) => {
    parts[index].content = Buffer.alloc(0);
  },
  (parts, index, random) => {
    // Rarely, as packing it takes long: a bomb of spaces, or a large part that packs badly.
    const size = random.happens(0.1) ? HUGE : 2 ** 16;
    const { content } = parts[index];
    parts[index].content = Buffer.concat([content, Buffer.alloc(size, random.pick([' ', '<c/>', '\0']))]);
  },
  (parts, index, random) => {
    const other = random.below(parts.length);
    [parts[index].content, parts[other].content] = [parts[other].content, parts[index].content];
  },
  (parts, index, random) => {
    parts[index].method = random.pick([0, 0, 1, 9, 12, 14, 93, 99, 0xffff]);
  },
  (parts, index, random) => {
    parts[index].flags = random.pick([0, 1, 8, 0x41, 0x2000, 0xffff]);
  },
  (parts, index, random) => {
    parts[index].unpacked = random.pick([0, 1, parts[index].content.length + 1, 0x7fffffff, 0xfffffffe, 0xffffffff]);
  },
  (parts, index, random) => {
    parts[index].packed = random.pick([0, 1, 0x7fffffff, 0xffffffff]);
  },
  (parts, index, random) => {
    parts[index].offset = random.pick([0, 1, 4, 0x7fffffff, 0xffffffff]);
  },
  (parts, index, random) => {
    parts[index].checksum = random.below(2 ** 32);
  },
  (parts, index, random) => {
    const names = ['xl/vbaProject.bin', 'xl/workbook.bin', 'EncryptedPackage', 'content.xml', 'word/document.xml'];
    parts.push({ name: random.pick(names), content: parts[index].content });
  },
  (_parts, _index, random, options) => {
    options.comment = Buffer.alloc(random.below(60_000), random.pick(['x', 'PK\x05\x06']));
  },
  (parts, _index, random, options) => {
    options.count = random.pick([0, 1, parts.length + 1, 0xffff]);
  },
  (parts, index, random) => {
    parts[index].content = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(parts[index].content.toString(), 'utf16le'),
    ]);
    if (random.happens(0.5)) parts[index].content = parts[index].content.subarray(2);
  },
];
