import { expect, test } from 'vitest';
import { describeThrown, originOf } from '../../../src/notebook/kernel/kernel-errors.js';

function errorWithStack(...frames: string[]): Error {
  const error = new RangeError('基金为零');
  error.stack = ['RangeError: 基金为零', ...frames.map((frame) => `    at ${frame}`)].join('\n');
  return error;
}

test('A traceback tells cells by number and leaves out the machinery', () => {
  const error = errorWithStack(
    'Proxy.rate (fundwatch-cell-3:2:7)',
    'fundwatch-cell-5:1:1',
    'fundwatch-cell-5:9:3',
    'Script.runInThisContext (node:vm:137:12)',
    'Object.execute (/accounts/li/node_modules/tslab/dist/executor.js:1:1)',
  );
  expect(describeThrown(error)).toEqual({
    ename: 'RangeError',
    evalue: '基金为零',
    traceback: ['RangeError: 基金为零', '    at rate (单元格 [3])', '    at 单元格 [5]'],
  });
});

test('An error comes from the outermost cell of its stack', () => {
  expect(originOf(errorWithStack('rate (fundwatch-cell-3:2:7)', 'fundwatch-cell-5:1:1'))).toBe(5);
  expect(originOf(errorWithStack('node:timers:1:1'))).toBeNull();
  expect(originOf('text')).toBeNull();
});

test('What is thrown need not be an error', () => {
  expect(describeThrown('缺数据')).toEqual({ ename: 'Error', evalue: "'缺数据'", traceback: ["Error: '缺数据'"] });
});

test('The cause of an error is told', () => {
  const { traceback } = describeThrown(new Error('读取失败', { cause: new Error('没有文件') }));
  expect(traceback.slice(0, 2)).toEqual(['Error: 读取失败', '原因：没有文件']);
});
