import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];

/** Parts of a good package, unpacked: `{ name, content }`. */
export function readParts(bytes) {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'));
  const parts = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, packed, nameLength] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const stored = bytes.subarray(start, start + packed);
    parts.push({ name, content: method === 0 ? Buffer.from(stored) : inflateRawSync(stored) });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

/**
 * A package of parts `{ name, content }`. Each may say what is not true: `method` (8 packed, 0 not, others unknown), `flags`,
 * `checksum`, `unpacked` and `packed` sizes, `offset`, and another name in its own header (`localName`).
 */
export function writeParts(parts, { comment = Buffer.alloc(0), count = parts.length } = {}) {
  const bodies = [];
  const directory = [];
  let at = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const method = part.method ?? 8;
    const stored = method === 8 ? deflateRawSync(content, { level: part.level ?? 1 }) : content;
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.flags ?? 0x800, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(part.checksum ?? crc32(content), 10);
    fields.writeUInt32LE(part.packed ?? stored.length, 14);
    fields.writeUInt32LE(part.unpacked ?? content.length, 18);
    const local = header(LOCAL, Buffer.alloc(0), fields, Buffer.from(part.localName ?? part.name), Buffer.alloc(0));
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((part.offset ?? at) >>> 0, 10);
    directory.push(header(CENTRAL, Buffer.from([20, 0]), fields, Buffer.from(part.name), rest));
    bodies.push(local, stored);
    at += local.length + stored.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(count & 0xffff, 8);
  end.writeUInt16LE(count & 0xffff, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...bodies, ...directory, end, comment]);
}

function header(signature, version, fields, name, rest) {
  const start = Buffer.alloc(4);
  start.writeUInt32LE(signature);
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16LE(name.length, 0);
  return Buffer.concat([start, version, fields, lengths, rest, name]);
}
