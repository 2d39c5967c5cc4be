import { describe, expect, test } from 'vitest';
import { withNewPlace } from '../../../src/intake/tables/new-place.js';
import { periodsIn } from '../../../src/intake/tables/period-text.js';
import { statedIn } from '../../../src/intake/tables/stated-in.js';
import type { Sheet, Workbook } from '../../../src/intake/workbook/workbook.js';
import { findingsInShort, REFERENCE } from '../../fixtures/extraction.js';
import { sheetOf, workbookOf } from '../../fixtures/sheet.js';
import { budgetExecution, employeeBalances } from '../../fixtures/statements.js';

function stated(workbook: Workbook): { place: string; placeName: string; period: string; findings: string[] } {
  const { place, placeName, period, findings } = statedIn(workbook, REFERENCE);
  return { place, placeName, period, findings: findingsInShort({ findings }) };
}

describe('A workbook says what it is about', () => {
  test('Titles of the bureau’s statements name place and quarter; the date of printing is no period', () => {
    const dated = sheetOf('表', [['日期:2021.04.13'], ['日期：2021年4月13日']]);
    expect(stated(workbookOf(employeeBalances(), budgetExecution(), dated))).toEqual({
      place: 'zhuzhou',
      placeName: '株洲市',
      period: '2021Q1',
      findings: [],
    });
  });

  test('The form’s label cells win over titles that differ, and the titles are doubted', () => {
    const form = sheetOf('填报说明', [
      ['地区代码', 'zhuzhou'],
      ['地区名称', '株洲市'],
      ['期间', '2023Q1'],
      ['上期', '2022'],
    ]);
    const title = sheetOf('收支', [['2022年4季度基金收支情况表']]);
    expect(stated(workbookOf(form, title))).toEqual({
      place: 'zhuzhou',
      placeName: '株洲市',
      period: '2023Q1',
      findings: ['doubt place A1 “2022年4季度基金收支情况表”'],
    });
  });

  test('The period that most titles name is taken; a tie is left to the analyst', () => {
    const titled = (text: string) => sheetOf(text, [[text]]);
    const [a, b, c] = ['2021年1季度收入表', '2021年一季度支出表', '2020年1季度支出表'].map(titled);
    if (!a || !b || !c) throw new TypeError('three sheets');
    expect(stated(workbookOf(a, b, c)).period).toBe('2021Q1');
    expect(stated(workbookOf(a, b, c)).findings).toEqual(['doubt place A1 “2020年1季度支出表”']);
    expect(stated(workbookOf(a, c)).period).toBe('');
  });

  test('A year in one title does not contradict its quarter in another; sentences say nothing', () => {
    const sheets = sheetOf('表', [
      ['2023年预算收支情况表'],
      ['2023年1季度结余表'],
      ['2019年1季度全市职工收支表按往年正常拨付进度，因此较同期有所减缓。'],
    ]);
    expect(stated(workbookOf(sheets)).period).toBe('2023Q1');
  });

  test('A workbook that says nothing says nothing', () => {
    expect(stated(workbookOf(sheetOf('表', [['统筹区', '基金收入']])))).toEqual({
      place: '',
      placeName: '',
      period: '',
      findings: [],
    });
  });
});

describe('Periods as they are written', () => {
  test.each([
    ['2023年1季度', ['2023Q1']],
    ['2023年第二季度', ['2023Q2']],
    ['2023年三季度末', ['2023Q3']],
    ['2023Q4', ['2023Q4']],
    ['2023年1-3月', ['2023Q1']],
    ['2023年上半年', ['2023Q2']],
    ['2022年度', ['2022']],
    ['截至2022年底', ['2022']],
    ['2022年1-12月', ['2022']],
    ['2022', ['2022']],
    ['2017-2022年', []],
    ['2021.04.13', []],
    ['2021年4月13日', []],
    ['2022年12月31日', []],
    ['15994.97', []],
  ])('%s', (text, periods) => {
    expect(periodsIn(text).map(({ period }) => period)).toEqual(periods);
  });
});

