import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { deriveKpiCompletion } from '../../../src/subjects/targets/derive-kpi-completion.js';
import { deriveTargetGap } from '../../../src/subjects/targets/derive-target-gap.js';
import { kpiTable, targetsTable } from '../../../src/subjects/targets/target-tables.js';
import { expectReadable, readTable as read } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

const city = openFund('zhuzhou', '2023', PROJECT);
const year = openFund('zhuzhou', '2022', PROJECT);
const department = openFund('changning', '2023', PROJECT);
const targets = targetsTable(deriveTargetGap(city), city);
const kpis = kpiTable(deriveKpiCompletion(year), year);

test('No table shows anything but figures, words and 未知', () => {
  for (const view of [targets, kpis]) expectReadable(view);
});

test('A target tells its gap in its own unit and why a result is only the start', () => {
  const about = (name: string): string[] => read(targets).filter((line) => line.startsWith(name));
  // zhuzhou-2023 L55 L83 L127, zhuzhou-2022 L342: 476 of 480; 27.55 + 11.78 = 39.33 of 35; 6 classes beside 12 kinds.
  expect(about('落地的集采药品')[0]).toContain('480个 | 476个 | 2022年 | −4个 | 99.17% | 起点未达到');
  expect(about('两病门诊用药')[0]).toContain('35万人次 | 27.55＋11.78＝39.33万人次 | 2022年 | +4.33万人次 | 112.37%');
  expect(about('落地的高值')[0]).toContain('12种 | 6类 | 2022年 | 未知 | 未知 |  | 单位不同');
  expect(about('医保电子凭证')[0]).toContain('60% |  |  | 未知 | 未知 |  | 没有同一指标的结果');
});

test('A report without targets says so under an empty table', () => {
  const none = targetsTable(deriveTargetGap(department), department);
  expect(none.rows).toEqual([]);
  expect(none.notes[0]).toBe('本期没有印目标，没有可比的。');
});

test('A completion printed without its target stands beside the target it implies', () => {
  expect(read(kpis).find((line) => line.startsWith('两病门诊用药享受人次'))).toContain(
    '39.33万人次 | 2022年截至11月底 | 196.65% | 20.00万人次',
  );
  expect(kpiTable(deriveKpiCompletion(department), department).columns.map(({ key }) => key)).not.toContain(
    'impliedText',
  );
});
