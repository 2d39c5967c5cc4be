import type { OutpatientPolicy } from '../../facts/outpatient-pooling.js';
import type { Cell, TableView } from '../../show/tables/table-view.js';
import { reimburseOutpatientYear } from './reimburse-outpatient-year.js';

/** The outpatient pooling policy as it is applied: from `readOutpatientPooling`. */
export function outpatientPolicyTable(policy: readonly OutpatientPolicy[]): TableView {
  return {
    name: 'outpatient-pooling',
    title: '职工医保普通门诊统筹的支付标准',
    columns: [
      { key: 'levelName', label: '医疗机构', kind: 'text' },
      { key: 'deductible', label: '起付标准', kind: 'yuan' },
      { key: 'ratio', label: '支付比例', kind: 'share' },
      { key: 'yearDeductible', label: '年内起付累计至多', kind: 'yuan' },
      { key: 'capActive', label: '年度限额：在职', kind: 'yuan' },
      { key: 'capRetired', label: '年度限额：退休', kind: 'yuan' },
      { key: 'validFrom', label: '自', kind: 'text' },
      { key: 'source', label: '来源', kind: 'text' },
    ],
    rows: policy.map((terms) => ({ ...terms })),
    notes: ['各级起付标准如何计入年度累计，原文没有写明；计算时每次就诊都扣本级起付标准，扣满年度累计为止。'],
  };
}

/**
 * What the fund pays an active and a retired employee for a single visit of the year, by level of institution.
 *
 * @param yuan expenses within the policy's scope, in yuan
 */
export function outpatientVisitTable(policy: readonly OutpatientPolicy[], yuan: readonly number[]): TableView {
  const rows = policy.flatMap((terms) =>
    yuan.map((amount) => {
      const eligible = Math.round(amount * FEN_PER_YUAN);
      const visit = { date: `${terms.validFrom}-01`, level: terms.level, eligible };
      const pay = (status: 'active' | 'retired'): Cell =>
        reimburseOutpatientYear([visit], policy, { status }).get('fundPayment', 0) as Cell;
      return { levelName: terms.levelName, eligible, active: pay('active'), retired: pay('retired') };
    }),
  );
  return {
    name: 'outpatient-visit',
    title: '职工医保普通门诊统筹：年内第一次就诊，统筹基金支付多少',
    columns: [
      { key: 'levelName', label: '医疗机构', kind: 'text' },
      { key: 'eligible', label: '政策范围内费用', kind: 'yuan' },
      { key: 'active', label: '基金支付：在职', kind: 'yuan' },
      { key: 'retired', label: '基金支付：退休', kind: 'yuan' },
    ],
    rows,
    notes: [
      '支付 ＝（费用 − 起付标准）× 支付比例，四舍五入到分，不超过年度限额；同年以后各次按累计的起付和支付接着算。',
    ],
  };
}

const FEN_PER_YUAN = 100;