describe('A place that the reference lacks', () => {
  const form = sheetOf('填报说明', [
    ['地区代码', 'hengyang'],
    ['地区名称', '衡阳市'],
    ['期间', '2023Q1'],
  ]);
  const HEADS = ['统筹区代码', '统筹区名称', '别名（用；分开）', '行政区划代码', '类型', '是否全市'];

  const told = (list: Sheet): string[] =>
    statedIn(workbookOf(form, list), REFERENCE).findings.map(
      ({ cell, value, message }) => `${cell} “${value}”：${message}`,
    );

  test('Its regions come with the workbook and stand beside the known ones', () => {
    const list = sheetOf('统筹区', [
      HEADS,
      ['430400', '全市', '衡阳市；合计', '430400', 'city', '是'],
      ['430421', '衡阳县', '', '430421', 'county', ''],
    ]);
    const { newPlace, findings, place, period } = statedIn(workbookOf(form, list), REFERENCE);
    expect([place, period, findings]).toEqual(['hengyang', '2023Q1', []]);
    expect(newPlace?.place).toEqual({ code: 'hengyang', name: '衡阳市', wholeRegion: '430400', isDefault: false });
    expect(newPlace?.regions.map(({ code, name, aliases }) => [code, name, ...aliases])).toEqual([
      ['430400', '全市', '衡阳市', '合计'],
      ['430421', '衡阳县'],
    ]);
    if (newPlace === undefined) throw new TypeError('no new place');
    const together = withNewPlace(REFERENCE, newPlace);
    expect(together.places.at(-1)?.code).toBe('hengyang');
    expect(together.regions.zhuzhou).toBe(REFERENCE.regions.zhuzhou);
    expect(REFERENCE.regions.hengyang).toBeUndefined();
  });

  test('Codes written twice, blank names and a missing whole place are errors at their cells', () => {
    const list = sheetOf('统筹区', [
      HEADS,
      ['430421', '衡阳县', '', '4304', 'county', ''],
      ['430421', '', '', '', 'county', ''],
    ]);
    expect(told(list)).toEqual([
      'D2 “4304”：行政区划代码应为六位数字，没有的留空',
      'B3 “”：统筹区 430421 没有名称',
      'A3 “430421”：与 A2 重复',
      'F1 “”：应有一个、且只有一个统筹区的“是否全市”写“是”，现有 0 个',
    ]);
  });

  test('The kind is chosen in Chinese and kept as a code; another word is an error, a blank is none', () => {
    const row = (code: string, kind: string): string[] => [code, `${code}区`, '', '', kind, code === '1' ? '是' : ''];
    const kinds = ['市', '县', '区', '统筹区', '功能区', 'county', ''];
    const list = sheetOf('统筹区', [HEADS, ...kinds.map((kind, index) => row(String(index + 1), kind))]);
    const { newPlace, findings } = statedIn(workbookOf(form, list), REFERENCE);
    expect(findings).toEqual([]);
    expect(newPlace?.regions.map(({ kind }) => kind)).toEqual([
      ...['city', 'county', 'district', 'pool', 'functional', 'county', ''],
    ]);
    expect(told(sheetOf('统筹区', [HEADS, row('1', '乡镇')]))).toEqual([
      'E2 “乡镇”：不认识的类型，可用：市、县、区、统筹区、功能区，不清楚的留空',
    ]);
  });

  test('Two whole places, and an alias that names another region, are told with both cells', () => {
    const list = sheetOf('统筹区', [
      HEADS,
      ['430400', '全市', '衡阳市', '', '', '是'],
      ['430421', '衡阳县', '衡阳市', '', '', '是'],
    ]);
    expect(told(list)).toEqual([
      'C3 “衡阳市”：与 C2 重复',
      'F3 “”：应有一个、且只有一个统筹区的“是否全市”写“是”，现有 2 个（F2、F3）',
    ]);
  });

  test('A new code for a place that is there already under its name is an error', () => {
    const own = sheetOf('填报说明', [['地区代码', 'zhuzhou-2']]);
    const list = sheetOf('统筹区', [['地区名称', '株洲市'], HEADS, ['1', '全市', '', '', '', '是']]);
    const { findings } = statedIn(workbookOf(own, list), REFERENCE);
    expect(findings.map(({ cell, message }) => `${cell} ${message}`)).toEqual(['B1 已有这个地区，代码是 zhuzhou']);
  });

  test('A table with codes and names of regions and figures beside them is no list of regions', () => {
    const table = sheetOf('参保人数', [
      ['统筹区代码', '统筹区名称', '参保人数（人）'],
      ['430421', '衡阳县', '1200'],
    ]);
    expect(statedIn(workbookOf(form, table), REFERENCE).newPlace).toBeUndefined();
  });

  test('A known place is not brought again, and what its list has other than is stored is doubted', () => {
    const own = sheetOf('填报说明', [['地区代码', 'zhuzhou']]);
    const list = sheetOf('统筹区', [
      HEADS,
      ['430200', '全市', '', '', '市', '是'],
      ['430223', '攸水县', '', '', '县', ''],
      ['430299', '新区', '', '', '区', ''],
    ]);
    const { newPlace, findings } = statedIn(workbookOf(own, list), REFERENCE);
    expect(newPlace).toBeUndefined();
    expect(findings.map(({ severity, cell, message }) => `${severity} ${cell} ${message}`)).toEqual([
      'doubt B3 地区已经存过，这张表不再取；代码 430223 已存的名称是“攸县”',
      'doubt B4 地区已经存过，这张表不再取；已存的统筹区里没有代码 430299',
    ]);
  });
});
