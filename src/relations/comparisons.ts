import { linear, quotient, type Relation } from './relation.js';

/**
 * Comparisons with the year before: one statement for every indicator, which `*` stands for. `incomeGrowth` is the growth of
 * `income`, `enrolmentChange` the change of `enrolment`.
 */
const now = { name: '本期', indicator: '*' } as const;
const before = { name: '上年同期', indicator: '*', period: 'yearAgo' } as const;
const printedChange = { name: '所印增减额', indicator: '*Change', isPrinted: true } as const;
const printedGrowth = { name: '所印增长率', indicator: '*Growth', isPrinted: true } as const;

/** 39.95 ÷ 36.77 − 1 = 8.65 %. On nothing, or on less, nothing grows. */
export const growth: Relation<'now' | 'before'> = {
  left: '*Growth',
  words: '同比增长 ＝ 本期 ÷ 上年同期 − 1',
  isInStatements: true,
  roles: { now, before },
  of: ({ now, before }) => less(quotient(now, before), 1),
};

/** Where the report prints the change and not the year before: −11.80 ÷ (475.22 + 11.80) = −2.42 %. */
export const growthFromChange: Relation<'now' | 'change'> = {
  left: '*Growth',
  words: '同比增长 ＝ 所印增减额 ÷（本期 − 所印增减额）',
  isInStatements: true,
  roles: { now, change: printedChange },
  of: ({ now, change }) => quotient(change, now - change),
};

/** Of both schemes together, where each prints its own growth only. */
export const growthOfBothSchemes: Relation<'employee' | 'employeeGrowth' | 'resident' | 'residentGrowth'> = {
  left: '*Growth',
  words: '同比增长 ＝ 由职工、居民各自的数和所印增长率反推上年之和',
  roles: {
    employee: { name: '职工', indicator: '*' },
    employeeGrowth: { name: '职工所印增长率', indicator: '*Growth', isPrinted: true },
    resident: { name: '居民', indicator: '*' },
    residentGrowth: { name: '居民所印增长率', indicator: '*Growth', isPrinted: true },
  },
  of: ({ employee, employeeGrowth, resident, residentGrowth }) => {
    const priors = [quotient(employee, 1 + employeeGrowth), quotient(resident, 1 + residentGrowth)];
    return priors.includes(null) ? null : less(quotient(employee + resident, (priors[0] ?? 0) + (priors[1] ?? 0)), 1);
  },
};

/** 35.88 − 30.89 = 4.99 亿元. */
export const change = linear({
  left: '*Change',
  words: '增减 ＝ 本期 − 上年同期',
  isInStatements: true,
  roles: { now: { ...now, coefficient: 1 }, before: { ...before, coefficient: -1 } },
});

/** Closer than {@link change} with a year before that follows from the same amount: 30.87 − 30.87 ÷ 1.0640 = 1.857. */
export const changeFromGrowth: Relation<'now' | 'growth'> = {
  left: '*Change',
  words: '增减 ＝ 本期 − 本期 ÷（1 ＋ 所印增长率）',
  roles: { now, growth: printedGrowth },
  of: ({ now, growth }) => {
    const prior = quotient(now, 1 + growth);
    return prior === null ? null : now - prior;
  },
};

/** 30.87 ÷ 1.0640 = 29.013 亿元. A fall by everything has no year before. */
export const priorFromGrowth: Relation<'now' | 'growth'> = {
  left: '*',
  words: '上年同期 ＝ 本期 ÷（1 ＋ 所印增长率）',
  roles: { now, growth: printedGrowth },
  of: ({ now, growth }) => quotient(now, 1 + growth),
};

/** 475.22 + 11.80 = 487.02 万元. */
export const priorFromChange = linear({
  left: '*',
  words: '上年同期 ＝ 本期 − 所印增减额',
  roles: { now: { ...now, coefficient: 1 }, change: { ...printedChange, coefficient: -1 } },
});

/** In points of the growth of both schemes together; theirs add up to it. */
export const contribution: Relation<'change' | 'prior'> = {
  left: '*Contribution',
  words: '贡献 ＝ 本险种增减额 ÷ 两项合计的上年同期数',
  roles: {
    change: { name: '本险种增减额', indicator: '*Change' },
    prior: { name: '两项合计的上年同期数', indicator: '*', period: 'yearAgo' },
  },
  of: ({ change, prior }) => quotient(change, prior),
};

/** 503 units of 116 at the start are 4.34 times as many. */
export const multipleOfStart: Relation<'now' | 'start'> = {
  left: '*Multiple',
  words: '倍数 ＝ 现在 ÷ 启动时',
  roles: { now: { name: '现在', indicator: '*' }, start: { name: '启动时', indicator: '*AtStart' } },
  of: ({ now, start }) => quotient(now, start),
};

/** Growth a year that leads from the first figure to the last: (121 ÷ 100)^(1 ÷ 2) − 1 = 10 %. */
export const compoundGrowth: Relation<'last' | 'first' | 'years'> = {
  left: '*CompoundGrowth',
  words: '年均复合增长 ＝（期末 ÷ 期初）^（1 ÷ 年数）− 1',
  roles: {
    last: { name: '期末', indicator: '*' },
    first: { name: '期初', indicator: '*' },
    years: { name: '年数', indicator: 'years' },
  },
  of: ({ last, first, years }) => {
    const [ratio, exponent] = [quotient(last, first), quotient(1, years)];
    return ratio === null || exponent === null ? null : ratio ** exponent - 1;
  },
};

function less(value: number | null, by: number): number | null {
  return value === null ? null : value - by;
}

/** The relations of this file, in the order of a report; of those that give one figure the nearest first. */
export const COMPARISONS: readonly Relation[] = [
  growth,
  growthFromChange,
  growthOfBothSchemes,
  change,
  changeFromGrowth,
  priorFromGrowth,
  priorFromChange,
  contribution,
  multipleOfStart,
  compoundGrowth,
];
