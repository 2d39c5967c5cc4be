import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** Jupyter's messaging protocol version that client and kernel speak. */
export const PROTOCOL_VERSION = '5.3';

const DELIMITER = '<IDS|MSG>';

/** Head of a Jupyter message. */
export interface MessageHeader {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
}

/** A Jupyter message; `identities` are ZeroMQ routing frames and empty on the client's side. */
export interface Message {
  identities: Buffer[];
  header: MessageHeader;
  parent_header: Partial<MessageHeader>;
  metadata: Record<string, unknown>;
  content: Record<string, unknown>;
}

/** A new message head: fresh id, present time. */
export function createHeader(type: string, session: string): MessageHeader {
  return {
    msg_id: randomUUID(),
    msg_type: type,
    session,
    username: 'fundwatch',
    date: new Date().toISOString(),
    version: PROTOCOL_VERSION,
  };
}

/** The frames of a message, signed with HMAC-SHA256. An empty key means unsigned, as Jupyter defines it. */
export function encodeMessage(key: string, message: Message): (Buffer | string)[] {
  const { header, parent_header, metadata, content } = message;
  const body = [header, parent_header, metadata, content].map((part) => JSON.stringify(part));
  return [...message.identities, DELIMITER, sign(key, body), ...body];
}

/** The message in some frames, or `null` if it is no Jupyter message or its signature is wrong. */
export function decodeMessage(key: string, frames: Buffer[]): Message | null {
  const at = frames.findIndex((frame) => frame.toString() === DELIMITER);
  const signature = frames[at + 1];
  const body = frames.slice(at + 2, at + 6);
  if (at < 0 || signature === undefined || body.length < 4) return null;
  const expected = Buffer.from(sign(key, body));
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return null;
  const [header, parent_header, metadata, content] = body.map((part) => JSON.parse(part.toString('utf8')));
  return { identities: frames.slice(0, at), header, parent_header, metadata, content };
}

function sign(key: string, parts: (Buffer | string)[]): string {
  if (key === '') return '';
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest('hex');
}
