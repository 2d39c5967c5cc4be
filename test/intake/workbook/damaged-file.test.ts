import { expect, test } from 'vitest';
import { damagedFile, unreadableFile } from '../../../src/intake/workbook/damaged-file.js';

test('Whoever brings a damaged file is told what is wrong with it and what to do', () => {
  expect(damagedFile('缺少工作表“汇总”的内容')).toMatchObject({
    name: 'InputError',
    message: '文件已损坏：缺少工作表“汇总”的内容。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入',
  });
  const cause = new RangeError('offset');
  expect(unreadableFile(cause)).toMatchObject({
    name: 'InputError',
    message: '文件已损坏，读不出来。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入',
    cause,
  });
});
