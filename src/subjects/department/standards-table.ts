import { escape } from 'arquero';
import { nameOfIndicator } from '../../domain/indicator.js';
import { InputError } from '../../domain/input-error.js';
import type { Fact } from '../../facts/fact.js';
import type { Fund } from '../../facts/fund.js';
import { ITEM, SCHEME } from '../../show/tables/columns.js';
import type { Row, TableView } from '../../show/tables/table-view.js';
import { deriveGrowth } from '../series/derive-growth.js';

const STANDARDS = ['contributionBase', 'contributionStandard', 'subsidyStandard'];

/**
 * What is paid per head: contribution base, contribution and subsidy of the period against the year before. Throws
 * InputError when the report gives none of them.
 */
export function standardsTable(fund: Pick<Fund, 'facts' | 'period' | 'reference'>): TableView {
  const title = '缴费基数、缴费标准与财政补助标准';
  const standards = fund.facts.filter(escape((fact: Fact) => STANDARDS.includes(fact.indicator))).reify();
  const own = (standards.numRows() === 0 ? [] : deriveGrowth(standards).objects()) as Row[];
  const rows = own.filter((row) => row.period === fund.period);
  if (rows.length === 0) throw new InputError(`未知：没有${title}的数据`);
  return {
    name: 'standards',
    title,
    columns: [
      ITEM,
      SCHEME,
      { key: 'quantity', label: '本期', kind: 'yuan', sources: 'ref' },
      { key: 'unit', label: '所印单位', kind: 'text' },
      { key: 'yearAgoQuantity', label: '上年同期', kind: 'yuan', sources: 'yearAgoRef' },
      { key: 'change', label: '增减', kind: 'yuan' },
      { key: 'growth', label: '同比增长', kind: 'growth' },
    ],
    rows: rows.map((row) => ({
      ...row,
      indicatorName: nameOfIndicator(fund.reference.indicators, String(row.indicator)),
    })),
    notes: ['缴费基数按每人每月，缴费和补助标准按每人每年。报告别处另印的标准，见回测。'],
  };
}
