import { InputError } from './input-error.js';

/**
 * What a number of payable months stands for. Months of different definitions are different things: 19.74 by the book
 * and 19.21 available are no change of half a month.
 */
export interface Definition {
  /** What is counted: the pooled fund alone, with the individual accounts, or a fund that has no accounts. */
  counted: keyof typeof NAMES.counted;
  /** Whether payables and prepaid contributions are taken off. */
  balance: keyof typeof NAMES.balance;
  /** Which months' expenditure the balance is divided by. */
  expenditure: keyof typeof NAMES.expenditure;
  /** Name of the rule that grades the months; empty where none is applied. */
  rule: string;
}

/** A quantity together with what it stands for. */
export interface Defined {
  quantity: number;
  definition: Definition;
}

const NAMES = {
  counted: {
    pooled: '只计统筹基金',
    withAccounts: '统筹基金和个人账户',
    all: '全部基金，不分账户',
  },
  balance: {
    book: '账面结余',
    available: '实际结余',
  },
  expenditure: {
    statement: '报表的月平均基金支出',
    benefitLevel: '报告的平均待遇支付水平',
    expenditure: '基金支出÷月数',
    benefits: '待遇支出÷月数',
    printedMonths: '报告只印月数，月支出未知',
  },
} as const;

const PART_NAMES = { counted: '计入范围', balance: '结余口径', expenditure: '月支出口径', rule: '规则' } as const;
const PARTS = ['counted', 'balance', 'expenditure', 'rule'] as const;

/** A definition in one Chinese phrase, part by part: `计入范围：只计统筹基金；结余口径：…；月支出口径：…；规则：…`. */
export function describeDefinition(definition: Definition): string {
  return PARTS.filter((part) => definition[part] !== '')
    .map((part) => `${PART_NAMES[part]}：${nameOf(definition, part)}`)
    .join('；');
}

/** The parts of a definition in Chinese, for the columns of a table. */
export function definitionNames(definition: Definition): Record<(typeof PARTS)[number], string> {
  const name = (part: (typeof PARTS)[number]): string => nameOf(definition, part);
  return { counted: name('counted'), balance: name('balance'), expenditure: name('expenditure'), rule: name('rule') };
}

/**
 * Why two definitions may not be compared, naming every part that differs with both its values; empty when they may.
 * `不能直接比较：月支出口径不同（报告只印月数，月支出未知，与报表的月平均基金支出）`.
 */
export function refusalToCompare(a: Definition, b: Definition): string {
  const differing = PARTS.filter((part) => a[part] !== b[part]).map(
    (part) => `${PART_NAMES[part]}不同（${joined(nameOf(a, part), nameOf(b, part))}）`,
  );
  return differing.length === 0 ? '' : `不能直接比较：${differing.join('，')}`;
}

/**
 * The difference a − b of two quantities of one definition.
 * Throws {@link InputError} with the sentence of {@link refusalToCompare} for different definitions.
 */
export function compareDefined(a: Defined, b: Defined): number {
  const refusal = refusalToCompare(a.definition, b.definition);
  if (refusal !== '') throw new InputError(refusal);
  return a.quantity - b.quantity;
}

function nameOf(definition: Definition, part: (typeof PARTS)[number]): string {
  if (part === 'rule') return definition.rule === '' ? '不定级' : definition.rule;
  const names: Record<string, string> = NAMES[part];
  return names[definition[part]] ?? definition[part];
}

/** A comma keeps 与 from joining the second half of a name that has a comma itself. */
function joined(a: string, b: string): string {
  return a.includes('，') ? `${a}，与${b}` : `${a}与${b}`;
}
