import { expect, test } from 'vitest';
import { createHeader, decodeMessage, encodeMessage } from '../../../src/notebook/kernel/wire.js';

const message = {
  identities: [Buffer.from('client')],
  header: createHeader('execute_request', 'session'),
  parent_header: {},
  metadata: {},
  content: { code: '基金("莲都区")' },
};
const frames = (key: string) => encodeMessage(key, message).map((frame) => Buffer.from(frame));

test('A message arrives as it was sent', () => {
  expect(decodeMessage('key', frames('key'))).toEqual(message);
});

test('A message signed with another key, or changed on the way, is refused', () => {
  expect(decodeMessage('other', frames('key'))).toBeNull();
  const changed = [...frames('key').slice(0, -1), Buffer.from('{"code":"0"}')];
  expect(decodeMessage('key', changed)).toBeNull();
});

test('Frames that are no message are refused', () => {
  expect(decodeMessage('key', [Buffer.from('noise')])).toBeNull();
  expect(decodeMessage('key', frames('key').slice(0, 4))).toBeNull();
});

test('The signature is HMAC-SHA256 of the four parts, in hexadecimal', () => {
  expect(frames('key')[2]?.toString()).toMatch(/^[0-9a-f]{64}$/);
  expect(frames('')[2]?.toString()).toBe('');
});
