import { quotient, type Relation } from './relation.js';

/** 6,734.97 ÷ 5,890.95 = 1.1432… months. A monthly expenditure of zero or less gives none. */
export const payableMonths: Relation<'availableBalance' | 'monthlyExpenditure'> = {
  left: 'payableMonths',
  words: '可支付月数 ＝ 实际结余 ÷ 月平均基金支出',
  isInStatements: true,
  roles: { availableBalance: { name: '实际结余' }, monthlyExpenditure: { name: '月平均基金支出' } },
  of: (numbers) => quotient(numbers.availableBalance, numbers.monthlyExpenditure),
};

/** Payables and prepaid contributions are not taken off: 28.03 ÷ 1.445 = 19.40 months. */
export const bookPayableMonths: Relation<'cumulativeBalance' | 'monthlyExpenditure'> = {
  left: 'bookPayableMonths',
  words: '账面结余可支付月数 ＝ 期末累计结余 ÷ 月平均基金支出',
  isInStatements: true,
  roles: { cumulativeBalance: { name: '期末累计结余' }, monthlyExpenditure: { name: '月平均基金支出' } },
  of: (numbers) => quotient(numbers.cumulativeBalance, numbers.monthlyExpenditure),
};

/** What printed months say of an expenditure that is not printed: 1,700 ÷ 18 = 94.44 a month. */
export const impliedMonthlyExpenditure: Relation<'balance' | 'months'> = {
  left: 'monthlyExpenditure',
  words: '意味的月支出 ＝ 结余 ÷ 所印月数',
  roles: {
    balance: { name: '结余', indicator: 'availableBalance' },
    months: { name: '所印月数', indicator: 'payableMonths', isPrinted: true },
  },
  of: ({ balance, months }) => quotient(balance, months),
};

/** How long a fund has been spending at a monthly rate: 2,798 ÷ 94.44 = 29.6 months. */
export const spendingMonths: Relation<'expenditure' | 'monthlyExpenditure'> = {
  left: 'spendingMonths',
  words: '已支付月数 ＝ 已支出 ÷ 月支出',
  roles: {
    expenditure: { name: '已支出', indicator: 'cumulativeExpenditure' },
    monthlyExpenditure: { name: '月支出' },
  },
  of: (numbers) => quotient(numbers.expenditure, numbers.monthlyExpenditure),
};

/** An average month of a flow of the year to date: 12 months a year, 3 a quarter. */
export const averageMonth: Relation<'flow' | 'months'> = {
  left: 'monthlyExpenditure',
  words: '月平均支出 ＝ 本年累计支出 ÷ 已过月数',
  roles: {
    flow: { name: '本年累计支出', indicator: 'expenditure' },
    months: { name: '已过月数', indicator: 'elapsedMonths' },
  },
  of: ({ flow, months }) => quotient(flow, months),
};

/** What is missing to reach a line: 3 × 5,890.95 − 6,734.97 = 10,937.88 万元. Below zero nothing is. */
export const shortfall: Relation<'line' | 'monthlyExpenditure' | 'availableBalance'> = {
  left: 'shortfall',
  words: '尚缺 ＝ 预警月数 × 月平均基金支出 − 实际结余',
  roles: {
    line: { name: '预警月数', indicator: 'warningLine' },
    monthlyExpenditure: { name: '月平均基金支出' },
    availableBalance: { name: '实际结余' },
  },
  of: (numbers) => numbers.line * numbers.monthlyExpenditure - numbers.availableBalance,
};

/** The relations of this file, in the order of a report; of those that give one figure the nearest first. */
export const MONTHS: readonly Relation[] = [
  payableMonths,
  bookPayableMonths,
  impliedMonthlyExpenditure,
  spendingMonths,
  averageMonth,
  shortfall,
];
