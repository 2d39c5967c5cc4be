import { RELATIONS } from '../../src/relations/index.js';
import type { Relation, Role } from '../../src/relations/relation.js';
import * as totals from '../../src/relations/totals.js';

/** The table of `docs/relations.md`, made from the relations themselves. */
export function relationsPage(): string {
  const rows = RELATIONS.map(
    (relation) =>
      `| ${relation.words} | ${code(relation.left)} | ${rolesText(relation)} | ${relation.coefficients ? 'yes' : ''} | ${relation.isInStatements ? 'yes' : ''} |`,
  );
  const sums = Object.values(totals)
    .filter((total) => typeof total === 'object' && 'over' in total)
    .map(({ over, words }) => `| ${words} | ${over} |`);
  return `# Relations

Every formula of the field, stated once in \`src/relations/\`. From the one statement come the measure, the backtest's way to
a printed figure, and, where all its figures stand in the statements, the workbook's check and, where it is linear, the
repair's equation. This page is written by \`npx vitest run --project unit test/relations -u\`; a test keeps it in step.

\`*\` stands for any indicator: \`*Growth\` of \`income\` is \`incomeGrowth\`. A divisor that is not above zero gives no result.

| relation | gives | from | linear | held against statements |
|---|---|---|---|---|
${rows.join('\n')}

A whole is the sum of its parts, as far as its kind adds up (not ratios, months and amounts a person):

| sum | over |
|---|---|
${sums.join('\n')}
`;
}

function rolesText({ roles }: Relation): string {
  return Object.entries(roles)
    .map(([key, role]) => `${role.name} = ${code(role.indicator ?? key)}${marksOf(role)}`)
    .join('; ');
}

const PERIODS = { yearAgo: 'the year before', lastYearEnd: 'end of the year before' };

function marksOf({ basis, category, period, isPrinted }: Role): string {
  const marks = [
    basis,
    category === '' ? 'total' : category,
    period && PERIODS[period],
    isPrinted ? 'as the report derives it' : undefined,
  ].filter((mark) => mark !== undefined);
  return marks.length === 0 ? '' : ` (${marks.join(', ')})`;
}

const code = (name: string): string => `\`${name}\``;
