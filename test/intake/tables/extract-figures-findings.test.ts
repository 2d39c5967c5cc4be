import { expect, test } from 'vitest';
import { describeIntakeFinding } from '../../../src/intake/intake-finding.js';
import { unaccounted } from '../../../src/intake/tables/taken.js';
import type { Cell, Sheet } from '../../../src/intake/workbook/workbook.js';
import { extract, findingsInShort, inShort } from '../../fixtures/extraction.js';
import { sheetOf, workbookOf } from '../../fixtures/sheet.js';

const HEAD = ['统筹区', '基金收入（万元）', '基金支出（万元）'];

/** Residents' income and expenditure with the rows given below the heads. */
function residents(...rows: string[][]): Sheet {
  return sheetOf('居民医保', [HEAD, ...rows]);
}

/** A sheet with one cell replaced. */
function withCell(sheet: Sheet, address: string, change: Partial<Cell>): Sheet {
  return { ...sheet, cells: sheet.cells.map((cell) => (cell.address === address ? { ...cell, ...change } : cell)) };
}

function told(sheet: Sheet): string[] {
  const extraction = extract([sheet]);
  expect(unaccounted(workbookOf(sheet), extraction.uses)).toEqual([]);
  return extraction.findings.map(describeIntakeFinding);
}

test('Text where a figure belongs is an error that names the likely slip', () => {
  const slips: [string, string][] = [
    ['1,46', '可能是千分位逗号打错位置，或把小数点打成了逗号'],
    ['1O0', '可能把数字 0 打成了字母 O，或把 1 打成了 l'],
    ['１２３。５', '小数点应为“.”'],
    ['1.2.3', '有两个小数点；如果是日期，请改为数字'],
    ['约20', '约数请写成确定的数，说明写在备注里'],
    ['（12）', '括号不表示负数，负数请写成 -123.45'],
    ['无', '没有的写 -，不知道的留空'],
    ['19①', '数字后面有注号，请删去'],
    ['1 466.00', '数字中间有空格'],
  ];
  for (const [text, hint] of slips) {
    expect(told(residents(['攸县', text, '3']))).toEqual([
      `居民医保!B2“${text}”：基金收入应为数字（万元），空白表示未知，- 表示无。${hint}`,
    ]);
  }
});

test('Full width, thousands, a unit in the cell and a dash are figures', () => {
  const sheet = residents(['攸  县', '１４６６', '1,466.00'], ['醴陵', '－', '2万元'], ['茶 陵', '0', '0.5亿元']);
  expect(inShort(extract([sheet]))).toEqual([
    'B2 攸县 resident income １４６６ 万元',
    'C2 攸县 resident expenditure 1,466.00 万元',
    'B3 醴陵市 resident income － 万元',
    'C3 醴陵市 resident expenditure 2 万元',
    'B4 茶陵县 resident income 0 万元',
    'C4 茶陵县 resident expenditure 0.5 亿元',
  ]);
  expect(findingsInShort(extract([sheet]))).toEqual(['note unit C4 “0.5亿元”']);
});

test('A formula error, a date and a truth value are errors', () => {
  const sheet = residents(['攸县', '1', '2']);
  expect(told(withCell(sheet, 'B2', { kind: 'error', text: '#REF!' }))).toEqual([
    '居民医保!B2“#REF!”：基金收入应为数字（万元），这里是公式错误。请检查公式引用的单元格',
  ]);
  expect(findingsInShort(extract([withCell(sheet, 'B2', { kind: 'date', text: '2023-03-01' })]))).toEqual([
    'error figure B2 “2023-03-01”',
  ]);
  expect(findingsInShort(extract([withCell(sheet, 'C2', { kind: 'boolean', text: 'TRUE' })]))).toEqual([
    'error figure C2 “TRUE”',
  ]);
});

test('A formula without a result is unknown and a doubt; one that reads another file is a doubt and keeps its value', () => {
  const sheet = residents(['攸县', '=B9*2', '2'], ['醴陵市', '5', '6']);
  expect(told(sheet)).toEqual(['居民医保!B2：公式 =B9*2 没有存下结果，按未知处理。请在 Excel 里打开并保存一次']);
  expect(inShort(extract([sheet]))[0]).toBe('B2 攸县 resident income （空） 万元');
  for (const formula of ['[1]Sheet1!B2', "'C:\\[去年.xlsx]表'!B2"]) {
    const linked = withCell(residents(['攸县', '1', '2']), 'B2', { formula });
    expect(findingsInShort(extract([linked]))).toEqual(['doubt externalLink B2 “1”']);
    expect(inShort(extract([linked]))[0]).toBe('B2 攸县 resident income 1 万元');
  }
});

