import { linear, quotient, type Relation } from './relation.js';

/** 35.88 ÷ 28.15 = 127.46 %. A budget of zero has no execution. */
export const execution: Relation<'actual' | 'budget'> = {
  left: '*Execution',
  words: '执行率 ＝ 执行数 ÷ 预算数',
  isInStatements: true,
  roles: {
    actual: { name: '执行数', indicator: '*' },
    budget: { name: '预算数', indicator: '*', basis: 'budget' },
  },
  of: ({ actual, budget }) => quotient(actual, budget),
};

/** 476 ÷ 480 = 99.17 %. */
export const completion: Relation<'actual' | 'target'> = {
  left: '*Execution',
  words: '完成率 ＝ 完成数 ÷ 目标数',
  isInStatements: true,
  roles: {
    actual: { name: '完成数', indicator: '*' },
    target: { name: '目标数', indicator: '*', basis: 'target' },
  },
  of: ({ actual, target }) => quotient(actual, target),
};

/** 476 − 480 = −4. */
export const targetGap = linear({
  left: '*Gap',
  words: '差距 ＝ 结果 − 目标',
  roles: {
    actual: { name: '结果', indicator: '*', coefficient: 1 },
    target: { name: '目标', indicator: '*', basis: 'target', coefficient: -1 },
  },
});

/** The target that a result and its printed completion imply: 39.33 ÷ 196.65 % = 20. */
export const impliedTarget: Relation<'actual' | 'completion'> = {
  left: '*',
  words: '目标 ＝ 结果 ÷ 完成率',
  roles: {
    actual: { name: '结果', indicator: '*' },
    completion: { name: '完成率', indicator: '*Execution', isPrinted: true },
  },
  of: ({ actual, completion }) => quotient(actual, completion),
};

/** Against the part of the year that has passed: 127.46 % − 100 % = 27.46 points. */
export const deviation = linear({
  left: '*Deviation',
  words: '偏离 ＝ 执行率 − 时间进度',
  roles: {
    execution: { name: '执行率', indicator: '*Execution', coefficient: 1 },
    elapsed: { name: '时间进度', indicator: 'elapsedTime', coefficient: -1 },
  },
});

/** 28.03 ÷ 56.56 = 49.56 %. Of nothing there are no shares. */
export const share: Relation<'part' | 'whole'> = {
  left: '*Share',
  words: '占比 ＝ 部分 ÷ 全部',
  roles: { part: { name: '部分', indicator: '*' }, whole: { name: '全部', indicator: '*', category: '' } },
  of: ({ part, whole }) => quotient(part, whole),
};

/** Share of some things counted of all, where each count is an indicator of its own. */
function countShare(left: string, part: string, whole: string): Relation<'part' | 'whole'> {
  return {
    left,
    words: '占比 ＝ 部分个数 ÷ 全部个数',
    isInStatements: true,
    roles: { part: { name: '部分个数', indicator: part }, whole: { name: '全部个数', indicator: whole } },
    of: share.of,
  };
}

/** Pools that spent more than they took in, among all. */
export const deficitPoolShare = countShare('deficitPoolShare', 'deficitPools', 'poolCount');
/** Pools that did not. */
export const surplusPoolShare = countShare('surplusPoolShare', 'surplusPools', 'poolCount');
/** Institutions paid by diagnosis-related groups, among those that can be. */
export const drgInstitutionShare = countShare('drgInstitutionShare', 'drgInstitutions', 'drgEligibleInstitutions');

/** Persons of a part of which a report prints only the share. */
export const personsOfShare: Relation<'share' | 'enrolment'> = {
  left: 'enrolment',
  words: '人数 ＝ 占比 × 参保人数',
  roles: { share: { name: '占比', indicator: 'enrolmentShare' }, enrolment: { name: '参保人数', category: '' } },
  of: ({ share, enrolment }) => share * enrolment,
};

/** Persons who are not of the closed funds of restructured enterprises. */
export const regularPersons = linear({
  left: 'enrolment',
  words: '正常参保人数 ＝ 参保人数 − 改制破产企业',
  roles: {
    enrolment: { name: '参保人数', category: '', coefficient: 1 },
    restructured: { name: '改制破产企业', indicator: 'enrolment', category: 'restructured', coefficient: -1 },
  },
});

/** For each person or visit: 260 万元 ÷ 5,744 = 452.65 元. */
export const perHead: Relation<'amount' | 'count'> = {
  left: 'amountPerHead',
  words: '人均 ＝ 金额 ÷ 人数',
  roles: { amount: { name: '金额' }, count: { name: '人数' } },
  of: ({ amount, count }) => quotient(amount, count),
};

/** How many active employees there are for one retired (national bulletin's definition of 在职退休比). */
export const activeRetiredRatio: Relation<'activeShare' | 'retiredShare'> = {
  left: 'activeRetiredRatio',
  words: '在职退休比 ＝ 在职占比 ÷ 退休占比',
  roles: { activeShare: { name: '在职占比' }, retiredShare: { name: '退休占比' } },
  of: ({ activeShare, retiredShare }) => quotient(activeShare, retiredShare),
};

/** The relations of this file, in the order of a report; of those that give one figure the nearest first. */
export const RATES: readonly Relation[] = [
  execution,
  completion,
  targetGap,
  impliedTarget,
  deviation,
  share,
  deficitPoolShare,
  surplusPoolShare,
  drgInstitutionShare,
  personsOfShare,
  regularPersons,
  perHead,
  activeRetiredRatio,
];
