import type { ColumnTable } from 'arquero';
import { AGREEMENT_NAMES, type Agreement } from '../../domain/agreement.js';
import { exactYuan, groupDigits, percent, roundHalfUp, wanYuan } from '../../domain/figure-text.js';
import { nameOfIndicator } from '../../domain/indicator.js';
import { schemeName } from '../../domain/scheme.js';
import type { Fund } from '../../facts/fund.js';
import { restoredRefs } from '../../facts/restored.js';
import { UNKNOWN } from '../../show/tables/format.js';
import type { Cell, Column, TableView } from '../../show/tables/table-view.js';

type Row = Record<string, Cell>;

/** Staff and expenditure against the year before that the report implies: from the result of `derivePriorFromChange`. */
export function priorFromChangeTable(priors: ColumnTable, fund: Pick<Fund, 'reference'>): TableView {
  const rows = (priors.objects() as Row[]).map((row) => {
    const text = quantityText(row, fund);
    return {
      ...row,
      name: nameOf(row, fund),
      quantityText: text(row.quantity),
      changeText: text(row.change),
      priorText: rangeText(text(row.priorLow), text(row.priorHigh), text(row.prior)),
      growthText: rangeText(share(row.growthLow), share(row.growthHigh), share(row.growth)),
      printedGrowthText: row.printedGrowthText === '' ? '未印' : minus(String(row.printedGrowthText)),
      agreementName: AGREEMENT_NAMES[row.agreement as Agreement],
    };
  });
  return {
    name: 'prior-from-change',
    title: '与上年相比（上年数由本年数和增减额推得）',
    columns: [
      { key: 'indicator', display: 'name', label: '项目', kind: 'text' },
      { key: 'category', label: '分项', kind: 'text', csvOnly: true },
      { key: 'quantity', display: 'quantityText', label: '本年', kind: 'text', sources: 'ref' },
      { key: 'change', display: 'changeText', label: '增减', kind: 'text', sources: 'changeRef' },
      { key: 'prior', display: 'priorText', label: '推得的上年', kind: 'text' },
      { key: 'growth', display: 'growthText', label: '推得的增长', kind: 'growth' },
      {
        key: 'printedGrowth',
        display: 'printedGrowthText',
        label: '报告所印增长',
        kind: 'growth',
        sources: 'printedGrowthRef',
      },
      { key: 'agreement', display: 'agreementName', label: '所印与推得', kind: 'text' },
    ],
    rows,
    notes: [
      '报告只印本年数和增减额：上年 ＝ 本年 − 增减额，增长 ＝ 增减额 ÷ 上年。',
      '所印的数都是四舍五入的，所以上年数和增长是一个区间。舍去尾数：所印数不是四舍五入得来的。',
    ],
  };
}

/** How a table of items is named and counted. */
export interface ItemsOptions {
  name: string;
  title: string;
  unit: 'amount' | 'person' | 'count';
  /** What the shares are of, where it is not the indicator's own printed total. */
  wholeName?: string;
  /** Tells which figures are restored, so that they are marked. */
  fund?: Pick<Fund, 'corrections'>;
}

/**
 * Items with their shares, their sum, the printed total and the difference: from the results of `deriveShareOfWhole` and
 * `rollUpParts`. Without a printed total the items and their sum only.
 */
export function itemsTable(parts: ColumnTable, sums: ColumnTable, options: ItemsOptions): TableView {
  const restored = restoredRefs(options.fund ?? { corrections: [] });
  const isRestored = (sums.array('wholeRef') as string[]).some((ref) => restored.has(ref));
  const wholeName = isRestored ? `${options.wholeName ?? '合计'}（还原）` : (options.wholeName ?? '报告所印合计');
  const compared = (sums.objects() as Row[]).some((row) => row.whole !== null);
  const quantity: Column =
    options.unit === 'amount'
      ? { key: 'quantity', label: '数额', kind: 'amount', sources: 'ref' }
      : {
          key: 'quantity',
          label: '数额',
          kind: 'count',
          unit: options.unit === 'person' ? '人' : '个',
          sources: 'ref',
        };
  const rows = (parts.objects() as Row[]).map((row) => ({ ...row, item: row.categoryName }));
  return {
    name: options.name,
    title: options.title,
    columns: [
      { key: 'item', label: '项目', kind: 'text' },
      quantity,
      ...(compared ? [{ key: 'share', label: `占${wholeName}`, kind: 'share' } as const] : []),
    ],
    rows: [...rows, ...(sums.objects() as Row[]).flatMap((row) => sumRows(row, wholeName))],
    notes: (sums.objects() as Row[]).flatMap((row) => sumNotes(row, wholeName)),
  };
}

function sumRows(row: Row, wholeName: string): Row[] {
  const sum = { item: '所列各项之和', quantity: row.sum, share: ratio(row.sum, row.whole), ref: row.refs };
  if (row.whole === null) return [sum];
  return [
    sum,
    { item: wholeName, quantity: row.whole, share: ratio(row.whole, row.whole), ref: row.wholeRef },
    { item: `差额（${wholeName} − 各项之和）`, quantity: row.difference, share: ratio(row.difference, row.whole) },
  ];
}

