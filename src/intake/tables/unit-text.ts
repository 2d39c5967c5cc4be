import type { Unit, UnitKind } from '../../domain/indicator.js';
import { listIndex } from '../../domain/list-index.js';
import { plainName } from '../../domain/region.js';

/** The unit that a text is from its first to its last character: `万元`, `％`. Undefined when it is none. */
export function unitNamed(text: string, units: readonly Unit[]): Unit | undefined {
  return byPlainName(units, plainName(text));
}

const byPlainName = listIndex(({ name }: Unit) => [plainName(name)]);

/** The unit at the end of a text, the longest that fits: `1,466.00万元` → `万元`. */
export function unitAtEnd(text: string, units: readonly Unit[]): Unit | undefined {
  const plain = text.normalize('NFKC');
  return units
    .filter(({ name }) => plain.endsWith(name.normalize('NFKC')))
    .sort((a, b) => b.name.length - a.name.length)[0];
}

/**
 * A unit said of a figure, as its kind needs it: monthly expenditure in `万元` is `万元/月`, months counted in `个` are
 * `个月`. Undefined when the unit measures something else.
 */
export function unitFor(kind: UnitKind, said: Unit | undefined, units: readonly Unit[]): Unit | undefined {
  if (said === undefined || said.unitKind === kind) return said;
  const named = (name: string): Unit | undefined => units.find((unit) => unit.name === name && unit.unitKind === kind);
  if (kind === 'amountPerMonth' && said.unitKind === 'amount') return named(`${said.name}/月`);
  if (kind === 'month' && said.unitKind === 'count') return named(`${said.name}月`);
  return undefined;
}
