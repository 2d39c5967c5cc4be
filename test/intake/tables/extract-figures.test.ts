import { describe, expect, test } from 'vitest';
import { findRegion } from '../../../src/domain/region.js';
import { readCsvFile } from '../../../src/facts/csv-file.js';
import { unaccounted } from '../../../src/intake/tables/taken.js';
import { extract, findingsInShort, inShort, REFERENCE } from '../../fixtures/extraction.js';
import { sheetOf, workbookOf } from '../../fixtures/sheet.js';
import { budgetExecution, distribution, employeeBalances, otherFunds } from '../../fixtures/statements.js';
import { PROJECT } from '../../fixtures/workspace.js';

/** Rows of a facts file as they were transcribed by hand, without place and source. */
function transcribed(file: string, keep: (row: Readonly<Record<string, string>>) => boolean = () => true): string[] {
  const columns = ['region', 'scheme', 'indicator', 'category', 'value', 'unit', 'source'];
  const { records } = readCsvFile(PROJECT, file, { required: columns, optional: ['period', 'basis', 'explanation'] });
  return records
    .map(({ cells }) => cells)
    .filter(keep)
    .map((row) => {
      const region = findRegion(REFERENCE.regions.zhuzhou ?? [], row.region ?? '')?.code;
      return [region, row.scheme, row.indicator, row.category, row.basis || 'actual', row.value, row.unit].join(' ');
    })
    .sort();
}

function taken(sheets: Parameters<typeof extract>[0], roles: readonly string[]): string[] {
  return extract(sheets, '2021Q1', '')
    .figures.filter(({ role }) => roles.includes(role))
    .map(({ region, scheme, indicator, category, basis, printed, unit }) =>
      [region, scheme, indicator, category, basis, printed, unit].join(' '),
    )
    .sort();
}

describe('Statements of the bureau are read as they were transcribed by hand', () => {
  test('The employee pools: every figure of every pool, blanks unknown, dashes none', () => {
    // 其他未付款 of two pools is printed as a dash in the report and stands in the fixture only where printed.
    expect(taken([employeeBalances()], ['fact'])).toEqual(transcribed('data/zhuzhou/2021Q1/employee-balance.csv'));
  });

  test('What the statement derives, and the total of pools, is only compared', () => {
    const printedInTable = (row: Readonly<Record<string, string>>): boolean =>
      (row.source ?? '').includes('职工基本医疗累计结余分析表');
    expect(taken([employeeBalances()], ['published'])).toEqual(
      transcribed('data/zhuzhou/2021Q1/published.csv', printedInTable),
    );
  });

  test('Income and expenditure against the budget, two tables on one sheet without merged cells', () => {
    expect(taken([budgetExecution()], ['fact'])).toEqual(transcribed('data/zhuzhou/2021Q1/income-expenditure.csv'));
    expect(extract([budgetExecution()], '2021Q1').tables.map(({ range }) => range)).toEqual(['A2:G5', 'A8:G11']);
  });

  test('The other medical funds', () => {
    expect(taken([otherFunds()], ['fact'])).toEqual(transcribed('data/zhuzhou/2021Q1/other-funds.csv'));
  });

  test('A statement without payables gives the available balance as an input, months counted in 个 are 个月', () => {
    expect(inShort(extract([distribution()])).slice(0, 6)).toEqual([
      'C4 茶陵县 resident cumulativeBalance 32438.99 万元',
      'D4 茶陵县 resident availableBalance 25953.53 万元',
      'E4 茶陵县 resident payableMonths 7 个月 published',
      'F4 茶陵县 employee cumulativeBalance （空） 万元',
      'G4 茶陵县 employee availableBalance 2035.57 万元',
      'H4 茶陵县 employee payableMonths 3 个月 published',
    ]);
  });

  test('The unit of the column wins over the unit of the table, and the contradiction is noted', () => {
    expect(findingsInShort(extract([employeeBalances()]))).toEqual([
      'note unit J2 “单位：元”',
      'note unplaced A15 “累计统筹基金结余209535.67万元，按2021年季度支付标准，剔除一次性预缴…”',
    ]);
  });

  test('The source names sheet, cell, row and head', () => {
    const [first] = extract([{ ...employeeBalances(), name: "职工 '1'" }]).figures;
    expect(first?.ref).toBe("'职工 ''1'''!B7");
    expect(first?.source).toBe("'职工 ''1'''!B7 攸县 期末累计结余");
  });

  test('Every cell is a figure, a head, a label, a title, or in a finding', () => {
    const sheets = [employeeBalances(), budgetExecution(), otherFunds(), distribution()];
    const { uses, figures } = extract(sheets);
    expect(unaccounted(workbookOf(...sheets), uses)).toEqual([]);
    // What is called a figure is one, cell by cell.
    const called = sheets.flatMap(({ name, cells }) =>
      cells.filter((cell) => uses.get(cell) === 'figure').map(({ address }) => `${name}!${address}`),
    );
    const printed = figures.filter(({ state }) => state !== 'unknown').map(({ ref }) => ref);
    expect(called.sort()).toEqual(printed.sort());
  });
});

