import { minus } from '../../domain/figure-text.js';
import { groupBy } from '../../domain/group-by.js';
import { nameOfIndicator } from '../../domain/indicator.js';
import { periodLabel } from '../../domain/period.js';
import type { Fact } from '../../facts/fact.js';
import type { Fund } from '../../facts/fund.js';
import { INDICATOR, SCHEME } from '../../show/tables/columns.js';
import type { TableView } from '../../show/tables/table-view.js';

/** What data there is: one row an indicator of a scheme. */
export function overviewTable(fund: Fund): TableView {
  const groups = groupBy(fund.facts.objects() as Fact[], ({ scheme, indicator }) => `${scheme}|${indicator}`);
  const rows = [...groups.values()].map((facts) => {
    const [first] = facts as [Fact];
    const periods = [...new Set(facts.map((fact) => fact.period))].sort();
    const [earliest = '', latest = ''] = [periods[0], periods.at(-1)];
    const count = (state: Fact['state']): number => facts.filter((fact) => fact.state === state).length;
    return {
      scheme: first.scheme,
      indicator: first.indicator,
      indicatorName: nameOfIndicator(fund.reference.indicators, first.indicator),
      regions: new Set(facts.map((fact) => fact.region)).size,
      periods: periods.length > 1 ? `${earliest}–${latest}` : earliest,
      periodsText: periods.length > 1 ? `${periodLabel(earliest)}–${periodLabel(latest)}` : periodLabel(earliest),
      values: count('value'),
      none: count('none'),
      unknown: count('unknown'),
      ref: first.ref,
    };
  });
  return {
    name: 'data-overview',
    title: '本期有哪些数据',
    columns: [
      SCHEME,
      INDICATOR,
      { key: 'regions', label: '统筹区', kind: 'count', unit: '个' },
      { key: 'periods', display: 'periodsText', label: '期间', kind: 'text' },
      { key: 'values', label: '有数', kind: 'count', unit: '项', sources: 'ref' },
      { key: 'none', label: '印为“-”（无）', kind: 'count', unit: '项' },
      { key: 'unknown', label: '空白（未知）', kind: 'count', unit: '项' },
    ],
    rows,
    notes: ['空白与“-”不同：空白是未知，“-”是没有。需要未知数的结果也是未知，不按 0 计算。'],
  };
}

/** Corrections in force: one row each, with the reason. */
export function correctionsTable(fund: Fund): TableView {
  return {
    name: 'corrections',
    title: '更正',
    columns: [
      { key: 'corrects', display: 'correctsText', label: '被更正的行', kind: 'text', sources: 'ref' },
      { key: 'kind', label: '性质', kind: 'text', names: KIND_NAMES },
      { key: 'printed', display: 'printedText', label: '更正为', kind: 'text' },
      { key: 'reason', label: '理由', kind: 'text' },
      { key: 'source', label: '依据', kind: 'text' },
    ],
    rows: fund.corrections.map((correction) => ({
      ...correction,
      printedText: minus(correction.printed),
      correctsText: correction.corrects.replace(/^.*\/([^/]+)#L(\d+)$/, '$1 第 $2 行'),
    })),
    empty: '本期没有更正，全部照原件录入',
    notes: ['原始数据从不改动；更正是另加的一行，写明更正哪一行和为什么。还原：原文在转换中损坏，由算术证明原数。'],
  };
}

/** Documents from which the figures were transcribed. */
export function documentsTable(fund: Fund): TableView {
  return {
    name: 'documents',
    title: '数据来自哪些文件',
    columns: [
      { key: 'id', label: '编号', kind: 'text' },
      { key: 'title', label: '文件', kind: 'text' },
      { key: 'issuer', label: '发文单位', kind: 'text' },
      { key: 'date', label: '日期', kind: 'text' },
      { key: 'note', label: '说明', kind: 'text' },
    ],
    rows: fund.documents.map((document) => ({ ...document })),
    notes: [],
  };
}

const KIND_NAMES = { correction: '更正', restored: '还原' };
