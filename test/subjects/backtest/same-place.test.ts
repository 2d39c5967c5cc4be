import { expect, test } from 'vitest';
import { standTogether } from '../../../src/subjects/backtest/same-place.js';

const together = (one: string, other: string): boolean => standTogether({ source: one }, { source: other });

test('Figures of one sentence, and of one row of a table, stand beside each other; others do not', () => {
  const text = 'zhuzhou-2022 L202 统筹基金累计结余';
  const [balance, months] = ['期末累计结余', '实际可支付月数（栏内单位印“个”）'].map(
    (head, index) => `zhuzhou-2022 L${288 + index} 基金累计结余分布情况表 合计 职工统筹 ${head}`,
  );
  expect(together(text, 'zhuzhou-2022 L202 应付未付及预留等合计')).toBe(true);
  expect(together(balance ?? '', months ?? '')).toBe(true);
  expect(together(text, balance ?? '')).toBe(false);
  expect(together(balance ?? '', 'zhuzhou-2022 L285 基金累计结余分布情况表 合计 居民 期末累计结余')).toBe(false);
});

test('Cells of one row of a workbook stand beside each other, those of another document do not', () => {
  const cell = '2023Q1.xlsx 居民!B14 合计 期末累计结余';
  expect(together(cell, '2023Q1.xlsx 居民!J14 合计 实际结余')).toBe(true);
  expect(together(cell, '2023Q1.xlsx 居民!J13 攸县 实际结余')).toBe(false);
  expect(together(cell, '2022Q4.xlsx 居民!B14 合计 期末累计结余')).toBe(false);
});

test('Words of one place alone make no row', () => {
  expect(together('zhuzhou-2022 L44 征缴收入', 'zhuzhou-2022 L50 增长')).toBe(false);
});
