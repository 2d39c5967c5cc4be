import type { ColumnTable } from 'arquero';
import { monthsText, wanYuan } from '../../domain/figure-text.js';
import { groupBy } from '../../domain/group-by.js';
import { indicatorOf, nameOfIndicator } from '../../domain/indicator.js';
import { FactIndex } from '../../facts/fact-index.js';
import { type Fund, publishedTable } from '../../facts/fund.js';
import { type BacktestRow, deriveBacktest } from '../backtest/derive-backtest.js';
import { isOwn, poolKey } from '../keys-of.js';
import { type CheckedStatement, deriveStatements } from './derive-statements.js';
import { expenditureDoubts } from './expenditure-doubts.js';
import type { Rule } from './rule.js';
import { saidText } from './said-table.js';
import { lineOf } from './statement-conflicts.js';

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
  if (ofPools.length === 0) return new Map();
  // Only these few are asked, because a province prints a hundred thousand figures.
  const rows = deriveBacktest({ ...fund, published: publishedTable(ofPools) }).objects() as BacktestRow[];
  const wrong = rows.filter(({ verdict, indicator }) => verdict === 'differs' && GRADED_BY.includes(indicator));
  return new Map(
    [...groupBy(wrong, poolKey)].map(([key, own]) => [
      key,
      `报告印${own.map((row) => againstOurs(row, fund)).join('，')}，哪个数有误无从判定`,
    ]),
  );
}

function againstOurs({ indicator, printed, unit, ours }: BacktestRow, { reference }: Fund): string {
  const isMonths = indicatorOf(reference.indicators, indicator)?.unitKind === 'month';
  const own = isMonths ? `${monthsText(ours ?? 0)} 个月` : `${wanYuan(ours ?? 0)} 万元`;
  return `${nameOfIndicator(reference.indicators, indicator)} ${printed} ${isMonths ? '个月' : unit}（算得 ${own}）`;
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
