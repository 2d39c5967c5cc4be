import { NASTY_FIGURES, NASTY_TEXTS } from './nasty-words.mjs';

const LONG_LINE = 10 * 2 ** 20;

/** A CSV file with quotes, control characters, byte order marks, encodings and lines where none belong. */
export function mutateText(bytes, random) {
  let changed = bytes;
  for (let times = 1 + random.below(4); times > 0; times -= 1) changed = random.pick(CHANGES)(changed, random);
  // Rarely, as it is long.
  if (random.happens(0.01))
    changed = Buffer.concat([changed, Buffer.alloc(LONG_LINE, random.pick(['9', ',', '"', 'x,']))]);
  return changed;
}

/** Puts something in at a random place, as bytes. */
function put(bytes, random, what) {
  const at = random.below(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(what), bytes.subarray(at)]);
}

const CHANGES = [
  (bytes, random) => put(bytes, random, random.pick(['"', '""', '"""', '","', '"\n', '\n"', "'"])),
  (bytes, random) => put(bytes, random, random.pick(['\0', '\0\0\0', '\u0001', '\u001a', '\u2028', '\u0085'])),
  (bytes, random) => put(bytes, random, [0xef, 0xbb, 0xbf]),
  (bytes, random) =>
    put(
      bytes,
      random,
      random.pick([[0xff, 0xfe], [0xfe, 0xff], [0x81], [0xd5, 0xe4], [0xc3, 0x28], [0xed, 0xa0, 0x80]]),
    ),
  (bytes, random) => put(bytes, random, random.pick([...NASTY_TEXTS, ...NASTY_FIGURES])),
  (bytes, random) => put(bytes, random, `,${random.pick([...NASTY_TEXTS, ...NASTY_FIGURES])},`),
  (bytes, random) => put(bytes, random, random.pick(['\r', '\n', '\r\n', '\n\r', '\n\n\n'.repeat(100)])),
  (bytes, random) => put(bytes, random, ','.repeat(random.pick([1, 300, 20_000]))),
  (bytes, random) => put(bytes, random, '\n,,'.repeat(random.pick([10, 3_000]))),
  (bytes) => Buffer.from(bytes.toString().replaceAll(',', '\t')),
  (bytes) => Buffer.from(bytes.toString().replaceAll(',', ';')),
  (bytes) => Buffer.from(`\ufeff${bytes.toString()}`, 'utf16le'),
  (bytes) => Buffer.from(bytes.toString(), 'utf16le').swap16(),
  (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  (bytes) => Buffer.concat([bytes, bytes]),
  (bytes, random) => {
    const lines = bytes.toString('latin1').split('\n');
    return Buffer.from(random.shuffled(lines).join('\n'), 'latin1');
  },
  (bytes, random) => {
    const cells = bytes.toString('latin1').split(',');
    for (let times = 1 + random.below(5); times > 0; times -= 1)
      cells[random.below(cells.length)] = random.pick(NASTY_FIGURES);
    return Buffer.from(cells.join(','), 'latin1');
  },
];
