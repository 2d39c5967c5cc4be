import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { selectPartition, selectWhole } from '../../../src/facts/select-figures.js';
import { deriveShareOfWhole } from '../../../src/subjects/parts/derive-share.js';
import { itemsTable } from '../../../src/subjects/parts/items-table.js';
import { rollUpParts } from '../../../src/subjects/parts/roll-up-parts.js';
import { expectReadable, readTable as read } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

const district = openFund('bazhou', 'undated', PROJECT);
const ENROLMENT = { scheme: 'employee', indicator: 'enrolment' };
const kinds = selectPartition(district, ENROLMENT);
const whole = selectWhole(district, ENROLMENT);
const ITEMS = { name: 'enrolment-kinds', title: '参保人数按单位类别', unit: 'person' } as const;
const items = itemsTable(deriveShareOfWhole(kinds, whole), rollUpParts(kinds, whole), { ...ITEMS, fund: district });

test('The table shows nothing but figures, words and 未知', () => {
  for (const view of [items]) expectReadable(view);
});

test('A restored total is marked as one', () => {
  expect(read(items).slice(-3)).toEqual([
    '所列各项之和 | 34,098 | 100.00%',
    '合计（还原） | 34,098 | 100.00%',
    '差额（合计（还原） − 各项之和） | 0 | 0.00%',
  ]);
});
