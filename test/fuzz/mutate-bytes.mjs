/** Bytes flipped, cut off, put in, taken out, doubled or taken from another file. */
export function mutateBytes(bytes, random, other) {
  let changed = Buffer.from(bytes);
  for (let times = 1 + random.below(3); times > 0; times -= 1) changed = random.pick(CHANGES)(changed, random, other);
  return changed;
}

const CHANGES = [
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let times = 1 + random.below(12); times > 0; times -= 1) {
      if (copy.length > 0) copy[random.below(copy.length)] ^= 1 << random.below(8);
    }
    return copy;
  },
  (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  (bytes, random) => bytes.subarray(random.below(Math.min(64, bytes.length))),
  (bytes, random) => {
    const at = random.below(bytes.length);
    const put = Buffer.from(Array.from({ length: 1 + random.below(300) }, () => random.below(256)));
    return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at)]);
  },
  (bytes, random) => {
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(500))]);
  },
  (bytes, random, other) => {
    const at = random.below(bytes.length);
    const from = random.below(other.length);
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, from + random.below(2_000)), bytes.subarray(at)]);
  },
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    const at = random.below(copy.length);
    // Sizes and offsets are stored in four bytes: small, negative and huge ones.
    if (at + 4 <= copy.length) copy.writeUInt32LE(random.pick([0, 1, 0x7fffffff, 0x80000000, 0xffffffff]), at);
    return copy;
  },
  (bytes, random) => {
    const at = random.below(bytes.length);
    return Buffer.concat([bytes, bytes.subarray(at, at + random.below(4_000))]);
  },
];
