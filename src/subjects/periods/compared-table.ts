import type { ColumnTable } from 'arquero';
import { exactYuan, groupDigits, percent, roundedText, wanYuan } from '../../domain/figure-text.js';
import { periodLabel } from '../../domain/period.js';
import { schemeName } from '../../domain/scheme.js';
import { change, growth } from '../../relations/comparisons.js';
import { compact, rightSideOf } from '../../relations/relation.js';
import { REGION, SCHEME } from '../../show/tables/columns.js';
import { figureText, signed, UNKNOWN } from '../../show/tables/format.js';
import type { Column, Row, TableView } from '../../show/tables/table-view.js';
import type { ComparedRow } from './compare-reports.js';
import { FOLLOWED_NAMES } from './pool-period.js';

/** What people see where a figure is no question: the growth of months, or a change with one side unknown. */
const NONE = '—';

/**
 * Two periods side by side as people read them: from the result of `compareReports`. Reasons stand under the table and are
 * numbered, because most of them hold for many rows. CSV has amounts in yuan, months unrounded, and the reasons in full.
 */
export function comparedTable(compared: ColumnTable | readonly ComparedRow[]): TableView {
  const rows = 'objects' in compared ? (compared.objects() as ComparedRow[]) : compared;
  const [first] = rows;
  const [earlier = '', later = ''] = [first?.earlierPeriod, first?.laterPeriod];
  const names = { now: periodLabel(later), before: periodLabel(earlier) };
  const reasons = [...new Set(rows.flatMap(reasonsOf))];
  return {
    name: `compare-${earlier}-${later}`.toLowerCase(),
    title: `${names.before}与${names.now}`,
    columns: columnsOf(names),
    rows: rows.map((row) => shownRow(row, reasons)),
    notes: [
      ...reasons.map((reason, index) => `${mark(index)}：${reason}。`),
      `金额单位万元，月数单位个月。增减＝${compact(rightSideOf(change, names))}，增长＝${compact(rightSideOf(growth, names))}；月数不算增长。两期都没有的数不列。`,
      '收入、支出为本年累计，两期所含月数不同的不相减。职工医保的结余和月数只计统筹基金。',
      ...(rows.some(({ caveat }) => caveat.includes('季节')) ? ['缴费季节不同的，增减不能当作全年的变化。'] : []),
      ...definitionLines(rows),
      ...(rows.some(isPrinted) ? ['（印）：报告没有印月平均基金支出，按报告所印的整月数，增减只是约数。'] : []),
    ],
  };
}

function columnsOf({ now, before }: { now: string; before: string }): Column[] {
  const hidden = (key: string, label: string): Column => ({ key, label, kind: 'text', csvOnly: true });
  const figure = (key: string, label: string): Column => ({ key, display: `${key}Text`, label, kind: 'ratio' });
  return [
    hidden('region', '代码'),
    REGION,
    SCHEME,
    { key: 'figure', label: '指标', kind: 'text', names: FOLLOWED_NAMES },
    hidden('unit', '单位'),
    hidden('earlierPeriod', '前期'),
    { ...figure('earlier', before), sources: 'earlierRefs' },
    hidden('laterPeriod', '后期'),
    { ...figure('later', now), sources: 'laterRefs' },
    figure('change', '增减'),
    figure('growth', '增长'),
    { key: 'note', display: 'noteText', label: '说明', kind: 'text' },
    hidden('earlierDefinition', '前期口径'),
    hidden('laterDefinition', '后期口径'),
  ];
}

function shownRow(row: ComparedRow, reasons: readonly string[]): Row {
  const isMonths = row.figure === 'payableMonths';
  const exact = (value: number | null): number | string | null =>
    value === null || isMonths ? value : exactYuan(value);
  const marks = reasonsOf(row).map((reason) => mark(reasons.indexOf(reason)));
  return {
    ...row,
    unit: isMonths ? '月' : '元',
    earlier: exact(row.earlier),
    earlierText: valueText(row, row.earlier, row.earlierPrinted),
    later: exact(row.later),
    laterText: valueText(row, row.later, row.laterPrinted),
    change: exact(row.change),
    changeText: changeText(row),
    growthText: row.growth === null ? NONE : signed(percent(row.growth)),
    note: [...reasonsOf(row), slackText(row)].filter((text) => text !== '').join('；'),
    noteText: [marks.join('、'), slackText(row)].filter((text) => text !== '').join('；'),
  };
}

function valueText({ figure }: ComparedRow, value: number | null, printed: boolean): string {
  if (value === null) return UNKNOWN;
  if (figure !== 'payableMonths') return figureText({ kind: 'amount' }, value);
  return printed ? `${groupDigits(String(value))}（印）` : figureText({ kind: 'months' }, value);
}

function changeText(row: ComparedRow): string {
  const { change: value, earlier, later } = row;
  if (value === null) return earlier === null || later === null ? NONE : '不相减';
  if (row.figure !== 'payableMonths') return signed(figureText({ kind: 'amount' }, value));
  return isPrinted(row) ? `约${signed(roundedText(value, 0))}` : signed(figureText({ kind: 'months' }, value));
}

function isPrinted({ earlierPrinted, laterPrinted }: ComparedRow): boolean {
  return earlierPrinted || laterPrinted;
}

function reasonsOf({ refusal, caveat }: ComparedRow): string[] {
  return [refusal, caveat].flatMap((text) => text.split('；')).filter((text) => text !== '');
}

/** Above this share of the change, what rounding may hide in it is said. */
const TOLD_SLACK = 0.01;

function slackText({ change: value, changeLow, changeHigh }: ComparedRow): string {
  if (value === null || changeLow === null || changeHigh === null) return '';
  const slack = (changeHigh - changeLow) / 2;
  return slack <= Math.abs(value) * TOLD_SLACK ? '' : `所印已舍入，增减可差 ±${wanYuan(slack)} 万元`;
}

/** What the months of both periods stand for, one sentence a period, scheme and definition. */
function definitionLines(rows: readonly ComparedRow[]): string[] {
  const lines = rows.flatMap((row) =>
    [
      [row.earlierPeriod, row.earlierDefinition],
      [row.laterPeriod, row.laterDefinition],
    ]
      .filter(([, definition]) => definition !== '')
      .map(([period = '', definition]) => {
        const whose = row.isWhole ? row.regionName : '统筹区';
        return `月数的口径（${periodLabel(period)}，${schemeName(row.scheme)}，${whose}）：${definition}。`;
      }),
  );
  return [...new Set(lines)];
}

const mark = (index: number): string => `注${index + 1}`;
