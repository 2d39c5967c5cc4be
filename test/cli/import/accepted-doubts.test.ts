import { expect, test } from 'vitest';
import { acceptanceOf, reasonText } from '../../../src/cli/import/accepted-doubts.js';
import type { AcceptedDoubt } from '../../../src/facts/accepted.js';
import { readAccepted } from '../../../src/facts/read-accepted.js';
import type { IntakeFinding } from '../../../src/intake/intake-finding.js';
import { workspace } from '../../fixtures/workspace.js';

const DOUBT: IntakeFinding = {
  severity: 'doubt',
  rule: 'total',
  sheet: ' 结余表　',
  cell: 'B8',
  value: '30.00\r\n左右 ',
  message: '合计应等于各行之和：30.00 ≠ 31.00',
  hint: '',
};

/** The doubt as `accepted.csv` gives it back. */
function readBack(): AcceptedDoubt | undefined {
  const csv = `rule,sheet,cell,value,message,reason,date\ntotal, 结余表　,B8,"30.00\r\n左右 ",${DOUBT.message},已核对,2024-04-01\n`;
  const root = workspace({ 'zhuzhou/2024Q1/accepted.csv': csv });
  return readAccepted(root, 'data/zhuzhou/2024Q1/accepted.csv').accepted[0];
}

test('A doubt that was accepted is known again, also on a sheet whose name has blanks at its ends', () => {
  const accepted = readBack();
  expect(accepted).toMatchObject({ sheet: '结余表', value: '30.00\n左右' });
  expect(acceptanceOf(DOUBT, accepted === undefined ? [] : [accepted])?.reason).toBe('已核对');
});

test('A doubt about another value is another doubt', () => {
  const accepted = readBack();
  expect(acceptanceOf({ ...DOUBT, value: '31.00' }, accepted === undefined ? [] : [accepted])).toBeUndefined();
});

test('A reason is kept on one line, and blanks are none', () => {
  expect(reasonText(' 原表漏加\r\n攸县 ')).toBe('原表漏加 攸县');
  expect(reasonText(' 　\n')).toBe('');
});
