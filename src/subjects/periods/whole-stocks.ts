import type { ColumnTable } from 'arquero';
import type { FigureSource } from '../../facts/fund-figures.js';
import { exactly, type Figure, gap, isKnown } from '../../figures/figure.js';
import { type DefinedMonths, rollUpMonths } from '../months/roll-up-months.js';
import { BALANCE_ORIGIN_NAMES, type CountedBalance, wholeBalance } from '../months/whole-balance.js';
import { noStocks, type PoolStocks } from './stock-figures.js';

/**
 * The whole place's balances and months of one scheme. Months are those of the available balance and of the month's expenditure
 * that the report itself names, the statement's or its level of benefits: their definition says which.
 *
 * @param pools result of `rollUpPools` for the period
 */
export function wholeStocks(pools: ColumnTable, fund: FigureSource, scheme: string): PoolStocks {
  const rows = rollUpMonths(pools, fund).objects() as DefinedMonths[];
  const months = rows.find((row) => row.scheme === scheme && row.balance === 'available' && isNamed(row));
  if (months === undefined) return { ...noStocks('没有统筹区的结余表'), remark: '' };
  const { counted, balance, expenditure, payableMonths } = months;
  const available = wholeBalance(pools, fund, { scheme, counted, balance: 'available' });
  const book = wholeBalance(pools, fund, { scheme, counted, balance: 'book' });
  const refs = [months.balanceRefs, months.monthlyExpenditureRefs].join(';').split(';');
  const isPrinted = available.origin === 'printed';
  return {
    monthsOrigin: payableMonths === null ? 'unknown' : 'computed',
    definition: payableMonths === null ? null : { counted, balance, expenditure, rule: '' },
    members: [],
    remark: isPrinted ? `实际结余为${BALANCE_ORIGIN_NAMES.printed}` : '',
    stocks: {
      payableMonths:
        payableMonths === null
          ? gap(months.gap.replace(/^未知：/, ''))
          : exactly(payableMonths, ...refs.filter((ref) => ref !== '')),
      availableBalance: balanceFigure(available),
      cumulativeBalance: balanceFigure(book),
    },
  };
}

/** Of the ways to average a month the one that the report names, not those that we work out from its flows. */
function isNamed({ expenditure }: DefinedMonths): boolean {
  return expenditure === 'statement' || expenditure === 'benefitLevel';
}

/** What is missing of a balance is its name alone; here it is said in full. */
function balanceFigure({ figure }: CountedBalance): Figure {
  return isKnown(figure) ? figure : gap(`没有${figure.missing.join('、')}`);
}
