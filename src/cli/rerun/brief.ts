import type { Fund } from '../../facts/fund.js';
import type { TableView } from '../../show/tables/table-view.js';
import { backtestOf } from '../../subjects/backtest/derive-backtest.js';
import { deriveKeyFigures } from '../../subjects/brief/derive-key-figures.js';
import { deriveSentences } from '../../subjects/brief/derive-sentences.js';
import { keyFiguresTable } from '../../subjects/brief/key-figures-table.js';
import { otherFiguresTable } from '../../subjects/brief/other-figures.js';
import type { Sentence, Situation } from '../../subjects/brief/sentence.js';
import { checkFund } from '../../subjects/findings/check-fund.js';
import { gradeRegions } from '../../subjects/months/grade-regions.js';
import { rollUpPools } from '../../subjects/months/roll-up-pools.js';
import type { Rule } from '../../subjects/months/rule.js';

/** What the first page of a period says before its charts. */
export interface Brief {
  situation: Situation;
  keyFigures: TableView;
  otherFigures: TableView;
  sentences: Sentence[];
}

/** Works out what the first page says. A fund without pools has no grades. */
export function openBrief(fund: Fund, rule: Rule | null): Brief {
  const backtest = backtestOf(fund);
  const warnings = rule === null || rollUpPools(fund).numRows() === 0 ? null : gradeRegions(fund, rule.code);
  const situation = { fund, rule, warnings, backtest, findings: checkFund(fund).findings };
  return {
    situation,
    keyFigures: keyFiguresTable(deriveKeyFigures(fund, backtest)),
    otherFigures: otherFiguresTable(fund),
    sentences: deriveSentences(situation),
  };
}
