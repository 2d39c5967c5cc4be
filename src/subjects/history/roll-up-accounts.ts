import type { ColumnTable } from 'arquero';
import type { Agreement } from '../../domain/agreement.js';
import { groupBy } from '../../domain/group-by.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { FactIndex } from '../../facts/fact-index.js';
import type { Fund } from '../../facts/fund.js';
import type { FigureSource } from '../../facts/fund-figures.js';
import { tableOf } from '../../facts/table-of.js';
import { type Figure, halfAs, isKnown, printedAs, printedFigure, quantityOf } from '../../figures/figure.js';
import { balanceSinceStart } from '../../relations/balances.js';
import { derive } from '../../relations/relation.js';
import { verdictOn } from '../backtest/judge.js';

const INDICATORS = ['cumulativeLevy', 'cumulativeExpenditure', 'fundBalance'] as const;

/**
 * What was levied, spent and left since the start, one row an account of a scheme and one for the whole fund, which stands
 * last.
 * Formula: computedBalance = cumulativeLevy − cumulativeExpenditure, beside the printed balance.
 * 9,184 − 8,981 = 203 and 203 is printed: agrees. Unknown where the levy or the expenditure is.
 *
 * @param options `scheme`: whose accounts
 * @returns one row an account (`category`, empty for the whole): `cumulativeLevy`, `cumulativeExpenditure`, `fundBalance`,
 * `computedBalance` (fen, null when unknown), `agreement`, and references in `<name>Ref`
 */
export function rollUpAccounts(
  fund: FigureSource & Pick<Fund, 'published'>,
  { scheme }: { scheme: string },
): ColumnTable {
  const isOwn = ({ period, reported }: Pick<Fact, 'period' | 'reported'>): boolean => period === reported;
  const facts = FactIndex.over(fund.facts).select(INDICATORS, { scheme, basis: 'actual' }).filter(isOwn);
  // A balance of the whole fund is often only derived by the report, so that it stands among the published figures.
  const printed = FactIndex.overPublished(fund.published).select(INDICATORS, { scheme }).filter(isOwn);
  const printedOf = groupBy(printed, ({ category, region }) => `${category}|${region}`);
  const rows = [...groupBy(facts, ({ category }) => category).values()]
    .map((own) => rowOf([...own, ...(printedOf.get(`${own[0]?.category}|${own[0]?.region}`) ?? [])], fund))
    .sort((a, b) => Number(a.category === '') - Number(b.category === ''));
  return tableOf(rows, () => rowOf([], fund));
}

function rowOf(figures: readonly (Fact | PublishedFigure)[], fund: FigureSource) {
  const [first] = figures;
  const [levy, expenditure, balance] = INDICATORS.map((name) => figures.find(({ indicator }) => indicator === name));
  const computed = derive(balanceSinceStart, {
    cumulativeLevy: printedFigure(levy),
    cumulativeExpenditure: printedFigure(expenditure),
  });
  return {
    region: first?.region ?? '',
    scheme: first?.scheme ?? '',
    category: first?.category ?? '',
    categoryName: first?.categoryName ?? '',
    ...printedAs('cumulativeLevy', levy),
    ...printedAs('cumulativeExpenditure', expenditure),
    ...printedAs('fundBalance', balance),
    computedBalance: quantityOf(computed),
    ...halfAs('computedBalance', computed),
    agreement: hasVerdict(balance, computed) ? verdictOn(balance, fund) : ('not checkable' as Agreement),
  };
}

/** What the report derives is judged by every way to it; of a balance that is itself an input, only this one is asked. */
function hasVerdict(balance: Fact | PublishedFigure | undefined, computed: Figure): boolean {
  return isKnown(computed) || (balance !== undefined && 'explanation' in balance);
}
