import { minus } from '../../domain/figure-text.js';
import { describeFinding, type Finding } from '../../facts/finding.js';
import type { Fund } from '../../facts/fund.js';
import type { TableView } from '../../show/tables/table-view.js';
import { checkFund } from './check-fund.js';
import { placeText } from './checked.js';

/** What the figures of a report are worth: one row a finding, errors first, then doubts, then notes. */
export function findingsTable(fund: Fund): TableView {
  const { findings, summary } = checkFund(fund);
  const rows = [...findings].sort((a, b) => rankOf(a) - rankOf(b)).map(rowOf);
  return {
    name: 'findings',
    title: '校验发现',
    columns: [
      { key: 'severity', label: '性质', kind: 'text', names: SEVERITY_NAMES },
      { key: 'indicatorName', display: 'figureName', label: '指标', kind: 'text' },
      { key: 'regionName', label: '统筹区', kind: 'text', csvOnly: true },
      { key: 'schemeName', label: '险种', kind: 'text', csvOnly: true },
      { key: 'periodName', label: '期间', kind: 'text', csvOnly: true },
      { key: 'printed', display: 'printedText', label: '报告所印', kind: 'text', sources: 'ref' },
      { key: 'rule', label: '发现', kind: 'text' },
      { key: 'source', display: 'place', label: '印在何处', kind: 'text' },
      { key: 'file', label: '文件', kind: 'text', csvOnly: true },
      { key: 'line', label: '行', kind: 'count', csvOnly: true },
    ],
    rows,
    empty: summary.replace(/。$/, ''),
    notes: [summary, ...NOTES],
  };
}

function rowOf(finding: Finding) {
  const { figure, severity, rule, file, line, value } = finding;
  const about = figure ?? { regionName: '', schemeName: '', indicatorName: '', periodName: '', printed: value };
  const printed = about.printed === '' && figure !== undefined ? BLANK : about.printed;
  const source = figure?.source ?? describeFinding({ ...finding, rule: '' }).slice(0, -1);
  const { regionName, schemeName, indicatorName, periodName } = about;
  const figureName = figure === undefined ? '' : `${periodName} ${regionName} ${schemeName} ${indicatorName}`;
  const place = figure === undefined ? source : placeText(source);
  return {
    ...about,
    figureName,
    printed,
    printedText: minus(printed),
    source,
    place,
    severity,
    rule,
    file,
    line,
    ref: `${file}#L${line}`,
  };
}

function rankOf({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity);
}

const BLANK = '空白';
const SEVERITIES: readonly Finding['severity'][] = ['error', 'doubt', 'note'];
const SEVERITY_NAMES: Record<Finding['severity'], string> = { error: '错误', doubt: '存疑', note: '提示' };

const NOTES = [
  '“存疑”是原件的数互相对不上、不可能或已经毁坏，照录未改；“提示”是收不抵支、透支，或有空白而无法核对，不是矛盾。合计和报告推算的数用来核对；只在报告没有印出所需的数时才作输入，是哪些情形见事实表。',
];