function sumNotes(row: Row, wholeName: string): string[] {
  if (row.unknownParts !== '') return [`${row.unknownParts}未知，各项之和未知。`];
  if (row.whole === null) return ['报告没有印合计，只列各项之和；所列各项未必是全部，也可能有人同属几项。'];
  if (row.agreement !== 'differs') return ['各项之和与合计相符。'];
  return [
    `各项之和与${wholeName}不等，所印精度不足以解释。差额照实列出，不摊入各项：报告没有说明余下的是什么，或各项之间是否重叠。`,
  ];
}

/** Amount for each person or visit: from the result of `deriveAmountEach`. */
export function amountEachTable(each: ColumnTable, fund: Pick<Fund, 'reference'>): TableView {
  const rows = (each.objects() as Row[]).map((row) => ({
    ...row,
    name: nameOf(row, fund),
    eachText: `${rangeText(yuan(row.eachLow), yuan(row.eachHigh), yuan(row.each))}`,
  }));
  return {
    name: 'amount-each',
    title: '每人、每人次的支付金额',
    columns: [
      { key: 'indicator', display: 'name', label: '项目', kind: 'text' },
      { key: 'category', label: '分项', kind: 'text', csvOnly: true },
      { key: 'amount', label: '金额', kind: 'amount', sources: 'amountRef' },
      { key: 'count', label: '人数或人次', kind: 'count', sources: 'countRef' },
      { key: 'countUnit', label: '单位', kind: 'text' },
      { key: 'each', display: 'eachText', label: '每人或每人次', kind: 'yuan' },
      { key: 'asOf', label: '时点', kind: 'text' },
    ],
    rows,
    notes: ['金额 ÷ 人数（人次）。金额以万元印出，所以每人（次）的数是一个区间；区间为所印精度所允许的范围。'],
  };
}

/** Enrolment by scheme with shares, the sum beside the printed one: from the result of `deriveSchemeShares`. */
export function enrolmentBySchemeTable(shares: ColumnTable): TableView {
  const rows = (shares.objects() as Row[]).map((row) => ({ ...row, schemeName: schemeName(String(row.scheme)) }));
  const first = shares.object() as Row | undefined;
  const sums: Row[] = [{ schemeName: '合计', quantity: first?.sum, share: ratio(first?.sum, first?.sum) }];
  if (typeof first?.printedSum === 'number') {
    sums.push({ schemeName: '报告所印合计', quantity: first.printedSum, ref: first.printedSumRef });
  }
  const agreement = AGREEMENT_NAMES[first?.agreement as Agreement] ?? UNKNOWN;
  return {
    name: 'enrolment-by-scheme',
    title: '按险种的参保人数',
    columns: [
      { key: 'scheme', display: 'schemeName', label: '险种', kind: 'text' },
      { key: 'quantity', label: '参保人数', kind: 'count', unit: '人', sources: 'ref' },
      { key: 'share', display: 'shareText', label: '占比', kind: 'share' },
    ],
    rows: [...rows, ...sums].map((row: Row) => ({
      ...row,
      shareText: row.share === undefined ? '' : share(row.share),
    })),
    notes: [`占比 ＝ 本险种 ÷ 两险种之和；有一个险种未知时占比未知。两险种之和与所印合计：${agreement}。`],
  };
}

function nameOf(row: Row, fund: Pick<Fund, 'reference'>): string {
  const indicator = nameOfIndicator(fund.reference.indicators, String(row.indicator));
  return row.categoryName === '' ? String(indicator) : `${indicator}：${row.categoryName}`;
}

/** Persons or 万元 as text, by the indicator's unit. */
function quantityText(row: Row, fund: Pick<Fund, 'reference'>): (value: Cell) => string {
  const kind = fund.reference.indicators.find(({ code }) => code === row.indicator)?.unitKind;
  return (value) => {
    if (typeof value !== 'number') return UNKNOWN;
    return minus(kind === 'amount' ? `${wanYuan(value)}万元` : `${groupDigits(roundHalfUp(value, 0))}人`);
  };
}

/** `a–b`, or the figure in the middle where both ends read the same. */
function rangeText(low: string, high: string, middle: string): string {
  if (low === UNKNOWN || high === UNKNOWN) return UNKNOWN;
  return low === high ? middle : `${middle}（${low} 至 ${high}）`;
}

function share(value: Cell): string {
  return typeof value === 'number' ? minus(percent(value)) : UNKNOWN;
}

function yuan(fen: Cell): string {
  return typeof fen === 'number' ? groupDigits(exactYuan(Number(roundHalfUp(fen, 0)))) : UNKNOWN;
}

function minus(text: string): string {
  return text.startsWith('-') ? `−${text.slice(1)}` : text;
}

function ratio(part: Cell, whole: Cell): number | null {
  return typeof part === 'number' && typeof whole === 'number' && whole !== 0 ? part / whole : null;
}
