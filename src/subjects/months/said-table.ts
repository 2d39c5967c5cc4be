import type { ColumnTable } from 'arquero';
import { AGREEMENT_NAMES } from '../../domain/agreement.js';
import { InputError } from '../../domain/input-error.js';
import { agreement, SCHEME } from '../../show/tables/columns.js';
import type { TableView } from '../../show/tables/table-view.js';
import type { CheckedStatement } from './derive-statements.js';
import { BALANCE_NAMES, saidText } from './statement-words.js';

/**
 * What the report's own sentences say of its pools, ours beside it: from the result of `deriveStatements`. Throws InputError
 * where there are none.
 */
export function saidTable(statements: ColumnTable): TableView {
  const rows = statements.objects() as CheckedStatement[];
  if (rows.length === 0) throw new InputError('未知：没有报告正文对统筹区的说法（statements.csv）');
  return {
    name: 'said-about-pools',
    title: '报告正文对各统筹区的说法，与月数并列',
    columns: [
      { key: 'regionName', display: 'who', label: '统筹区', kind: 'text' },
      SCHEME,
      { key: 'said', label: '报告称', kind: 'text', sources: 'ref' },
      { key: 'definition', label: '口径', kind: 'text' },
      { key: 'ours', label: '表中月数或个数', kind: 'text', sources: 'oursRefs' },
      agreement('verdict', '结论'),
      { key: 'reason', label: '说明', kind: 'text' },
      { key: 'contradicts', label: '同一报告另有矛盾的说法', kind: 'text' },
      { key: 'quote', label: '原文', kind: 'text' },
    ],
    rows: rows.map((row) => ({
      ...row,
      who: WHO[row.about] ?? row.regionName,
      said: saidText(row),
      definition: BALANCE_NAMES[row.indicator] ?? '',
    })),
    notes: [
      '原文照录，不更正。报告只印取整月数的，3 可能是 2.5 至不足 4：落在界线两边的，无法判定。',
      `“${AGREEMENT_NAMES['not checkable']}”的，说明里写明缺什么。写“低于”“高于”的不含界线，写“3-9”的含两端。`,
    ],
  };
}

const WHO: Record<string, string> = { none: '各统筹区', others: '其他各地' };
