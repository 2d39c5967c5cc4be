/**
 * What the analyst gave cannot be used: a place, a period, a rule or a file. The message is Chinese and names
 * the place, the value and the rule. A programmer's mistake is an English TypeError or RangeError instead.
 */
export class InputError extends Error {
  override name = 'InputError';
}
