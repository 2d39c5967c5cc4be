import { type Agreement, byGravity } from '../../domain/agreement.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { agreementOf } from '../../figures/agreement-of.js';
import { isKnown, printedFigure } from '../../figures/figure.js';
import { recompute } from './recompute.js';
import { type BacktestFund, RecomputeInputs } from './recompute-inputs.js';
import type { Route } from './recompute-route.js';

/** What a printed figure is found to be: wherever it is shown, this is said of it. */
export interface Judgement {
  agreement: Agreement;
  /** The way that the verdict is about; none where nothing leads to the figure. */
  route: Route | undefined;
  /** A way that gives the printed figure where the verdict is that another does not. */
  agreeing: Route | undefined;
}

const inputsOf = new WeakMap<BacktestFund, RecomputeInputs>();

/**
 * Holds a printed figure against every way that the report has to it. The way that disagrees most stands; of those that lead
 * nowhere, the one that lacks least. Where another gives the figure, it is named beside.
 */
export function judge(printed: Fact | PublishedFigure, fund: BacktestFund): Judgement {
  const inputs = inputsOf.get(fund) ?? new RecomputeInputs(fund);
  inputsOf.set(fund, inputs);
  const judged = recompute(printed, inputs).map((route) => ({
    route,
    agreement: agreementOf(route.ours, printedFigure(printed)),
  }));
  const [first] = [...judged].sort(
    (a, b) => byGravity(a.agreement, b.agreement) || lacking(a.route) - lacking(b.route),
  );
  if (first === undefined) return { agreement: 'not checkable', route: undefined, agreeing: undefined };
  const isDoubted = first.agreement === 'differs' || first.agreement === 'truncated';
  return { ...first, agreeing: isDoubted ? judged.find(({ agreement }) => agreement === 'agrees')?.route : undefined };
}

/** The verdict on a printed figure; `not checkable` where it is not printed. */
export function verdictOn(printed: Fact | PublishedFigure | undefined, fund: BacktestFund): Agreement {
  return printed === undefined ? 'not checkable' : judge(printed, fund).agreement;
}

const lacking = ({ ours }: Route): number => (isKnown(ours) ? 0 : ours.missing.length);
