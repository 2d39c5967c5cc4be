import { groupBy } from '../../domain/group-by.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { FactIndex } from '../../facts/fact-index.js';
import { figureFinding } from '../../facts/finding.js';
import type { Fund } from '../../facts/fund.js';
import { agreementOf } from '../../figures/agreement-of.js';
import { printedFigure } from '../../figures/figure.js';
import { aboutKey, type Checked, type PrintedFact, printedAt, printedFigures } from './checked.js';

/** From this factor on two versions of one figure are an order of magnitude apart, which no later cut-off date explains. */
const MAGNITUDE = 10;

/** Figures that the report prints more than once: the first, a fact where there is one, beside each other one. */
export function checkStatedTwice(fund: Fund): Checked {
  const published = fund.published.objects() as PublishedFigure[];
  const facts = FactIndex.over(fund.facts);
  const pairs = [...groupBy(published, (one) => aboutKey(one)).values()].flatMap((own) => {
    const [head] = own;
    const fact = head && facts.find({ ...head, basis: 'actual' });
    const [first, ...others] = [fact, ...own].filter((one) => one !== undefined && one.quantity !== null);
    return first === undefined ? [] : others.flatMap((other) => (other === undefined ? [] : [{ first, other }]));
  });
  return {
    what: '个在一份报告里印了不止一次的数',
    count: pairs.length,
    findings: pairs
      .filter(({ first, other }) => agreementOf(printedFigure(first), printedFigure(other)) === 'differs')
      .map(({ first, other }) => doubt(other, `同一个数另印为 ${printedAt(first)}`, fund)),
  };
}

/**
 * Figures that an earlier report gives for the same period: a place of digits apart, one of the two is wrong. 1,563 万人 beside
 * 15.63 万人 is 100 times as many.
 */
export function checkOtherReports(fund: Fund): Checked {
  const earlier = [fund.previousFacts, fund.earlierFacts].map((facts) => FactIndex.over(facts));
  const before = FactIndex.overPublished(fund.previousPublished);
  const pairs = printedFigures(fund).flatMap((own) => {
    const key = { basis: 'actual', ...own };
    const found = [...earlier.map((facts) => facts.find(key)), before.find(key)];
    const other = found.find((one) => one !== undefined && one.ref !== own.ref && one.quantity !== null);
    return other === undefined || own.quantity === null ? [] : [{ own, other }];
  });
  return {
    what: '个以前的报告也印了的数',
    count: pairs.length,
    findings: pairs.flatMap(({ own, other }) => {
      const times = timesOf(own, other);
      if (times < MAGNITUDE) return [];
      const side = Math.abs(own.quantity ?? 0) > Math.abs(other.quantity ?? 0) ? '大' : '小';
      const text = `以前的报告把同一期的同一个数印为 ${printedAt(other)}，这里${side}了 ${times.toFixed(0)} 倍，疑小数点错位`;
      return [doubt(own, text, fund)];
    }),
  };
}

/** How many times the smaller the larger is; 1 where one of them is nothing. */
function timesOf(own: PrintedFact, other: PrintedFact): number {
  const [small = 0, large = 0] = [own, other].map(({ quantity }) => Math.abs(quantity ?? 0)).sort((a, b) => a - b);
  return small === 0 ? 1 : large / small;
}

function doubt(figure: Omit<Fact, 'basis'>, rule: string, { reference }: Fund) {
  return figureFinding(figure, reference.indicators, { severity: 'doubt', rule });
}
