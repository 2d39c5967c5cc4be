import { expect, test } from 'vitest';
import { createHeader } from '../../../src/notebook/kernel/wire.js';
import type { NotebookOutput } from '../../../src/notebook/output.js';
import { OutputCollector } from '../../../src/notebook/run/outputs.js';

const message = (type: string, content: Record<string, unknown>) => ({
  identities: [],
  header: createHeader(type, 'session'),
  parent_header: {},
  metadata: {},
  content,
});
const stream = (name: string, text: string) => message('stream', { name, text });

test('Text of one stream is one output, and is reported when it is complete', () => {
  const reported: NotebookOutput[] = [];
  const collector = new OutputCollector(new Map(), (output) => reported.push(structuredClone(output)));
  collector.take(stream('stdout', '可支付'));
  collector.take(stream('stdout', '月数\n'));
  expect(reported).toEqual([]);
  collector.take(stream('stderr', '注意\n'));
  expect(reported).toEqual([{ output_type: 'stream', name: 'stdout', text: '可支付月数\n' }]);
  collector.finish();
  expect(reported).toEqual(collector.outputs);
  expect(collector.outputs).toHaveLength(2);
});

test('A display is reported at once, with its metadata', () => {
  const reported: NotebookOutput[] = [];
  const collector = new OutputCollector(new Map(), (output) => reported.push(output));
  const content = { data: { 'text/plain': '图' }, metadata: { fundwatch: { kind: 'chart' } }, transient: {} };
  collector.take(message('display_data', content));
  expect(reported).toEqual([
    { output_type: 'display_data', data: { 'text/plain': '图' }, metadata: { fundwatch: { kind: 'chart' } } },
  ]);
});

test('A later cell can update an earlier display', () => {
  const displays = new Map<string, NotebookOutput>();
  const first = new OutputCollector(displays, () => {});
  const second = new OutputCollector(displays, () => {});
  const show = (text: string) => ({ data: { 'text/plain': text }, metadata: {}, transient: { display_id: 'a' } });
  first.take(message('display_data', show('旧')));
  second.take(message('update_display_data', show('新')));
  expect(first.outputs).toEqual([{ output_type: 'display_data', data: { 'text/plain': '新' }, metadata: {} }]);
  expect(second.outputs).toEqual([]);
});
