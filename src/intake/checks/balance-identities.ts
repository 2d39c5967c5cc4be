import { minus } from '../../domain/figure-text.js';
import { parsePeriod, UNDATED } from '../../domain/period.js';
import { balanceRolledForward, poolsBalance } from '../../relations/balances.js';
import { type Giving, statementRelations } from '../../relations/index.js';
import type { Identity, IntakeFigure } from '../intake-figure.js';
import type { FigureKey } from '../store/known-figures.js';
import { equation, type Outside } from './equation.js';
import type { FigureIndex } from './figure-index.js';
import { figureName } from './figure-words.js';
import { type LeftSide, playing, wordsOf } from './relation-figures.js';

/**
 * Balances between the figures of one region and scheme, within a table and across sheets: every linear relation whose
 * figures stand beside one another in the statements. Of those that give one figure the first counts of which all figures
 * are known: a balance rolls forward by income and expenditure, else by 当期结余, from the opening balance of the workbook,
 * else of what is stored. 期末累计结余 of the pools is the fund's, of the employee scheme its pooled part; without that it
 * rolls forward itself.
 */
export function balanceIdentities(index: FigureIndex): Identity[] {
  return index.own.flatMap((left) =>
    left.indicator === poolsBalance.left ? pooled(left, index) : identityBy(linearFor(left.indicator), { left }, index),
  );
}

/** The identity of the first relation of which all figures are known; none when there is no such relation. */
function identityBy(relations: readonly Giving[], side: LeftSide, index: FigureIndex): Identity[] {
  for (const giving of relations) {
    const opening = openingOf(giving, side, index);
    const figures = playing(giving, side, index);
    const terms = Object.entries(giving.relation.coefficients ?? {}).flatMap(([name, coefficient]) => {
      const figure = name === opening?.name ? opening.printed : figures[name];
      return figure?.quantity == null ? [] : [{ figure, coefficient }];
    });
    const outside = opening?.stored;
    if (terms.length + (outside === undefined ? 0 : 1) < Object.keys(figures).length) continue;
    return equation({
      rule: 'identity',
      name: `${figureName(side.left, index)}＝${wordsOf(giving, figures, index)}`,
      left: side.left,
      plus: terms.flatMap(({ figure, coefficient }) => (coefficient > 0 ? figure : [])),
      minus: terms.flatMap(({ figure, coefficient }) => (coefficient < 0 ? figure : [])),
      outside,
    });
  }
  return [];
}

/** The role that stood at the end of the year before, printed in the workbook or else stored; undefined where there is none. */
function openingOf({ relation }: Giving, side: LeftSide, index: FigureIndex) {
  const { left, category = left.category } = side;
  const name = Object.keys(relation.roles).find((role) => relation.roles[role]?.period === 'lastYearEnd');
  if (name === undefined || left.basis !== 'actual' || left.period === UNDATED) return undefined;
  const year = parsePeriod(left.period).year - 1;
  // The balance of the fund, or of the pools.
  const twin = category === pooledCategory(left.scheme) ? [{ indicator: poolsBalance.left, category: '' }] : [];
  const keys = [{ indicator: balanceRolledForward.left, category }, ...twin].flatMap((balance) =>
    [`${year}`, `${year}Q4`].map((period): Partial<FigureKey> => ({ ...balance, period })),
  );
  const printed = keys.map((key) => index.near(left, key)).find((figure) => figure?.quantity != null);
  const stored = keys
    .map((key) => index.context.known.latest({ ...left, ...key }))
    .find((figure) => figure?.quantity != null);
  const words = `${relation.roles[name]?.name} ${minus(stored?.printed ?? '')} ${stored?.unit}（${stored?.ref}）`;
  const outside: Outside | undefined = printed || !stored ? undefined : { figure: stored, name: words };
  return { name, printed, stored: outside };
}

function pooled(left: IntakeFigure, index: FigureIndex): Identity[] {
  if (left.category !== '') return [];
  const side = { left, category: pooledCategory(left.scheme) };
  const asFund = identityBy(linearFor(poolsBalance.left), side, index);
  return asFund.length > 0 ? asFund : identityBy(linearFor(balanceRolledForward.left), side, index);
}

/** Statements of the pools show the pooled fund; only the employee scheme has individual accounts beside it. */
function pooledCategory(scheme: string): string {
  return scheme === 'employee' ? 'pooled' : '';
}

/** The equations among the relations that give an indicator. */
function linearFor(indicator: string): Giving[] {
  return statementRelations(indicator).filter(({ relation }) => relation.coefficients !== undefined);
}
