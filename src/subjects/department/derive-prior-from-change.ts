import type { ColumnTable } from 'arquero';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { FactIndex } from '../../facts/fact-index.js';
import type { Fund } from '../../facts/fund.js';
import type { FigureSource } from '../../facts/fund-figures.js';
import { tableOf } from '../../facts/table-of.js';
import { boundsAs, printedAs, printedFigure, quantityOf } from '../../figures/figure.js';
import { growthFromChange, priorFromChange } from '../../relations/comparisons.js';
import { derive } from '../../relations/relation.js';
import { verdictOn } from '../backtest/judge.js';
import { keysOf } from '../keys-of.js';

/** A printed figure, or one that stands beside it. */
type Figure = Fact | PublishedFigure;

/**
 * The year before of figures that are printed with their change: a report that prints 475.22 and 减少 11.80 implies
 * 487.02 for last year, though it does not print it.
 *
 * Formula: prior = quantity − change; growth = change ÷ prior. Both are intervals, because each printed figure stands for
 * ± half a unit of its last digit: 475.22 ± 0.005 and −11.80 ± 0.005 → prior 487.01 to 487.03.
 * The change is the figure of the indicator `<indicator>Change`, the printed growth of `<indicator>Growth`. The growth
 * agrees when the printed one overlaps the interval; a growth that was cut off rather than rounded is `truncated`.
 *
 * @param fund the report's own period, basis actual
 * @param options `scheme`: whose figures
 * @returns one row a figure with a change: its keys, `quantity`, `change`, `prior`, `priorLow`, `priorHigh` (base unit),
 * `growth`, `growthLow`, `growthHigh`, `printedGrowth` (ratios), `printedGrowthText` (as printed), `agreement`, and the references
 * `ref`, `changeRef`, `printedGrowthRef`; null where an input is unknown
 */
export function derivePriorFromChange(
  fund: FigureSource & Pick<Fund, 'published'>,
  { scheme }: { scheme: string },
): ColumnTable {
  const own = FactIndex.over(fund.facts);
  const printed = FactIndex.overPublished(fund.published);
  const changes = new Set([...own.indicators(), ...printed.indicators()].filter((code) => code.endsWith('Change')));
  const changing = own.indicators().filter((code) => changes.has(`${code}Change`));
  const facts = own.select(changing, { scheme, basis: 'actual' }).filter((fact) => fact.period === fact.reported);
  const beside = (fact: Fact, ending: string): Figure | undefined => {
    const key = { ...fact, indicator: `${fact.indicator}${ending}` };
    return own.find(key) ?? printed.find(key);
  };
  const rows = facts.flatMap((fact) => {
    const change = beside(fact, 'Change');
    const growth = beside(fact, 'Growth');
    return change === undefined ? [] : [{ ...rowOf(fact, change, growth), agreement: verdictOn(growth, fund) }];
  });
  const unknown = { quantity: null } as Fact;
  return tableOf(rows, () => ({ ...rowOf(unknown, unknown, undefined), agreement: 'not checkable' }));
}

function rowOf(fact: Fact, change: Figure, printed: Figure | undefined) {
  const moved = { now: printedFigure(fact), change: printedFigure(change) };
  const prior = derive(priorFromChange, moved);
  const growth = derive(growthFromChange, moved);
  return {
    ...keysOf(fact),
    ...printedAs('quantity', fact),
    ref: fact.ref,
    ...printedAs('change', change),
    prior: quantityOf(prior),
    ...boundsAs('prior', prior),
    growth: quantityOf(growth),
    ...boundsAs('growth', growth),
    ...printedAs('printedGrowth', printed),
    printedGrowthText: printed === undefined ? '' : `${printed.printed}${printed.unit}`,
  };
}