test('A quotient is rounded half up to whole fen and said; a fraction of a person is an error', () => {
  const sheet = residents(['攸县', '128.571428571', '-0.0000005']);
  expect(inShort(extract([sheet]))).toEqual([
    'B2 攸县 resident income 128.571429 万元',
    'C2 攸县 resident expenditure -0.000001 万元',
  ]);
  expect(told(sheet)[0]).toBe(
    '居民医保!B2“128.571428571”：小数位超过分，四舍五入到分：128.571428571 → 128.571429 万元',
  );
  const persons = sheetOf('居民医保', [
    ['统筹区', '参保人数（人）'],
    ['攸县', '10.5'],
  ]);
  expect(told(persons)).toEqual(['居民医保!B2“10.5”：换算后不是整数（人或个），请检查小数位']);
});

test('What lies below half a fen is never rounded up, however many digits it has', () => {
  const yuan = sheetOf('居民医保', [
    ['统筹区', '基金收入（元）'],
    ['攸县', '70,368,744,177,664.904999999999'],
  ]);
  expect(inShort(extract([yuan]))).toEqual(['B2 攸县 resident income 70368744177664.9 元']);
});

test('A number cell whose fifteen digits leave the last fen or person open is an error; as text it is exact', () => {
  const amount = (unit: string, text: string): Sheet =>
    sheetOf('居民医保', [
      ['统筹区', `基金收入（${unit}）`],
      ['攸县', text],
    ]);
  const persons = sheetOf('居民医保', [
    ['统筹区', '参保人数（人）'],
    ['攸县', '9007199254740990'],
  ]);
  const rule = '超过 15 位，数字格只存得下 15 位，末位不可靠。请把这一格的格式设为文本，重新输入全部数字';
  expect(told(withCell(amount('元', '12345678901234.6'), 'B2', { isCut: true }))).toEqual([
    `居民医保!B2“12345678901234.6”：基金收入${rule}`,
  ]);
  expect(told(withCell(amount('亿元', '123456.789012346'), 'B2', { isCut: true }))).toEqual([
    `居民医保!B2“123456.789012346”：基金收入${rule}`,
  ]);
  expect(told(withCell(persons, 'B2', { isCut: true }))).toEqual([`居民医保!B2“9007199254740990”：参保人数${rule}`]);
  // The rest of a binary sum is less than a fen.
  expect(told(withCell(amount('万元', '0.3'), 'B2', { isCut: true }))).toEqual([]);
  const [figure] = extract([withCell(amount('元', '12345678901234.56'), 'B2', { kind: 'text' })]).figures;
  expect(figure?.quantity).toBe(1_234_567_890_123_456);
});

test('An unknown region with figures is an error that offers the nearest names; a subtotal of unnamed regions a doubt', () => {
  expect(told(residents(['醴陵县', '1', '2'], ['小 计', '1', '2'], ['攸县', '3', '4']))).toEqual([
    '居民医保!A2“醴陵县”：不认识的统筹区或险种，B2:C2 没有取。可能是“醴陵市”或“醴陵”或“茶陵县”；若是别名，请在 data/reference/regions.csv 该行的 aliases 里加上',
    '居民医保!A3“小 计”：不知道是哪些统筹区之和，B3:C3 没有取',
  ]);
  expect(findingsInShort(extract([residents(['', '5', '6'], ['攸县', '3', '4'])]))).toEqual(['error region B2:C2']);
});

test('A head that is not known is a doubt, and its figures are named', () => {
  const sheet = sheetOf('居民医保', [
    ['统筹区', '基金收人（万元）', '基金支出（万元）', '', '联系人'],
    ['攸县', '1', '2', '7', '张三'],
  ]);
  const [first, second] = told(sheet);
  expect(first).toMatch(/^居民医保!B1“基金收人（万元）”：不认识的栏目，B2 的 1 格没有取。栏目可能是“基金收入”/);
  expect(second).toBe('居民医保!D2：这一栏没有栏目名，D2 的 1 格没有取');
});

test('A head of which a part is unknown is not taken for the rest of it', () => {
  const sheet = sheetOf('居民医保', [
    ['统筹区', '基金收入（万元）', ''],
    ['', '合计', '利息收入'],
    ['攸县', '5', '1'],
  ]);
  expect(inShort(extract([sheet]))).toEqual(['B3 攸县 resident income 5 万元']);
  expect(findingsInShort(extract([sheet]))).toEqual(['doubt head C2 “利息收入”']);
});

test('A table that does not say scheme or unit is not guessed', () => {
  const sheet = sheetOf('一季度', [
    ['统筹区', '基金收入', '参保人数（人）'],
    ['攸县', '5', '9'],
  ]);
  expect(told(sheet)).toEqual([
    '一季度!B1“基金收入”：没有说是什么险种，B2 的 1 格没有取',
    '一季度!C1“参保人数（人）”：没有说是什么险种，C2 的 1 格没有取',
  ]);
  expect(
    told(
      sheetOf('居民', [
        ['统筹区', '基金收入'],
        ['攸县', '5'],
      ]),
    ),
  ).toEqual([
    '居民!B1“基金收入”：没有写单位，这一栏没有取。请在栏目后的括号里或表题里写明单位，如（万元）、（人）、（%）',
  ]);
});

