import { compute, firstKnown, type Recomputed } from '../../figures/estimate.js';
import { availableOf } from '../months/derive-available-balance.js';
import { lastingMonths } from '../months/derive-payable-months.js';
import type { FigureKey, RecomputeInputs } from './recompute-inputs.js';
import type { Route } from './recompute-route.js';

/** Available balance: from its parts, or from the regions where the report prints nothing else. */
export function availableRoutes(key: FigureKey, inputs: RecomputeInputs): Route[] {
  return [{ formula: '累计结余 − 应付未付款 − 一次性预缴款', ours: available(key, inputs) }];
}

/** Payables: those of the regions, or what the available balance leaves out where the report prints none. */
export function payablesRoutes(key: FigureKey, inputs: RecomputeInputs): Route[] {
  const own = inputs.of('payables', key);
  const left = compute(
    (cumulative, rest) => cumulative - rest,
    inputs.of('cumulativeBalance', key),
    available(key, inputs),
  );
  return key.category !== '' || 'refs' in own
    ? [{ formula: '各统筹区相加', ours: own }]
    : [{ formula: '累计结余 − 实际结余', ours: left }];
}

/** Payable months of the available balance. */
export function payableMonthsRoutes(key: FigureKey, inputs: RecomputeInputs): Route[] {
  const monthly = inputs.of('monthlyExpenditure', key);
  return [{ formula: '实际结余 ÷ 月平均支出', ours: compute(lastingMonths, available(key, inputs), monthly) }];
}

/** Payable months of the whole cumulative balance. */
export function bookMonthsRoutes(key: FigureKey, inputs: RecomputeInputs): Route[] {
  const [cumulative, monthly] = [inputs.of('cumulativeBalance', key), inputs.of('monthlyExpenditure', key)];
  return [{ formula: '累计结余 ÷ 月平均支出', ours: compute(lastingMonths, cumulative, monthly) }];
}

function available(key: FigureKey, inputs: RecomputeInputs): Recomputed {
  const computed = compute(
    (cumulativeBalance, payables, prepaid) => availableOf({ cumulativeBalance, payables, prepaid }),
    inputs.of('cumulativeBalance', key),
    inputs.of('payables', key),
    inputs.of('prepaid', key),
  );
  return firstKnown(computed, inputs.of('availableBalance', key));
}
