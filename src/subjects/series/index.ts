/** A figure over periods: growth against the year before, and the trend. */
export { deriveGrowth } from './derive-growth.js';
export { rollUpTrend } from './roll-up-trend.js';
