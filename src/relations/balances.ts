import { linear, quotient, type Relation } from './relation.js';

/** 12,634.00 − 5,899.03 − 0 = 6,734.97 万元. */
export const availableBalance = linear({
  left: 'availableBalance',
  words: '实际结余 ＝ 期末累计结余 − 应付未付款 − 一次性预缴款',
  isInStatements: true,
  roles: {
    cumulativeBalance: { name: '期末累计结余', coefficient: 1 },
    payables: { name: '应付未付款', coefficient: -1 },
    prepaid: { name: '一次性预缴款', coefficient: -1 },
  },
});

/** What a report leaves out between both balances where it does not print it: 32,438.99 − 25,953.53 = 6,485.46 万元. */
export const owed = linear({
  left: 'payables',
  words: '未付及预缴合计 ＝ 期末累计结余 − 实际结余',
  roles: {
    cumulativeBalance: { name: '期末累计结余', coefficient: 1 },
    availableBalance: { name: '实际结余', coefficient: -1 },
  },
});

/** {@link owed} the other way round, where a report prints in one sum what it leaves out: 28.03 − 0.75 = 27.28 亿元. */
export const availableOfOwed = linear({
  left: 'availableBalance',
  words: '实际结余 ＝ 期末累计结余 − 未付及预缴合计',
  roles: {
    cumulativeBalance: { name: '期末累计结余', isPrinted: true, coefficient: 1 },
    payables: { name: '未付及预缴合计', isPrinted: true, coefficient: -1 },
  },
});

/** 35.88 − 28.45 = 7.43 亿元. */
export const currentBalance = linear({
  left: 'currentBalance',
  words: '当期结余 ＝ 基金收入 − 基金支出',
  isInStatements: true,
  roles: { income: { name: '基金收入', coefficient: 1 }, expenditure: { name: '基金支出', coefficient: -1 } },
});

/** 36.77 + 39.95 − 36.16 = 40.56 亿元; flows count from the year's beginning. */
export const balanceRolledForward = linear({
  left: 'fundBalance',
  words: '基金累计结余 ＝ 上年末结余 ＋ 基金收入 − 基金支出',
  isInStatements: true,
  roles: {
    opening: { name: '上年末结余', indicator: 'fundBalance', period: 'lastYearEnd', coefficient: 1 },
    income: { name: '基金收入', coefficient: 1 },
    expenditure: { name: '基金支出', coefficient: -1 },
  },
});

/** {@link balanceRolledForward} where income and expenditure are not both there. */
export const balanceByCurrentBalance = linear({
  left: 'fundBalance',
  words: '基金累计结余 ＝ 上年末结余 ＋ 当期结余',
  isInStatements: true,
  roles: {
    opening: { name: '上年末结余', indicator: 'fundBalance', period: 'lastYearEnd', coefficient: 1 },
    currentBalance: { name: '当期结余', coefficient: 1 },
  },
});

/** The statements of the pools show the fund's balance, of the employee scheme that of its pooled part. */
export const poolsBalance = linear({
  left: 'cumulativeBalance',
  words: '期末累计结余 ＝ 基金累计结余',
  isInStatements: true,
  roles: { fundBalance: { name: '基金累计结余', coefficient: 1 } },
});

/** Since the start of a fund: 9,184 − 8,981 = 203. */
export const balanceSinceStart = linear({
  left: 'fundBalance',
  words: '滚存结余 ＝ 累计征收 − 累计支出',
  roles: {
    cumulativeLevy: { name: '累计征收', coefficient: 1 },
    cumulativeExpenditure: { name: '累计支出', coefficient: -1 },
  },
});

/** Of the pools that had a surplus and those that had none. */
export const netSurplus = linear({
  left: 'netSurplus',
  words: '净结余 ＝ 结余金额 − 超支金额',
  roles: { surplusAmount: { name: '结余金额', coefficient: 1 }, deficitAmount: { name: '超支金额', coefficient: -1 } },
});

/** 7.43 ÷ 35.88 = 20.71 %. An income of zero or less has no surplus rate. */
export const surplusRate: Relation<'currentBalance' | 'income'> = {
  left: 'surplusRate',
  words: '结余率 ＝ 当期结余 ÷ 基金收入',
  isInStatements: true,
  roles: { currentBalance: { name: '当期结余' }, income: { name: '基金收入' } },
  of: (numbers) => quotient(numbers.currentBalance, numbers.income),
};

/** {@link surplusRate} where the balance itself is not printed: closer, as the income stands on both sides of the ÷. */
export const surplusRateOfFlows: Relation<'income' | 'expenditure'> = {
  left: 'surplusRate',
  words: '结余率 ＝（基金收入 − 基金支出）÷ 基金收入',
  isInStatements: true,
  roles: { income: { name: '基金收入' }, expenditure: { name: '基金支出' } },
  of: ({ income, expenditure }) => quotient(income - expenditure, income),
};

/** The relations of this file, in the order of a report; of those that give one figure the nearest first. */
export const BALANCES: readonly Relation[] = [
  availableBalance,
  owed,
  availableOfOwed,
  currentBalance,
  balanceRolledForward,
  balanceByCurrentBalance,
  poolsBalance,
  balanceSinceStart,
  netSurplus,
  surplusRate,
  surplusRateOfFlows,
];
