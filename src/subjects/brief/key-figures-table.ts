import type { ColumnTable } from 'arquero';
import { amountInWords, monthsText } from '../../domain/figure-text.js';
import { GAP, SCHEME } from '../../show/tables/columns.js';
import { signed } from '../../show/tables/format.js';
import type { TableView } from '../../show/tables/table-view.js';
import { KEY_FIGURES, type KeyFigure } from './derive-key-figures.js';
import { growthText } from './growth-text.js';

/** The figures that matter as people read them: from the result of `deriveKeyFigures`. Schemes of which none is known are left out. */
export function keyFiguresTable(keyFigures: ColumnTable): TableView {
  const all = keyFigures.objects() as KeyFigure[];
  const told = new Set(all.filter(({ quantity }) => quantity !== null).map(({ scheme }) => scheme));
  return {
    name: 'key-figures',
    title: '收支、结余和可支付月数',
    columns: [
      SCHEME,
      { key: 'figure', label: '指标', kind: 'text', names: KEY_FIGURES },
      { key: 'quantity', display: 'text', label: '本期', kind: 'ratio', sources: 'refs' },
      { key: 'change', display: 'changeText', label: '比上年同期', kind: 'text', sources: 'changeRefs' },
      { key: 'note', label: '口径', kind: 'text' },
      { key: 'doubt', label: '存疑', kind: 'text' },
      GAP,
    ],
    rows: all
      .filter(({ scheme }) => told.has(scheme))
      .map((row) => ({ ...row, text: valueText(row), change: row.changeLow, changeText: changeText(row) })),
    notes: [
      '职工的实际结余和月数只计统筹基金；两险种的基金不能互相支付，月数不合计。',
      '标“印”的：报告没有印上年同期的数，照所印增长率；标“推算”的，上年同期的数由所印增长率推得。',
    ],
  };
}

function valueText({ figure, quantity, low, high }: KeyFigure): string {
  if (quantity === null) return '未知';
  return figure === 'payableMonths'
    ? `${monthsText(quantity, ((high ?? quantity) - (low ?? quantity)) / 2)} 个月`
    : amountInWords(quantity, low ?? quantity, high ?? quantity);
}

/** Growth of what comes and goes; the change of a balance of the year, `+3.09 亿元（推算）`, which may be below zero, and of months. */
function changeText(row: KeyFigure): string {
  const { figure, changeLow, changeHigh, isDerived } = row;
  if (figure !== 'currentBalance' && figure !== 'payableMonths') return growthText(row);
  if (changeLow === null || changeHigh === null) return '';
  const middle = (changeLow + changeHigh) / 2;
  if (figure === 'payableMonths') return `${signed(monthsText(middle, (changeHigh - changeLow) / 2))} 个月`;
  return `${signed(amountInWords(middle, changeLow, changeHigh))}${isDerived ? '（推算）' : ''}`;
}
