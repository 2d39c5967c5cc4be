import type { Recomputed } from '../../figures/estimate.js';

/** One way from printed inputs to a figure that the report derives. */
export interface Route {
  /** Chinese, as the analyst would write it: `本期 ÷ 上年同期 − 1`. */
  formula: string;
  ours: Recomputed;
}
