import type { Definition } from '../../domain/definition.js';

/**
 * What a pool's payable months stand for. The statements of the employee scheme are about the pooled fund; residents
 * have no individual accounts. Months that were only printed are another definition than months that follow from the
 * statement's 月平均基金支出: what the printed ones were divided by is not known.
 *
 * @param pool scheme, and origin of the months as `derivePayableMonths` gives it
 * @param rule name of the rule that grades the months; empty where none is applied
 */
export function monthsDefinition(pool: { scheme: string; monthsOrigin: string }, rule = ''): Definition {
  return {
    counted: pool.scheme === 'employee' ? 'pooled' : 'all',
    balance: 'available',
    expenditure: pool.monthsOrigin === 'reported' ? 'printedMonths' : 'statement',
    rule,
  };
}
