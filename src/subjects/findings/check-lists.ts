import { minus } from '../../domain/figure-text.js';
import { groupBy } from '../../domain/group-by.js';
import { figureFinding } from '../../facts/finding.js';
import type { Fund } from '../../facts/fund.js';
import { agreementOf } from '../../figures/agreement-of.js';
import { sumOf } from '../../figures/arithmetic.js';
import { isKnown, isSurelyAbove, printedFigure } from '../../figures/figure.js';
import { aboutKey, type Checked, inUnitOf, type PrintedFact, printedFigures } from './checked.js';
import { type ListedPart, openLists } from './lists.js';

/**
 * Parts that a text lists under a total: together they cannot be above it, and those that it calls the main ones (主要)
 * leave nothing unsaid. 1744.82 + 60 + 0 + 60 + 3063 = 4927.82 of 4987.76 万元 leave 59.94.
 */
export function checkLists(fund: Fund): Checked {
  const printed = printedFigures(fund);
  const lists = openLists(fund);
  const listedParts = listedPartsIn(printed, lists);
  const totals = printed.filter(({ category, quantity }) => category === '' && quantity !== null);
  const held = totals.flatMap((total) => {
    const parts = listedParts(total);
    return parts.length > 1 ? [{ total, parts }] : [];
  });
  return {
    what: '个合计与文中所列的各项',
    count: held.length,
    findings: held.flatMap(({ total, parts }) => {
      const areMain = lists.some(({ indicator, kind }) => indicator === total.indicator && kind === 'main');
      const difference = differenceOf(total, parts, { fund, areMain });
      if (difference === '') return [];
      const items = parts.map((part) => `${part.categoryName} ${minus(part.printed)}${part.unit}`).join('、');
      const rule = `所列 ${parts.length} 项之和${difference}：${items}`;
      return [figureFinding(total, fund.reference.indicators, { severity: 'doubt', rule })];
    }),
  };
}

/** Finds the known parts that a text lists under a total, each once: those of all totals are indexed first. */
export function listedPartsIn(
  printed: readonly PrintedFact[],
  lists: readonly ListedPart[],
): (total: PrintedFact) => PrintedFact[] {
  const byIndicator = groupBy(lists, ({ indicator }) => indicator);
  const parts = new Map<string, PrintedFact>();
  for (const part of printed) {
    const isKnown = part.category !== '' && part.quantity !== null && byIndicator.has(part.indicator);
    if (isKnown && !parts.has(aboutKey(part))) parts.set(aboutKey(part), part);
  }
  return (total) =>
    (byIndicator.get(total.indicator) ?? []).flatMap(({ category }) => parts.get(aboutKey(total, category)) ?? []);
}

/** How far the parts are from the total, in words; empty where they may well be right. */
function differenceOf(
  total: PrintedFact,
  parts: readonly PrintedFact[],
  { fund, areMain }: { fund: Fund; areMain: boolean },
): string {
  const sum = sumOf(parts.map((part) => printedFigure(part)));
  const whole = printedFigure(total);
  if (!isKnown(sum) || !isKnown(whole) || agreementOf(sum, whole) === 'agrees') return '';
  const gap = inUnitOf(Math.abs(sum.quantity - whole.quantity), total, fund);
  const text = `为 ${inUnitOf(sum.quantity, total, fund)}，比合计`;
  if (isSurelyAbove(sum, whole)) return `${text}多 ${gap}，部分不能大于全部`;
  return areMain ? `${text}少 ${gap}，原文没有说明余额是什么` : '';
}
