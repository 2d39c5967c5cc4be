import type { IntakeFinding } from '../intake-finding.js';
import type { FigureIndex } from './figure-index.js';
import { figureName } from './figure-words.js';
import { agrees, repeatsIn } from './repeated-figures.js';

/**
 * The same figure in two cells. Equal within the printed precision, in two tables: a note, as statements repeat figures.
 * Different: an error when both are facts, as only one can be stored, else a doubt. Within one table a repeated row is
 * an error even when it is equal, because one of the two has the wrong name; blank repeats say nothing.
 */
export function checkDuplicates(index: FigureIndex): IntakeFinding[] {
  return repeatsIn(index).flatMap((repeat) => {
    const { first, again } = repeat;
    if (first.state === 'unknown' && again.state === 'unknown') return [];
    const sameTable = first.table === again.table;
    const equal = agrees(repeat);
    const bothFacts = first.role === 'fact' && again.role === 'fact';
    const where = `${first.sheet}!${first.cell}“${first.printed}”`;
    const what = `${figureName(again, index)}与 ${where} ${equal ? '重复' : '是同一个数，应当相等'}`;
    const row = sameTable ? '，同一张表里不应出现两次（同一统筹区、险种、指标、分项、期间）' : '';
    const finding: IntakeFinding = {
      severity: sameTable || (!equal && bothFacts) ? 'error' : equal ? 'note' : 'doubt',
      rule: 'duplicate',
      sheet: again.sheet,
      cell: again.cell,
      value: again.printed,
      message: `${what}${row}${equal && !sameTable ? '，只存一个' : ''}`,
      hint: '',
    };
    return [finding];
  });
}
