import type { ColumnTable } from 'arquero';
import { minus, monthsText, wanYuan } from '../../domain/figure-text.js';
import { groupBy } from '../../domain/group-by.js';
import { indicatorOf, nameOfIndicator } from '../../domain/indicator.js';
import type { PublishedFigure } from '../../facts/fact.js';
import { FactIndex } from '../../facts/fact-index.js';
import type { Fund } from '../../facts/fund.js';
import { quantityOf } from '../../figures/figure.js';
import { judge } from '../backtest/judge.js';
import { isOwn, poolKey } from '../keys-of.js';
import { type CheckedStatement, deriveStatements } from './derive-statements.js';
import { expenditureDoubts } from './expenditure-doubts.js';
import type { Rule } from './rule.js';
import { lineOf, saidText } from './statement-words.js';

/** Printed figures of a pool on which its grade rests. */
const GRADED_BY = ['availableBalance', 'payableMonths', 'cumulativeBalance', 'payables'];

/**
 * Why a pool's grade may be wrong, by the key of the pool: what the report prints of it and its own figures do not bear out, a
 * monthly expenditure that looks like the whole period's, and sentences of the report that say something else. Chinese, joined by `；`.
 *
 * @param pools result of `rollUpPools`
 */
export function poolDoubts(pools: ColumnTable, fund: Fund, rule: Rule): ReadonlyMap<string, string> {
  const doubts = [printDoubts(fund), expenditureDoubts(pools, fund, rule), statementDoubts(pools, fund)];
  const keys = new Set(doubts.flatMap((own) => [...own.keys()]));
  return new Map([...keys].map((key) => [key, doubts.flatMap((own) => own.get(key) ?? []).join('；')]));
}

/** What the backtest finds printed of a pool and not borne out. */
function printDoubts(fund: Fund): Map<string, string> {
  const printed = FactIndex.overPublished(fund.published).select(GRADED_BY, { category: '' });
  const ofPools = printed.filter((figure) => isOwn(figure) && figure.region !== fund.place.wholeRegion);
  const wrong = ofPools.flatMap((figure) => {
    const ours = disproofOf(figure, fund);
    return ours === null ? [] : [{ key: poolKey(figure), text: againstOurs(figure, ours, fund) }];
  });
  return new Map(
    [...groupBy(wrong, ({ key }) => key)].map(([key, own]) => [
      key,
      `报告印${own.map(({ text }) => text).join('，')}，哪个数有误无从判定`,
    ]),
  );
}

/**
 * Ours where it differs from a printed figure, as the backtest has it; null where no way to it does. These few are asked by
 * themselves, because the whole backtest of a province takes seconds.
 */
function disproofOf(figure: PublishedFigure, fund: Fund): number | null {
  const { agreement, route } = judge(figure, fund);
  return agreement === 'differs' && route !== undefined ? quantityOf(route.ours) : null;
}

function againstOurs({ indicator, printed, unit }: PublishedFigure, ours: number, { reference }: Fund): string {
  const isMonths = indicatorOf(reference.indicators, indicator)?.unitKind === 'month';
  const own = isMonths ? `${monthsText(ours)} 个月` : `${wanYuan(ours)} 万元`;
  return `${nameOfIndicator(reference.indicators, indicator)} ${minus(printed)} ${isMonths ? '个月' : unit}（算得 ${own}）`;
}

/** What the report's own sentences say of a pool where that differs from its months or from another sentence. */
function statementDoubts(pools: ColumnTable, fund: Fund): Map<string, string> {
  const said = (deriveStatements(fund, pools).objects() as CheckedStatement[]).filter(
    ({ about, verdict, contradicts }) => about === 'region' && (verdict === 'differs' || contradicts !== ''),
  );
  return new Map(
    [...groupBy(said, poolKey)].map(([key, own]) => [
      key,
      `报告正文${own.map((row) => `${lineOf(row)}称${saidText(row)}`).join('、')}`,
    ]),
  );
}
