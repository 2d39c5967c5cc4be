import type { Definition } from '../../domain/definition.js';
import type { Figure } from '../../figures/figure.js';
import { availableBalance, currentBalance } from '../../relations/balances.js';
import { payableMonths } from '../../relations/months.js';

/** What is followed over the periods, in the order of the tables. */
export const FOLLOWED = ['payableMonths', 'availableBalance', 'cumulativeBalance', 'income', 'expenditure'] as const;

/** Code of a figure that is followed. */
export type Followed = (typeof FOLLOWED)[number];

/** Chinese names of the figures. */
export const FOLLOWED_NAMES: Record<Followed, string> = {
  payableMonths: '可支付月数',
  availableBalance: payableMonths.roles.availableBalance.name,
  cumulativeBalance: availableBalance.roles.cumulativeBalance.name,
  income: currentBalance.roles.income.name,
  expenditure: currentBalance.roles.expenditure.name,
};

/** Whose figures: a pool or the whole place, of one scheme. */
export interface PoolKey {
  region: string;
  regionName: string;
  scheme: string;
}

/** One pool and scheme at the end of one period. */
export interface PoolPeriod extends PoolKey {
  period: string;
  /** Each with its sources and the doubt of its rounding, or why there is none. */
  figures: Readonly<Record<Followed, Figure>>;
  monthsOrigin: 'computed' | 'reported' | 'unknown';
  /** What the months stand for; null without months. */
  definition: Definition | null;
  /** Names of the pools added up to stand for the region, where the period divides it; empty where it reports itself. */
  members: readonly string[];
  /** Chinese: where the figures come from when not from the region's own row; empty when they do. */
  remark: string;
}
