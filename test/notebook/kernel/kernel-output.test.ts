import { expect, test } from 'vitest';
import { CellOutput, DISPLAY_LIMIT } from '../../../src/notebook/kernel/kernel-output.js';

function recorded() {
  const messages: [string, Record<string, unknown>][] = [];
  return { messages, output: new CellOutput((type, content) => messages.push([type, content])) };
}

test('Lines printed one after another are sent together, before what is displayed next', () => {
  const { messages, output } = recorded();
  output.print('stdout', 'a\n');
  output.print('stdout', 'b\n');
  output.display({ data: { 'text/plain': '图' }, metadata: {} }, false);
  expect(messages).toEqual([
    ['stream', { name: 'stdout', text: 'a\nb\n' }],
    ['display_data', { data: { 'text/plain': '图' }, metadata: {}, transient: {} }],
  ]);
});

test('A Chinese character split over two chunks stays whole', () => {
  const { messages, output } = recorded();
  const bytes = Buffer.from('居民');
  output.print('stdout', bytes.subarray(0, 4));
  output.print('stdout', bytes.subarray(4));
  output.flush();
  expect(messages).toEqual([['stream', { name: 'stdout', text: '居民' }]]);
});

test('A display beyond the limit is refused', () => {
  const { messages, output } = recorded();
  const data = { 'text/html': 'x'.repeat(DISPLAY_LIMIT) };
  expect(() => output.display({ data, metadata: {} }, false)).toThrow('单元格显示的内容超过 50 MB 的上限，未显示');
  expect(messages).toEqual([]);
});
