import { groupBy } from '../../domain/group-by.js';
import { schemeName } from '../../domain/scheme.js';
import type { Statement } from '../../facts/statement.js';
import { type CheckedStatement, deriveStatements } from '../months/derive-statements.js';
import { warningLine } from '../months/rule.js';
import { conflictsOf } from '../months/statement-conflicts.js';
import { lineOf, saidText } from '../months/statement-words.js';
import { listed, type SentenceRule } from './sentence.js';

/**
 * What the report's own sentences say of its pools and its figures do not bear out: pools that it puts below the warning line
 * though their months do not surely lie there, and what differs.
 */
export const saidOtherwise: SentenceRule = ({ fund, rule }) => {
  if (rule === null || fund.statements.length === 0) return null;
  const line = warningLine(rule);
  const isBelow = ({ about, low, high }: CheckedStatement): boolean =>
    about === 'region' && low === null && high !== null && high <= line;
  const all = deriveStatements(fund).objects() as CheckedStatement[];
  const told = all.filter(
    (row) => row.verdict === 'differs' || (isBelow(row) && row.verdict !== 'agrees' && row.ours !== ''),
  );
  if (told.length === 0) return null;
  // What one sentence says of several pools is told once, the warning line first.
  const groups = [...groupBy(told, (row) => [row.source, row.scheme, row.about, saidText(row)].join('|')).values()];
  const ordered = [...groups.filter(([row]) => row && isBelow(row)), ...groups.filter(([row]) => row && !isBelow(row))];
  return {
    topic: '报告自称',
    text: `${ordered
      .slice(0, MOST_TOLD)
      .map((group) => groupText(group, fund.statements))
      .join('；')}。`,
    table: 'said-about-pools',
    refs: told.map(({ ref }) => ref).join(';'),
  };
};

const MOST_TOLD = 2;

/** What one sentence of the report says of some pools, what its months are, and what another sentence says. */
function groupText(group: readonly CheckedStatement[], all: readonly Statement[]): string {
  const [first] = group;
  if (first === undefined) return '';
  const { about, ours } = first;
  const who = about === 'region' ? group.map(({ regionName }) => regionName).join('、') : WHO[about];
  const said = `报告${lineOf(first)}称${who}${schemeName(first.scheme)}${saidText(first)}`;
  return about === 'region' ? `${said}，${monthsText(group)}${againstText(group, all)}` : `${said}，月数却有 ${ours}`;
}

const WHO = { none: '', others: '其他各地' } as const;
const PRINTED = '（印）';

function monthsText(group: readonly CheckedStatement[]): string {
  const months = (rows: readonly CheckedStatement[]): string =>
    rows.map(({ ours }) => `${ours.replace(PRINTED, '')} 个月`).join('、');
  return `${group.every(({ ours }) => ours.endsWith(PRINTED)) ? '其表中却印' : '按其数却是'} ${months(group)}`;
}

/** `，第 204 行又称没有低于 3 个月的`: the broadest of what the report says against itself. */
function againstText(group: readonly CheckedStatement[], all: readonly Statement[]): string {
  const against = group.flatMap((row) => conflictsOf(row, all));
  const none = against.filter(({ about }) => about === 'none');
  const told = [
    ...new Set((none.length > 0 ? none : against).map((other) => `${lineOf(other)}又称${saidText(other)}`)),
  ];
  return told.length === 0 ? '' : `，${listed(told)}`;
}
