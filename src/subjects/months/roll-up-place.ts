import { type ColumnTable, from } from 'arquero';
import { groupBy } from '../../domain/group-by.js';
import { FactIndex } from '../../facts/fact-index.js';
import type { Fund } from '../../facts/fund.js';
import { total } from '../../figures/arithmetic.js';
import {
  type BoundColumns,
  boundsAs,
  exactly,
  type HalfColumns,
  type PrintedColumns,
  printedAs,
  printedFigure,
} from '../../figures/figure.js';
import { payableMonths } from '../../relations/months.js';
import { derive, valueOf } from '../../relations/relation.js';
import { isOwn } from '../keys-of.js';
import type { PoolMonths } from './derive-payable-months.js';

/**
 * A scheme of the whole place: a row of {@link rollUpPlace}. Amounts in fen, months unrounded, null when unknown;
 * `printedMonths` are those of the total row, null when the report prints none.
 */
export interface PlaceMonths
  extends PrintedColumns<'printedMonths'>,
    HalfColumns<'monthlyExpenditure'>,
    BoundColumns<'payableMonths'> {
  scheme: string;
  /** Number of pools added up. */
  pools: number;
  /** Names of pools whose available balance is unknown, joined by 、; with one, the sum is unknown too. */
  unknownPools: string;
  availableBalance: number | null;
  monthlyExpenditure: number | null;
  /** `summed` over the pools; `reported` for the place as a whole, where the report gives it only so. */
  expenditureOrigin: 'summed' | 'reported' | 'unknown';
  monthlyExpenditureRef: string;
  payableMonths: number | null;
}

/**
 * Adds the pools of each scheme up to the place.
 * Formula: payableMonths = Σ availableBalance ÷ Σ monthlyExpenditure.
 *
 * The printed total row is not used: in one report the residents' total leaves out 攸县, 渌口区 and 市本级 and prints 6
 * months where the pools give 153,190.00 ÷ 21,608.95 = 7.09. A sum with an unknown part is unknown. Where the pools
 * have no monthly expenditure, the one reported for the place stands.
 *
 * @param pools result of `derivePayableMonths`
 * @param fund the place, its facts and published figures
 * @returns one row a {@link PlaceMonths} for each scheme
 */
export function rollUpPlace(pools: ColumnTable, fund: Pick<Fund, 'facts' | 'published' | 'place'>): ColumnTable {
  const region = fund.place.wholeRegion;
  const own = FactIndex.over(fund.facts).select(['monthlyExpenditure'], { region }).filter(isOwn);
  const printed = FactIndex.overPublished(fund.published).select(['payableMonths'], { region }).filter(isOwn);
  const rows = (pools.objects() as PoolMonths[]).filter((pool) => pool.scheme !== '');
  return from(
    [...groupBy(rows, (pool) => pool.scheme)].map(([scheme, parts]): PlaceMonths => {
      const availableBalance = total(parts.map((pool) => pool.availableBalance));
      const summed = total(parts.map((pool) => pool.monthlyExpenditure));
      const reported = own.find((fact) => fact.scheme === scheme);
      const monthlyExpenditure = summed ?? reported?.quantity ?? null;
      const ofScheme = printed.find((figure) => figure.scheme === scheme);
      return {
        scheme,
        pools: parts.length,
        unknownPools: parts.flatMap((pool) => (pool.availableBalance === null ? pool.regionName : [])).join('、'),
        availableBalance,
        monthlyExpenditure,
        monthlyExpenditureHalf: summed === null ? (reported?.halfUnit ?? null) : null,
        expenditureOrigin: summed !== null ? 'summed' : monthlyExpenditure !== null ? 'reported' : 'unknown',
        monthlyExpenditureRef: summed === null ? (reported?.ref ?? '') : '',
        payableMonths: valueOf(payableMonths, { availableBalance, monthlyExpenditure }),
        ...boundsAs(
          'payableMonths',
          derive(payableMonths, {
            availableBalance: exactly(availableBalance),
            monthlyExpenditure: summed === null ? printedFigure(reported) : exactly(summed),
          }),
        ),
        ...printedAs('printedMonths', ofScheme),
      };
    }),
  );
}
