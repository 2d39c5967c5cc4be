import { expect, test } from 'vitest';
import { type SyntaxParser, spellOutShorthand } from '../../../src/notebook/kernel/kernel-compiler.js';
import { requireOfTslab } from '../../../src/notebook/kernel/kernel-tslab.js';

const typescript = requireOfTslab('@tslab/typescript-for-tslab') as SyntaxParser;

test.each([
  ['show({ scheme })', 'show({ scheme: scheme })'],
  ['f({ 统筹区, a: { b } })', 'f({ 统筹区: 统筹区, a: { b: b } })'],
  ['({ a, b = 1 } = row)', '({ a: a, b: b = 1 } = row)'],
  ['const { a } = row; type T = { a: number }; f({ a: 1, ...a })', null],
  ["show('{ scheme }')", null],
])('%s means %s', (source, explicit) => {
  expect(spellOutShorthand(typescript, source)).toBe(explicit ?? source);
});
