import type { ColumnTable } from 'arquero';
import { minus } from '../../domain/figure-text.js';
import { indicatorOf, nameOfIndicator } from '../../domain/indicator.js';
import type { Fund } from '../../facts/fund.js';
import { growthFromChange, priorFromChange } from '../../relations/comparisons.js';
import { perHead } from '../../relations/rates.js';
import { rightSideOf } from '../../relations/relation.js';
import { agreement, amount, CATEGORY, printed, SCHEME } from '../../show/tables/columns.js';
import { itemName, rangeText, withUnit } from '../../show/tables/figure-words.js';
import { type Cell, type Column, type Row, rowsOf, type TableView } from '../../show/tables/table-view.js';

/** Staff and expenditure against the year before that the report implies: from the result of `derivePriorFromChange`. */
export function priorFromChangeTable(priors: ColumnTable, fund: Pick<Fund, 'reference'>): TableView {
  const rows = rowsOf(priors).map((row) => {
    const shown = shownOf(row, fund);
    return {
      ...row,
      name: nameOf(row, fund),
      quantityText: withUnit({ ...shown, half: halfOf(row.quantityHalf) }, row.quantity),
      changeText: withUnit({ ...shown, half: halfOf(row.changeHalf) }, row.change),
      priorText: rangeText(shown, row.prior, [row.priorLow, row.priorHigh]),
      growthText: rangeText({ kind: 'share' }, row.growth, [row.growthLow, row.growthHigh]),
      printedGrowthText: minus(String(row.printedGrowthText)),
    };
  });
  return {
    name: 'prior-from-change',
    title: '部门预算与上年相比（上年数由本年数和增减额推得）',
    columns: [
      { key: 'indicator', display: 'name', label: '项目', kind: 'text' },
      CATEGORY,
      { key: 'quantity', display: 'quantityText', label: '本年', kind: 'text', sources: 'ref' },
      { key: 'change', display: 'changeText', label: '增减', kind: 'text', sources: 'changeRef' },
      { key: 'prior', display: 'priorText', label: '推得的上年', kind: 'text' },
      { key: 'growth', display: 'growthText', label: '推得的增长', kind: 'growth' },
      printed({
        key: 'printedGrowth',
        display: 'printedGrowthText',
        label: '报告所印增长',
        kind: 'growth',
        sources: 'printedGrowthRef',
      }),
      agreement('agreement', '所印与推得'),
    ],
    rows,
    notes: [
      `报告只印本年数和增减额：上年 ＝ ${rightSideOf(priorFromChange, NAMES)}，增长 ＝ ${rightSideOf(growthFromChange, NAMES)}。`,
      '所印的数都是四舍五入的，所以上年数和增长是一个区间。舍去尾数：所印数不是四舍五入得来的。',
    ],
  };
}

/** Amount for each person or visit: from the result of `deriveAmountEach`. */
export function amountEachTable(each: ColumnTable, fund: Pick<Fund, 'reference'>): TableView {
  const rows = rowsOf(each).map((row) => ({
    ...row,
    name: nameOf(row, fund),
    eachText: rangeText({ kind: 'yuan', unit: '' }, row.each, [row.eachLow, row.eachHigh]),
  }));
  return {
    name: 'amount-each',
    title: '每人、每人次的支付金额',
    columns: [
      { key: 'indicator', display: 'name', label: '项目', kind: 'text' },
      CATEGORY,
      SCHEME,
      amount('amount', '金额', 'amountRef'),
      { key: 'count', label: '人数或人次', kind: 'count', sources: 'countRef' },
      { key: 'countUnit', label: '单位', kind: 'text' },
      { key: 'each', display: 'eachText', label: '每人或每人次', kind: 'yuan' },
      { key: 'asOf', label: '时点', kind: 'text' },
    ],
    rows,
    notes: [
      `${rightSideOf(perHead, { count: '人数（人次）' })}。金额以万元印出，所以每人（次）的数是一个区间；区间为所印精度所允许的范围。`,
    ],
  };
}

/** A department's figures are of years. */
const NAMES = { now: '本年', change: '增减额' };

function nameOf(row: Row, fund: Pick<Fund, 'reference'>): string {
  return itemName(nameOfIndicator(fund.reference.indicators, String(row.indicator)), row.categoryName);
}

const halfOf = (half: Cell): number => (typeof half === 'number' ? half : 0);

/** Persons or 万元, by the indicator's unit. */
function shownOf(row: Row, fund: Pick<Fund, 'reference'>): Pick<Column, 'kind' | 'unit'> {
  const indicator = indicatorOf(fund.reference.indicators, String(row.indicator));
  return indicator?.unitKind === 'amount' ? { kind: 'amount' } : { kind: 'count', unit: '人' };
}
