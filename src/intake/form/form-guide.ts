import { yearAgo } from '../../domain/period.js';
import { type FormContext, titleOf, titlePeriod } from './form-context.js';
import { blankSheet, type FormSheet, put, putRow, putTitle } from './form-sheet.js';

const NAME = '填报说明';
const WIDTHS = [24, 44, 52];
const LINE_HEIGHT = 18;
/** Characters that fit on a line of the three columns together. */
const LINE_CHARACTERS = 58;

const SHEETS: readonly (readonly [string, string, string])[] = [
  ['统筹区', '新地区的代码、名称和各统筹区', '其他各表的行；导入时存进 data/reference'],
  ['参保人数', '各统筹区期末的人数和构成', '参保规模、在职退休结构、人群构成的分析'],
  ['基金收支及预算执行', '全市收入、支出的预算数和执行数', '预算执行进度和预警、收支增长'],
  ['职工累计结余分析表', '职工各统筹区的结余、应付、预缴、月支出', '实际结余、可支付月数、分级预警'],
  ['居民累计结余分析表', '居民各统筹区的结余、应付、预缴、月支出', '实际结余、可支付月数、分级预警'],
  ['当期收支', '各统筹区本年的收入、支出和结余', '收不抵支的统筹区、结余结转的核对'],
  ['其他医疗基金', '大额、公务员、离休等基金的收支余', '其他基金的分析'],
  ['指标与目标', '其余指标和年度目标，一行一个数', '目标完成情况、缴费标准等'],
];

/** The first sheet: for which place and period the form is, how to fill it, what each sheet is for. */
export function guideSheet(context: FormContext, sheets: readonly FormSheet[]): FormSheet {
  const sheet = { ...blankSheet(NAME), widths: WIDTHS };
  const { place, period, figures } = context;
  putTitle(sheet, { row: 1, style: 'title', value: titleOf(context, '医保基金填报工作簿') }, WIDTHS.length);
  const stated = [
    ['地区代码', place.code],
    ['地区名称', place.name],
    ['期间', titlePeriod(period)],
    // Not a bare period, which would be read as what the workbook is about.
    ['上期', figures.previousPeriod === '' ? '' : `${titlePeriod(figures.previousPeriod)}的报告`],
  ] as const;
  let row = 2;
  for (const [label, value] of stated.filter(([, text]) => text !== '')) {
    put(sheet, { row, column: 1, style: 'label', value: label });
    put(sheet, { row, column: 2, style: 'text', value });
    row += 1;
  }
  row += 1;
  for (const [index, line] of instructions(context).entries()) {
    const text = `${index + 1}．${line}`;
    put(sheet, { row, column: 1, style: 'text', value: text });
    sheet.merges.push({ top: row, bottom: row, left: 1, right: WIDTHS.length });
    sheet.heights.set(row, LINE_HEIGHT * Math.ceil(text.length / LINE_CHARACTERS));
    row += 1;
  }
  row += 1;
  putRow(sheet, { row, style: 'head' }, ['工作表', '填什么', '用在哪里']);
  for (const line of SHEETS.filter(([name]) => sheets.some((other) => other.name === name))) {
    row += 1;
    putRow(sheet, { row, style: 'text' }, line);
  }
  return sheet;
}

function instructions({ place, period, figures, newRows }: FormContext): string[] {
  const file = `data/${place.code}/${period}/intake.xlsx`;
  return [
    ...(newRows.length > 0
      ? ['先填“统筹区”表：地区名称，全市和各统筹区的代码、名称。其他各表的行名从那里自动带出。']
      : []),
    '白底的格填数。留空表示不知道，填半角的 - 表示没有，填 0 表示数就是零；三者不同，请不要混用。',
    '浅蓝底的格自动计算。报表上印的数与算出的不同时，直接填上所印的数，导入时会提示差在哪里。',
    ...(figures.previousPeriod === '' ? [] : [`灰色斜体是上期（${figures.previousPeriod}）的数，只供比对，请不要改。`]),
    '单位写在表题、表头或单位行里（万元、人、月），请按所写的单位填，不要另写单位。',
    '收入、支出等都填本年累计数（年初到期末），不是单季数；人数、结余填期末数。年初累计结余是上年末的数。',
    `要算同比，在“指标与目标”表末的空行里填上年同期的数，期间写 ${yearAgo(period)}。`,
    '预算数填全年预算。执行数会取“当期收支”表的合计；没有分统筹区的数时直接填。',
    `没有数的表、行、列整个留空即可。${newRows.length > 0 ? '' : '可以加统筹区的行，请加在合计之前，并检查合计的公式。'}`,
    `填好后保存，运行：npx fundwatch import ${file}。有误会逐格指明：错误要改对，疑点要改对或写明理由，才会存进数据。`,
    `导入以后重算：npx fundwatch rerun --place ${place.code} --period ${period}`,
  ];
}
