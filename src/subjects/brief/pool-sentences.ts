import { amountInWords, monthsText } from '../../domain/figure-text.js';
import { total } from '../../figures/arithmetic.js';
import { shortfall } from '../../relations/months.js';
import { valueOf } from '../../relations/relation.js';
import type { RegionWarning } from '../months/grade-regions.js';
import { warningLine } from '../months/rule.js';
import { listed, type SentenceRule, type Situation } from './sentence.js';

/** Pools below the warning line, the worst first, and what is missing to reach it. */
export const belowLine: SentenceRule = (situation) => {
  const below = gradedOf(situation).filter(({ severity }) => severity === 1);
  if (situation.rule === null || below.length === 0) return null;
  const missing = below.map(({ shortfall }) => shortfall ?? 0).reduce((sum, fen) => sum + fen, 0);
  const unknown = below.filter(({ shortfall }) => shortfall === null).length;
  const amount =
    missing > 0 ? `，补足共缺 ${amountInWords(missing)}${unknown > 0 ? `（另有 ${unknown} 个未知）` : ''}` : '';
  return {
    topic: '预警',
    text: `${listed(below.map(poolText))}低于 ${warningLine(situation.rule)} 个月${amount}。`,
    table: 'region-warnings',
    refs: refsOf(below),
  };
};

/** Pools that are graded higher and could be below the line, because their months are only printed rounded. */
export const maybeBelowLine: SentenceRule = (situation) => {
  const { rule } = situation;
  if (rule === null) return null;
  const line = warningLine(rule);
  const maybe = gradedOf(situation).filter(
    (row) => row.severity > 1 && row.roundingDecides && row.monthsLow !== null && row.monthsLow < line,
  );
  if (maybe.length === 0) return null;
  const missing = maybe.map(({ availableBalance, impliedExpenditureHigh }) =>
    valueOf(shortfall, { line, availableBalance, monthlyExpenditure: impliedExpenditureHigh }),
  );
  const most = total(missing);
  const amount = most === null ? '' : `，最多共缺 ${amountInWords(most)}`;
  return {
    topic: '可能预警',
    text: `${listed(maybe.map(poolText))}：报告只印取整的月数，取整前可能低于 ${line} 个月${amount}。`,
    table: 'region-warnings',
    refs: refsOf(maybe),
  };
};

/** A pool in a sentence: `攸县居民医保 1.14 个月（存疑）`, `茶陵县职工医保所印 3 个月`. */
function poolText({ regionName, schemeName, payableMonths, monthsOrigin, doubt }: RegionWarning): string {
  const months = payableMonths ?? 0;
  return `${regionName}${schemeName} ${monthsOrigin === 'reported' ? `所印 ${months}` : monthsText(months)} 个月${doubt === '' ? '' : '（存疑）'}`;
}

function gradedOf({ warnings }: Situation): RegionWarning[] {
  return warnings === null ? [] : (warnings.objects() as RegionWarning[]);
}

function refsOf(pools: readonly RegionWarning[]): string {
  return pools
    .map((pool) => (pool.monthsOrigin === 'reported' ? pool.printedMonthsRef : pool.availableBalanceRefs))
    .join(';');
}
