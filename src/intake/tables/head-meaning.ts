import type { Unit } from '../../domain/indicator.js';

/** What one text of a head or a row label says. Every field is empty where the text is silent. */
export interface HeadMeaning {
  /** The column or row is a label, or holds nothing that is a figure. */
  place: '' | 'label' | 'ignored';
  /** A column of the table with one figure a row: `value`, `unit`, … */
  column: string;
  /** Code of an indicator, or `openingBalance`. */
  indicator: string;
  /** Codes that the word may stand for; which, the indicator decides. */
  parts: readonly string[];
  /** The sum over whatever the table lists: 合计, 小计. */
  isTotal: boolean;
  /** A sum over some of it only, as a row label: 小计. */
  isSubtotal: boolean;
  basis: string;
  /** Suffix to the indicator: `Execution`, `Growth`, `Change`, `Share`. */
  derived: string;
  /** Another period, by its relation to the table's: `yearAgo`, `yearEnd`, `previous`. */
  relation: string;
  /** Another period by name: `2022`. */
  period: string;
  /** The period is a month alone, which may be the end of it or only what came and went within it. */
  isMonth: boolean;
  scheme: string;
  /** Code of a region. */
  region: string;
  unit: Unit | undefined;
}

/** The meaning of a text that says nothing yet. */
export const SILENT: Readonly<HeadMeaning> = {
  place: '',
  column: '',
  indicator: '',
  parts: [],
  isTotal: false,
  isSubtotal: false,
  basis: '',
  derived: '',
  relation: '',
  period: '',
  isMonth: false,
  scheme: '',
  region: '',
  unit: undefined,
};

/** What two texts say together: the second, lower in the head, wins where both speak. */
export function mergeMeaning(upper: HeadMeaning, lower: HeadMeaning): HeadMeaning {
  return {
    place: lower.place || upper.place,
    column: lower.column || upper.column,
    indicator: lower.indicator || upper.indicator,
    parts: lower.parts.length > 0 ? lower.parts : upper.parts,
    isTotal: lower.isTotal || upper.isTotal,
    isSubtotal: lower.isSubtotal || upper.isSubtotal,
    basis: lower.basis || upper.basis,
    derived: lower.derived || upper.derived,
    relation: lower.relation || upper.relation,
    period: lower.period || upper.period,
    isMonth: lower.period === '' ? upper.isMonth : lower.isMonth,
    scheme: lower.scheme || upper.scheme,
    region: lower.region || upper.region,
    unit: lower.unit ?? upper.unit,
  };
}

const NAMES = ['indicator', 'scheme', 'region', 'basis', 'derived', 'period'] as const;

/** Whether two texts name two different things, so that they are no words of one head: two indicators, two schemes. */
export function contradicts(a: HeadMeaning, b: HeadMeaning): boolean {
  if (NAMES.some((name) => a[name] !== '' && b[name] !== '' && a[name] !== b[name])) return true;
  return a.parts.length > 0 && b.parts.length > 0 && !a.parts.some((code) => b.parts.includes(code));
}
