import { type Finding, figureFinding } from '../../facts/finding.js';
import type { Fund } from '../../facts/fund.js';
import { aboutKey, type PrintedFact, printedFigures } from './checked.js';

/** What a source quotes where the document's own text is not a figure: `原文作“20234家”`. */
const QUOTED = /原文作“([^”]*)”/u;

/**
 * Figures whose digits a conversion destroyed: their value is blank, or restored by arithmetic, and their source quotes
 * what stands there, which is what the finding shows as printed. Of one that the report also derives, what is derived
 * stands for both.
 */
export function findDestroyed(fund: Fund): Finding[] {
  const restored = new Set(fund.corrections.filter(({ kind }) => kind === 'restored').map(({ ref }) => ref));
  const destroyed = printedFigures(fund).filter(
    (figure) => QUOTED.test(figure.source) && (figure.quantity === null || restored.has(figure.ref)),
  );
  // Published figures come last, and know why nothing restores them.
  const byKey = new Map<string, PrintedFact>(destroyed.map((figure) => [aboutKey(figure), figure]));
  return [...byKey.values()].map((figure) => {
    const [quoted = '', printed = ''] = QUOTED.exec(figure.source) ?? [];
    const outcome = restored.has(figure.ref) ? '已由算式还原，见“更正”' : '没有算式能证明原数，作未知';
    const rule = `数字已毁坏（${quoted}），${outcome}`;
    const finding = figureFinding(figure, fund.reference.indicators, { severity: 'doubt', rule });
    return { ...finding, value: printed, ...(finding.figure && { figure: { ...finding.figure, printed } }) };
  });
}
