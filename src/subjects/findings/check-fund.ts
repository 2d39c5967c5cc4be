import type { Finding } from '../../facts/finding.js';
import type { Fund } from '../../facts/fund.js';
import { backtestOf } from '../backtest/derive-backtest.js';
import { checkBounds } from './check-bounds.js';
import { checkDerived, explanationsOf } from './check-derived.js';
import { checkLists } from './check-lists.js';
import { checkShares } from './check-shares.js';
import { checkDerivedParts, checkedPartTotals, checkedRegionTotals } from './check-totals.js';
import { checkOtherReports, checkStatedTwice } from './check-versions.js';
import { findDestroyed } from './find-destroyed.js';

/** What the figures of a report are worth. */
export interface FundCheck {
  /** Errors, doubts and notes; all that was found about one figure is one finding. */
  findings: Finding[];
  /** What was held against what, and how much of it does not fit: a Chinese sentence. */
  summary: string;
}

/**
 * Checks the figures of a report, beside what was found when it was read: totals against their parts, what it derives
 * against its own inputs, figures against those they cannot be above, figures printed twice, and digits that are lost.
 * Nothing is corrected.
 */
export function checkFund(fund: Fund): FundCheck {
  const check = known.get(fund) ?? checked(fund);
  known.set(fund, check);
  return check;
}

/** A page asks several times. */
const known = new WeakMap<Fund, FundCheck>();

function checked(fund: Fund): FundCheck {
  const derived = checkDerived(fund, backtestOf(fund));
  const checks = [
    checkedRegionTotals(fund),
    checkedPartTotals(fund),
    checkLists(fund),
    derived,
    checkDerivedParts(fund),
    checkShares(fund),
    checkBounds(fund),
    checkStatedTwice(fund),
    checkOtherReports(fund),
  ];
  const totals = new Set(fund.findings.filter(({ severity }) => severity === 'doubt').map(refOf));
  // A total that leaves rows out is told by its rows already, which says more than what they come to.
  const found = checks.flatMap((check) =>
    check === derived ? check.findings.filter((finding) => !totals.has(refOf(finding))) : check.findings,
  );
  const all = [...fund.findings, ...findDestroyed(fund), ...found];
  const findings = merged(all, explanationsOf(fund));
  const held = checks.filter(({ count }) => count > 0).map(({ count, what }) => `${count} ${what}`);
  return { findings, summary: summaryOf(held, derived.uncheckable, findings) };
}

/** One finding a figure: what the rules say of it, then what the data say. Errors and findings on rows stay as they are. */
function merged(findings: readonly Finding[], explanations: ReadonlyMap<string, string>): Finding[] {
  const byFigure = new Map<string, Finding>();
  findings.forEach((finding, index) => {
    const isDoubt = finding.figure !== undefined && finding.severity === 'doubt';
    const key = isDoubt ? refOf(finding) : String(index);
    const known = byFigure.get(key);
    byFigure.set(key, known === undefined ? finding : { ...known, rule: `${known.rule}；${finding.rule}` });
  });
  return [...byFigure].map(([key, finding]) => {
    const explanation = explanations.get(key) ?? '';
    return explanation === '' ? finding : { ...finding, rule: `${finding.rule}。说明：${explanation}` };
  });
}

function refOf({ file, line }: Finding): string {
  return `${file}#L${line}`;
}

function summaryOf(held: readonly string[], uncheckable: number, findings: readonly Finding[]): string {
  const rest = uncheckable === 0 ? '' : `另有 ${uncheckable} 个报告推算的数不能验算：所需的数没有印，或原数已毁坏。`;
  const doubts = findings.filter(({ severity }) => severity === 'doubt').length;
  const found = doubts === 0 ? '' : `存疑 ${doubts} 条。`;
  if (held.length === 0) return `没有可以互相核对的数：报告没有印可以相加的合计，也没有可以验算的数。${rest}${found}`;
  return `核对了 ${held.join('、')}。${found === '' ? '没有发现对不上的。' : found}${rest}`;
}
