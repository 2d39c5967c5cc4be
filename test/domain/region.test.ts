import { expect, test } from 'vitest';
import { findRegion, plainName } from '../../src/domain/region.js';
import { isScheme } from '../../src/domain/scheme.js';
import { readReference } from '../../src/facts/read-reference.js';
import { PROJECT } from '../fixtures/workspace.js';

const regions = readReference(PROJECT).regions.zhuzhou ?? [];

test.each([
  ['攸  县', '攸县', '430223'],
  ['茶  陵', '茶陵县', '430224'],
  ['茶陵', '茶陵县', '430224'],
  ['株洲县', '渌口区', '430212'],
  ['合计', '全市', '430200'],
  ['株洲市', '全市', '430200'],
  ['云龙区', '云龙示范区', '430200-yunlong'],
  ['430281', '醴陵市', '430281'],
  ['　城区　', '城区', '430200-urban'],
])('A report that prints “%s” means %s', (printed, name, code) => {
  expect(findRegion(regions, printed)).toMatchObject({ name, code });
});

test.each(['', '株洲', '攸', '攸县市', '__proto__', 'constructor', '430221'])(
  '“%s” is no region of the city',
  (text) => {
    expect(findRegion(regions, text)).toBeUndefined();
  },
);

test('No two regions go by the same name', () => {
  const names = regions.flatMap(({ code, name, aliases }) => [...new Set([code, name, ...aliases].map(plainName))]);
  expect(names).toEqual([...new Set(names)]);
});

test('A region that stands for others names regions that there are', () => {
  const codes = regions.map(({ code }) => code);
  expect(regions.flatMap(({ members }) => members).filter((member) => !codes.includes(member))).toEqual([]);
});

test('There are two schemes, and what JavaScript inherits is none', () => {
  expect(['employee', 'resident', 'Employee', '职工医保', '__proto__', 'toString'].map(isScheme)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
