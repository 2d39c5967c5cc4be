import { groupDigits, minus } from '../../domain/figure-text.js';
import { SCHEME_NAMES, schemeName } from '../../domain/scheme.js';
import type { Fund } from '../../facts/fund.js';
import { FundFigures } from '../../facts/fund-figures.js';
import { restoredRefs } from '../../facts/restored.js';
import type { TableView } from '../../show/tables/table-view.js';
import { deriveYearAgo } from '../flows/derive-year-ago.js';
import type { YearAgoFlow } from '../flows/year-ago-flow.js';
import { growthOf, growthText } from './growth-text.js';

/** So many figures a reader takes in at once. */
const MOST = 12;
/** What a page of a fund can begin with: money and people, not counts of meetings. */
const TOLD = ['amount', 'person'];

/**
 * What a report gives that has no income, expenditure, balances and months of the fund: its totals of money and people as
 * printed, in the order of the schemes and of the glossary, each against the year before.
 */
export function otherFiguresTable(fund: Fund): TableView {
  const figures = FundFigures.of(fund);
  const restored = restoredRefs(fund);
  const codes = fund.reference.indicators.filter(({ unitKind }) => TOLD.includes(unitKind)).map(({ code }) => code);
  const flows = deriveYearAgo(fund, codes).objects() as YearAgoFlow[];
  return {
    name: 'other-key-figures',
    title: '报告给出的主要数',
    columns: [
      { key: 'indicator', display: 'name', label: '指标', kind: 'text' },
      { key: 'quantity', display: 'text', label: '本期', kind: 'ratio', sources: 'ref' },
      { key: 'growth', display: 'changeText', label: '比上年同期', kind: 'text', sources: 'yearAgoRefs' },
    ],
    rows: flows
      .filter(({ quantity, ref }) => quantity !== null && ref !== '')
      .sort((a, b) => orderOf(a.scheme) - orderOf(b.scheme))
      .slice(0, MOST)
      .map((flow) => {
        const { scheme, indicator, indicatorName } = flow;
        const { printed = '', unit = '' } = figures.own({ scheme, indicator }) ?? {};
        const name = `${schemeName(scheme)}${indicatorName}`;
        const mark = restored.has(flow.ref) ? '（还原）' : '';
        return {
          ...flow,
          name,
          text: `${minus(groupDigits(printed.replaceAll(',', '')))} ${unit}${mark}`,
          changeText: growthText(growthOf(flow)),
        };
      }),
    notes: [],
  };
}

function orderOf(scheme: string): number {
  return Object.keys(SCHEME_NAMES).indexOf(scheme);
}
