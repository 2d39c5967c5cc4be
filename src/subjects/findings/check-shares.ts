import { minus } from '../../domain/figure-text.js';
import { groupBy } from '../../domain/group-by.js';
import { partitionsOf } from '../../domain/indicator.js';
import type { PublishedFigure } from '../../facts/fact.js';
import { figureFinding } from '../../facts/finding.js';
import type { Fund } from '../../facts/fund.js';
import { agreementOf } from '../../figures/agreement-of.js';
import { sumOf } from '../../figures/arithmetic.js';
import { exactly, isSurelyAbove, printedFigure } from '../../figures/figure.js';
import { share } from '../../relations/rates.js';
import { aboutKey, type Checked } from './checked.js';

/**
 * Shares that the report derives: none is above 100 %, and those of all parts of a partition make 100 %.
 * What is taken as a fact was held between 0 and 1 when it was read.
 */
export function checkShares(fund: Fund): Checked {
  const published = fund.published.objects() as PublishedFigure[];
  const shares = published.filter(({ indicator, quantity }) => quantity !== null && isShare(indicator));
  const above = shares.filter((one) => isSurelyAbove(printedFigure(one), exactly(1)));
  return {
    what: '个占比',
    count: shares.length,
    findings: [
      ...above.map((one) => doubt(one, '占比大于 100%，部分不能大于全部', fund)),
      ...partitions(shares, fund)
        .filter((parts) => agreementOf(sumOf(parts.map((part) => printedFigure(part))), exactly(1)) === 'differs')
        .flatMap((parts) => {
          const [first] = parts;
          const text = parts.map((part) => `${part.categoryName} ${minus(part.printed)}${part.unit}`).join('、');
          return first === undefined ? [] : [doubt(first, `各部分的占比合起来不是 100%：${text}`, fund)];
        }),
    ],
  };
}

/** Indicators of shares end as the relation that gives them says. */
function isShare(indicator: string): boolean {
  return indicator.endsWith(share.left.replace('*', ''));
}

/** Shares of all parts of a whole, of figures printed more than once the first. */
function partitions(shares: readonly PublishedFigure[], { reference }: Fund): PublishedFigure[][] {
  return [...groupBy(shares, (one) => aboutKey(one, '')).values()].flatMap((own) =>
    partitionsOf(reference.categories, own[0]?.indicator ?? '').flatMap((members) => {
      const parts = members.flatMap(({ code }) => own.find(({ category }) => category === code) ?? []);
      return parts.length === members.length ? [parts] : [];
    }),
  );
}

function doubt(figure: PublishedFigure, rule: string, { reference }: Fund) {
  return figureFinding(figure, reference.indicators, { severity: 'doubt', rule });
}
