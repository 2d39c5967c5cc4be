import { minus } from '../../domain/figure-text.js';
import type { Finding } from '../../facts/finding.js';
import type { BacktestRow } from '../backtest/derive-backtest.js';
import type { SentenceRule } from './sentence.js';

/**
 * Figures that cannot be, are lost, or miss what they are made of: how many, and the first of them, with what speaks against
 * each. What the report derives and does not bear out has a sentence of its own.
 */
export const doubtedFigures: SentenceRule = ({ fund, backtest, findings }) => {
  const told = new Set(
    (backtest.objects() as BacktestRow[]).filter(({ verdict }) => verdict === 'differs').map(({ ref }) => ref),
  );
  const doubts = findings.filter(
    (finding) => finding.severity === 'doubt' && finding.figure !== undefined && !told.has(refOf(finding)),
  );
  if (doubts.length === 0) return null;
  const also = told.size > 0 ? '另' : '报告';
  const named = doubts.slice(0, NAMED).map((finding) => doubtText(finding, fund.place.name));
  return {
    topic: '存疑',
    text: `${also}有 ${doubts.length} 个数存疑：${named.join('；')}${doubts.length > NAMED ? ' 等' : ''}。`,
    table: 'findings',
    refs: doubts.map(refOf).join(';'),
  };
};

const NAMED = 3;
/** Names of the whole place beside its own. */
const WHOLE = '全市';

/** `部门预算项目支出印 4987.76万元，所列 5 项之和为 4,927.82万元，比合计少 59.94万元`: the rule without what it lists and explains. */
function doubtText({ figure, rule }: Finding, place: string): string {
  if (figure === undefined) return '';
  const { regionName, schemeName, indicatorName, printed } = figure;
  const region = regionName === place || regionName === WHOLE ? '' : regionName;
  const scheme = indicatorName.startsWith(schemeName) ? '' : schemeName;
  return `${region}${scheme}${indicatorName}印 ${minus(printed)}，${rule.split(/[：；。]/)[0] ?? ''}`;
}

function refOf({ file, line }: Finding): string {
  return `${file}#L${line}`;
}
