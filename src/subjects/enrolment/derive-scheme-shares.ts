import type { ColumnTable } from 'arquero';
import type { Fact } from '../../facts/fact.js';
import { type FigureSource, FundFigures } from '../../facts/fund-figures.js';
import { tableOf } from '../../facts/table-of.js';
import { sumOf } from '../../figures/arithmetic.js';
import { exactly, printedAs, printedFigure, quantityOf } from '../../figures/figure.js';
import { share } from '../../relations/rates.js';
import { derive } from '../../relations/relation.js';
import { BASIC_SCHEMES } from '../../relations/totals.js';
import { verdictOn } from '../backtest/judge.js';

/**
 * One indicator of the two basic schemes with the share of each in their sum, and the sum beside the printed total.
 * Formula: share = quantity ÷ (employee + resident). 6.82 and 64.49 are 9.56 % and 90.44 % of 71.31.
 * With one scheme unknown or missing the sum and both shares are unknown.
 *
 * @returns one row a scheme reported: `scheme, quantity, share, sum, printedSum` (base unit, null when unknown), `agreement`,
 * `ref`, `printedSumRef`
 */
export function deriveSchemeShares(fund: FigureSource, { indicator }: { indicator: string }): ColumnTable {
  const figures = FundFigures.of(fund);
  const facts = BASIC_SCHEMES.map((scheme) => figures.own({ scheme, indicator }));
  const print = figures.printed({ scheme: 'basic', indicator })[0];
  const sum = sumOf(facts.map((fact) => printedFigure(fact)));
  const row = ({ scheme, quantity, ref }: Pick<Fact, 'scheme' | 'quantity' | 'ref'>) => ({
    scheme,
    quantity,
    ref,
    share: quantityOf(derive(share, { part: exactly(quantity), whole: exactly(quantityOf(sum)) })),
    sum: quantityOf(sum),
    ...printedAs('printedSum', print),
    agreement: verdictOn(print, fund),
  });
  const reported = facts.filter((fact) => fact !== undefined);
  return tableOf(reported.map(row), () => row({ scheme: '', quantity: null, ref: '' }));
}
