import { compute, type Recomputed, roundedOrCut } from '../../figures/estimate.js';
import { shareOf } from '../parts/derive-share.js';
import { changeOf, growthOf } from '../series/derive-growth.js';
import { type FigureKey, type RecomputeInputs, yearBefore } from './recompute-inputs.js';
import type { Route } from './recompute-route.js';
import { wholeOf } from './recompute-totals.js';

/** Growth against the year before: from both amounts, from the printed change, and for both schemes from theirs. */
export function growthRoutes(base: string, key: FigureKey, inputs: RecomputeInputs): Route[] {
  const now = wholeOf(base, key, inputs);
  const routes: Route[] = [
    { formula: '本期 ÷ 上年同期 − 1', ours: compute(growth, now, wholeOf(base, yearBefore(key), inputs)) },
    {
      formula: '所印增减额 ÷（本期 − 所印增减额）',
      ours: compute(
        (quantity, change) => growth(quantity, quantity - change),
        now,
        inputs.printed(`${base}Change`, key),
      ),
    },
  ];
  if (key.scheme === 'basic') {
    routes.push({ formula: '由职工、居民各自的数和所印增长率反推上年之和', ours: growthOfBoth(base, key, inputs) });
  }
  return routes;
}

/** Change against the year before: from both amounts, or from the printed growth, whose last digit may be cut off. */
export function changeRoutes(base: string, key: FigureKey, inputs: RecomputeInputs): Route[] {
  const now = wholeOf(base, key, inputs);
  const rate = roundedOrCut(inputs.printed(`${base}Growth`, key));
  return [
    { formula: '本期 − 上年同期', ours: compute(change, now, wholeOf(base, yearBefore(key), inputs)) },
    {
      formula: '本期 − 本期 ÷（1 ＋ 所印增长率）',
      ours: compute((quantity, growth) => change(quantity, quantity / (1 + growth)), now, rate),
    },
  ];
}

/** The year before, from this year's amount and the printed growth, whose last digit may be cut off. */
export function priorRoute(base: string, now: FigureKey, inputs: RecomputeInputs): Route {
  const rate = roundedOrCut(inputs.printed(`${base}Growth`, now));
  const prior = compute((quantity, growth) => quantity / (1 + growth), wholeOf(base, now, inputs), rate);
  return { formula: '本期 ÷（1 ＋ 所印增长率）', ours: prior };
}

/** Execution: what was carried out of a budget, or reached of a target. */
export function executionRoutes(base: string, key: FigureKey, inputs: RecomputeInputs): Route[] {
  const actual = wholeOf(base, key, inputs);
  return inputs.isAmount(base)
    ? [{ formula: '执行数 ÷ 预算数', ours: compute(shareOf, actual, wholeOf(base, key, inputs, 'budget')) }]
    : [{ formula: '完成数 ÷ 目标数', ours: compute(shareOf, actual, wholeOf(base, key, inputs, 'target')) }];
}

/** Share of a part of its total, or of a region of the whole place. */
export function shareRoutes(base: string, key: FigureKey, inputs: RecomputeInputs): Route[] {
  const whole = inputs.of(base, { ...key, category: '', region: key.category === '' ? inputs.whole : key.region });
  return [{ formula: '部分 ÷ 全部', ours: compute(shareOf, inputs.of(base, key), whole) }];
}

/** Share of some things counted of all, where each count is an indicator of its own. */
export function countShareRoutes(
  [part, whole]: readonly [string, string],
  key: FigureKey,
  inputs: RecomputeInputs,
): Route[] {
  return [{ formula: '部分个数 ÷ 全部个数', ours: compute(shareOf, inputs.of(part, key), inputs.of(whole, key)) }];
}

/** Surplus rate: current balance ÷ income, the balance being income − expenditure. */
export function surplusRateRoutes(key: FigureKey, inputs: RecomputeInputs): Route[] {
  const [income, expenditure] = [wholeOf('income', key, inputs), wholeOf('expenditure', key, inputs)];
  return [
    { formula: '（收入 − 支出）÷ 收入', ours: compute((a, b) => shareOf(a - b, a), income, expenditure) },
    { formula: '当期结余 ÷ 收入', ours: compute(shareOf, wholeOf('currentBalance', key, inputs), income) },
  ];
}

function growthOfBoth(base: string, key: FigureKey, inputs: RecomputeInputs): Recomputed {
  const employee = { ...key, scheme: 'employee' };
  const resident = { ...key, scheme: 'resident' };
  return compute(
    (a, rateA, b, rateB) => growth(a + b, a / (1 + rateA) + b / (1 + rateB)),
    wholeOf(base, employee, inputs),
    inputs.printed(`${base}Growth`, employee),
    wholeOf(base, resident, inputs),
    inputs.printed(`${base}Growth`, resident),
  );
}

const growth = (quantity: number, yearAgoQuantity: number): number | null => growthOf({ quantity, yearAgoQuantity });
const change = (quantity: number, yearAgoQuantity: number): number | null => changeOf({ quantity, yearAgoQuantity });