describe('Other layouts', () => {
  test('Enrolment: schemes span their groups, a part without an indicator belongs to the one on its left', () => {
    const sheet = sheetOf('参保人数', [
      ['2023年1季度参保情况表'],
      ['统筹区', '职工医保', '', '', '居民医保', ''],
      ['', '参保人数（人）', '其中：在职', '退休', '参保人数（人）', '成年人'],
      ['攸县', '53,745', '30000', '23745', '571056', '400000'],
      ['合计', '735294', '469000', '266294', '2918115', '2269986'],
    ]);
    expect(inShort(extract([sheet]))).toEqual([
      'B4 攸县 employee enrolment 53,745 人',
      'C4 攸县 employee enrolment active 30000 人',
      'D4 攸县 employee enrolment retired 23745 人',
      'E4 攸县 resident enrolment 571056 人',
      'F4 攸县 resident enrolment adult 400000 人',
      'B5 全市 employee enrolment 735294 人 total',
      'C5 全市 employee enrolment active 469000 人 total',
      'D5 全市 employee enrolment retired 266294 人 total',
      'E5 全市 resident enrolment 2918115 人 total',
      'F5 全市 resident enrolment adult 2269986 人 total',
    ]);
  });

  test('Income and expenditure of pools: the balance at the start of the year is last year-end’s, totals are facts', () => {
    const sheet = sheetOf('当期收支', [
      ['居民医保当期收支情况表（单位：万元）'],
      [
        '统筹区',
        '年初累计结余',
        '基金收入',
        '其中：征缴收入',
        '基金支出',
        '其中：待遇支出',
        '当期结余',
        '期末基金累计结余',
      ],
      ['攸县', '100', '30', '20', '40', '39', '-10', '90'],
      ['合计', '100', '30', '20', '40', '39', '-10', '90'],
    ]);
    expect(inShort(extract([sheet])).slice(0, 8)).toEqual([
      'B3 攸县 resident fundBalance 2022 100 万元',
      'C3 攸县 resident income 30 万元',
      'D3 攸县 resident contributionIncome 20 万元',
      'E3 攸县 resident expenditure 40 万元',
      'F3 攸县 resident benefitExpenditure 39 万元',
      'G3 攸县 resident currentBalance -10 万元',
      'H3 攸县 resident fundBalance 90 万元',
      'B4 全市 resident fundBalance 2022 100 万元 total',
    ]);
  });

  test('Rows of region and scheme: a label merged or left blank downwards stands for each row, sums of schemes are published', () => {
    const sheet = sheetOf('结余', [
      ['统筹区', '险种', '基金收入（万元）', '上年同期（万元）', '同比增幅'],
      ['攸县', '职工医保', '10', '8', '25%'],
      ['', '居民医保', '20', '16', '25%'],
      ['', '小计', '30', '24', '25%'],
    ]);
    expect(inShort(extract([sheet]))).toEqual([
      'C2 攸县 employee income 10 万元',
      'D2 攸县 employee income 2022Q1 8 万元',
      'E2 攸县 employee incomeGrowth 25 % published',
      'C3 攸县 resident income 20 万元',
      'D3 攸县 resident income 2022Q1 16 万元',
      'E3 攸县 resident incomeGrowth 25 % published',
      'C4 攸县 basic income 30 万元 published total',
      'D4 攸县 basic income 2022Q1 24 万元 published total',
      'E4 攸县 basic incomeGrowth 25 % published total',
    ]);
  });

  test('The last report’s figures beside the columns are previous, whether under the same head or next to it', () => {
    const sheet = sheetOf(
      '居民累计结余分析表',
      [
        ['统筹区', '期末累计结余（万元）', '上期（2022）', '应付未付款（万元）', '', '', ''],
        ['', '', '', '小计', '上期（2022）', '业务未结算', '上期（2022）'],
        ['攸县', '200', '100.5', '7', '5', '3', '2'],
      ],
      [{ top: 1, left: 4, bottom: 1, right: 7 }],
    );
    expect(inShort(extract([sheet]))).toEqual([
      'B3 攸县 resident cumulativeBalance 200 万元',
      'C3 攸县 resident cumulativeBalance 2022 100.5 万元 previous',
      'D3 攸县 resident payables 7 万元',
      'E3 攸县 resident payables 2022 5 万元 previous',
      'F3 攸县 resident payables unsettled 3 万元',
      'G3 攸县 resident payables unsettled 2022 2 万元 previous',
    ]);
  });

  test('One figure a row: names or codes, other bases and periods', () => {
    const sheet = sheetOf('指标与目标', [
      ['统筹区', '险种', '指标', '分项', '口径', '期间', '数值', '单位', '说明', '上期（2022）'],
      ['全市', '职工医保', '参保人数', '在职', '实际数', '', '469022', '人', '摘自月报', '46.9万人'],
      ['攸县', 'resident', 'income', '', '目标数', '2023年', '1.5', '亿元'],
      ['', '居民', '缴费人数', '', '', '2022Q1', '-', '人'],
    ]);
    expect(inShort(extract([sheet]))).toEqual([
      'G2 全市 employee enrolment active 469022 人',
      'J2 全市 employee enrolment active 2022 46.9 万人 previous',
      'G3 攸县 resident income target 2023 1.5 亿元',
      'G4 全市 resident payers 2022Q1 - 人',
    ]);
    expect(findingsInShort(extract([sheet]))).toEqual(['note unit J2 “46.9万人”']);
  });

  test('Two tables side by side, and a table with regions across', () => {
    const beside = sheetOf('居民医保', [
      ['统筹区', '基金收入（万元）', '', '统筹区', '基金支出（万元）'],
      ['攸县', '1', '', '醴陵市', '2'],
    ]);
    expect(inShort(extract([beside]))).toEqual([
      'B2 攸县 resident income 1 万元',
      'E2 醴陵市 resident expenditure 2 万元',
    ]);
    const across = sheetOf('居民医保（单位：万元）', [
      ['居民医保收支情况表（单位：万元）'],
      ['项目', '攸县', '醴陵市', '合计'],
      ['基金收入', '1', '2', '3'],
      ['基金支出', '4', '5', '9'],
    ]);
    expect(inShort(extract([across]))).toEqual([
      'B3 攸县 resident income 1 万元',
      'C3 醴陵市 resident income 2 万元',
      'D3 全市 resident income 3 万元 total',
      'B4 攸县 resident expenditure 4 万元',
      'C4 醴陵市 resident expenditure 5 万元',
      'D4 全市 resident expenditure 9 万元 total',
    ]);
  });
});