test('A form that was not filled gives no figures, only a note; a blank among figures is unknown', () => {
  const sheet = sheetOf('居民医保', [
    [...HEAD, '上期（2022）'],
    ['攸县', '', '', '7'],
    ['醴陵市', '', '', '8'],
  ]);
  expect(inShort(extract([sheet]))).toEqual([]);
  expect(told(sheet)).toEqual(['居民医保!A1:D3：整张表没有填']);
  const half = residents(['攸县', '1', ''], ['醴陵市', '', ''], ['茶陵县', '', '4']);
  expect(inShort(extract([half]))).toEqual([
    'B2 攸县 resident income 1 万元',
    'C2 攸县 resident expenditure （空） 万元',
    'B4 茶陵县 resident income （空） 万元',
    'C4 茶陵县 resident expenditure 4 万元',
  ]);
  expect(told(half)).toEqual(['居民医保!A3：整行或整栏没有填，不取数：醴陵市']);
});

test('Figures outside every table are a doubt with their range, text alone is nothing', () => {
  const numbers = sheetOf('草稿', [['随手算'], ['1', '2'], ['3', '4'], [], ['', '9']]);
  expect(findingsInShort(extract([numbers]))).toEqual(['doubt unplaced A2:B3', 'doubt unplaced B5 “9”']);
  expect(findingsInShort(extract([sheetOf('说明', [['请逐表填写。'], ['期间', '2023Q1'], ['上期', '2022']])]))).toEqual(
    [],
  );
});

test('Names that mean something to the language are only names', () => {
  const sheet = sheetOf('__proto__', [
    ['统筹区', '__proto__', 'constructor'],
    ['toString', '1', '2'],
    ['攸县', '1', '2'],
  ]);
  expect(findingsInShort(extract([sheet])).length).toBeGreaterThan(0);
  expect(inShort(extract([sheet]))).toEqual([]);
});

test('A list tells every wrong word at its own cell', () => {
  const sheet = sheetOf('指标与目标', [
    ['统筹区', '险种', '指标', '分项', '口径', '期间', '数值', '单位'],
    ['某县', '职工', '参保人口', '', '', '', '5', '人'],
    ['攸县', '职工', '参保人数', '老人', '', '明年', '5', '万元'],
  ]);
  expect(findingsInShort(extract([sheet]))).toEqual([
    'error region A2 “某县”',
    'error head C2 “参保人口”',
    'error head D3 “老人”',
    'error place F3 “明年”',
    'error unit H3 “万元”',
  ]);
});

test('What only the whole reports is not unknown of its parts, and a total left blank is not an unknown', () => {
  const sheet = residents(['攸县', '1', ''], ['醴陵市', '2', ''], ['合计', '', '9']);
  expect(inShort(extract([sheet]))).toEqual([
    'B2 攸县 resident income 1 万元',
    'B3 醴陵市 resident income 2 万元',
    'C4 全市 resident expenditure 9 万元 total',
  ]);
});

test('Brackets in a head that say something unknown are noted', () => {
  const sheet = sheetOf('居民医保', [
    ['统筹区', '基金收入（不含利息）（万元）'],
    ['攸县', '1'],
  ]);
  expect(inShort(extract([sheet]))).toEqual(['B2 攸县 resident income 1 万元']);
  expect(told(sheet)).toEqual([
    '居民医保!B1“基金收入（不含利息）（万元）”：括号里的“不含利息”没有用，请核对它是否改变口径',
  ]);
});

test('The unit beside the period above a narrow table belongs to the whole table, not to its last column', () => {
  const sheet = sheetOf('结余', [
    ['城乡居民累计结余分析表'],
    ['统筹区名称：株洲市', '2023年1季度', '单位：万元'],
    ['单位名称', '期末累计结余', '月平均基金支出（万元/月）'],
    ['攸县', '12634', '5890.95'],
  ]);
  expect(told(sheet)).toEqual([]);
  expect(inShort(extract([sheet]))).toEqual([
    'B4 攸县 resident cumulativeBalance 12634 万元',
    'C4 攸县 resident monthlyExpenditure 5890.95 万元/月',
  ]);
});

test('Rows of a list that show the last report only are no unknown figures of this one', () => {
  const sheet = sheetOf('指标与目标', [
    ['统筹区', '险种', '指标', '分项', '口径', '期间', '数值', '上期（2022）', '单位'],
    ['全市', '职工医保', '缴费基数', '', '实际数', '2023Q1', '6100', '5977', '元/人.月'],
    ['全市', '职工医保', '计提风险储备金', '', '实际数', '2023Q1', '', '1.67', '亿元'],
    ['全市', '居民医保', '计提风险储备金', '', '实际数', '2023Q1', '', '2.63', '亿元'],
  ]);
  expect(told(sheet)).toEqual(['指标与目标!G3:G4：2 行没有填数值，不取数']);
  expect(inShort(extract([sheet])).filter((line) => !line.includes('previous'))).toEqual([
    'G2 全市 employee contributionBase 6100 元/人.月',
  ]);
});
