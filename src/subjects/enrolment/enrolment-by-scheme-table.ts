import type { ColumnTable } from 'arquero';
import { AGREEMENT_NAMES, type Agreement } from '../../domain/agreement.js';
import { schemeName } from '../../domain/scheme.js';
import { share } from '../../relations/rates.js';
import { rightSideOf, valueOf } from '../../relations/relation.js';
import { persons } from '../../show/tables/columns.js';
import { figureText, UNKNOWN } from '../../show/tables/format.js';
import { type Row, rowsOf, type TableView } from '../../show/tables/table-view.js';

/** Enrolment by scheme with shares, the sum beside the printed one: from the result of `deriveSchemeShares`. */
export function enrolmentBySchemeTable(shares: ColumnTable): TableView {
  const rows = rowsOf(shares).map((row) => ({ ...row, schemeName: schemeName(String(row.scheme)) }));
  const first = shares.object() as Row | undefined;
  const sum = first?.sum as number | null | undefined;
  const sums: Row[] = [{ schemeName: '合计', quantity: sum, share: valueOf(share, { part: sum, whole: sum }) }];
  if (typeof first?.printedSum === 'number') {
    sums.push({ schemeName: '报告所印合计', quantity: first.printedSum, ref: first.printedSumRef });
  }
  const agreement = AGREEMENT_NAMES[first?.agreement as Agreement] ?? UNKNOWN;
  return {
    name: 'enrolment-by-scheme',
    title: '按险种的参保人数',
    columns: [
      { key: 'scheme', display: 'schemeName', label: '险种', kind: 'text' },
      persons('quantity', '参保人数', 'ref'),
      { key: 'share', display: 'shareText', label: '占比', kind: 'share' },
    ],
    rows: [...rows, ...sums].map((row: Row) => ({
      ...row,
      shareText: row.share === undefined ? '' : figureText({ kind: 'share' }, row.share),
    })),
    notes: [`占比 ＝ ${SHARE}；有一个险种未知时占比未知。两险种之和与所印合计：${agreement}。`],
  };
}

const SHARE = rightSideOf(share, { part: '本险种', whole: '两险种之和' });
