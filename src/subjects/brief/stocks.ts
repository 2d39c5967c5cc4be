import type { Definition } from '../../domain/definition.js';
import { type FigureSource, FundFigures } from '../../facts/fund-figures.js';
import { sumOf } from '../../figures/arithmetic.js';
import { between, type Figure, gap, isKnown } from '../../figures/figure.js';
import type { BASIC_SCHEMES } from '../../relations/totals.js';
import { rollUpFundBalances } from '../balance/roll-up-fund-balances.js';
import { type DefinedMonths, rollUpMonths } from '../months/roll-up-months.js';
import { rollUpPools } from '../months/roll-up-pools.js';
import { type BalanceOrigin, wholeBalance } from '../months/whole-balance.js';

/** What a scheme has at the end of a period, and what that stands for. */
export interface Stock {
  figure: 'fundBalance' | 'availableBalance' | 'payableMonths';
  own: Figure;
  definition: Definition;
  /** What people must know of it: `统筹基金`, `所印合计`; empty when nothing. */
  note: string;
}

type BasicScheme = (typeof BASIC_SCHEMES)[number];
/** What is counted of each scheme for its months, as the statements do. */
const COUNTED = { employee: 'pooled', resident: 'all' } as const;
const NOT_ADDED = gap('两险种的基金不能互相支付，月数不合计');

/** Cumulative balance, available balance and months of the whole place: of each basic scheme, and of both together. */
export function stocksOf(fund: FigureSource & { published: NonNullable<FigureSource['published']> }) {
  const pools = rollUpPools(fund);
  const months = rollUpMonths(pools, fund).objects() as DefinedMonths[];
  const balances = rollUpFundBalances(fund).objects() as {
    scheme: string;
    category: string;
    fundBalance: number | null;
  }[];
  const ofScheme = (scheme: BasicScheme): Stock[] => {
    const counted = COUNTED[scheme];
    const book = wholeBalance(pools, fund, { scheme, counted, balance: 'book' });
    const available = wholeBalance(pools, fund, { scheme, counted, balance: 'available' });
    const fundBalance = FundFigures.of(fund).asPrinted({ scheme, indicator: 'fundBalance' });
    const isWhole = isKnown(fundBalance) && balances.some((row) => row.scheme === scheme && row.fundBalance !== null);
    const pooled = scheme === 'employee' ? '统筹基金' : '';
    return [
      {
        figure: 'fundBalance',
        own: isWhole ? fundBalance : named(book.figure),
        definition: definitionOf(isWhole ? 'withAccounts' : counted, 'book'),
        note: isWhole ? (scheme === 'employee' ? '含个人账户' : '') : noteOf(pooled, book.origin),
      },
      {
        figure: 'availableBalance',
        own: named(available.figure),
        definition: definitionOf(counted, 'available'),
        note: noteOf(pooled, available.origin),
      },
      monthsStock(months, scheme, available.origin),
    ];
  };
  const [employee, resident] = [ofScheme('employee'), ofScheme('resident')];
  const both = (index: number): Stock => {
    const [first, second] = [employee[index], resident[index]] as [Stock, Stock];
    const own = first.figure === 'payableMonths' ? NOT_ADDED : sumOf([first.own, second.own]);
    const notes = [...new Set([first.note, second.note].filter((note) => note !== ''))];
    return { ...first, own, note: isKnown(own) ? notes.map((note) => `职工：${note}`).join('；') : '' };
  };
  return { employee, resident, basic: [both(0), both(1), both(2)] };
}

/** A balance, or that it is not there; what is missing is named without a verb. */
function named(figure: Figure): Figure {
  return isKnown(figure) ? figure : gap(...figure.missing.map((name) => `没有${name}`));
}

function monthsStock(months: readonly DefinedMonths[], scheme: BasicScheme, origin: BalanceOrigin): Stock {
  const own = months.filter((row) => row.scheme === scheme && row.balance === 'available');
  const row = own.find(({ payableMonths }) => payableMonths !== null);
  const refs = [row?.balanceRefs, row?.monthlyExpenditureRefs]
    .join(';')
    .split(';')
    .filter((ref) => ref !== '');
  return {
    figure: 'payableMonths',
    own:
      row === undefined
        ? gap(...(own[0] === undefined ? ['没有月支出'] : [own[0].gap.replace('未知：', '')]))
        : { ...between(row.payableMonthsLow, row.payableMonthsHigh), quantity: row.payableMonths ?? 0, refs },
    definition: definitionOf(COUNTED[scheme], 'available', row?.expenditure),
    note: noteOf('', origin),
  };
}

function definitionOf(
  counted: Definition['counted'],
  balance: Definition['balance'],
  expenditure: Definition['expenditure'] = 'statement',
): Definition {
  return { counted, balance, expenditure, rule: '' };
}

function noteOf(counted: string, origin: BalanceOrigin): string {
  return [counted, origin === 'printed' ? '报告所印合计' : ''].filter((text) => text !== '').join('，');
}
