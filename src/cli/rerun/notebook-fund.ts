import type { Fund } from '../../facts/fund.js';
import { keepRunFund } from '../../facts/run-fund.js';
import { type Carried, DOUBTS, Doubts } from '../../subjects/doubts/doubts.js';
import type { Trends } from './trends.js';

/** Keeps the fund for the notebooks of a run, with the doubts of all reports of its place, which all their tables need. */
export function keepForNotebooks(fund: Fund, { doubted }: Pick<Trends, 'doubted'>, file: string): void {
  const doubts = Doubts.of(doubted);
  const byPeriod: Carried = new Map(doubted.map(({ period }) => [period, doubts.all(period)]));
  keepRunFund(fund, file, { [DOUBTS]: byPeriod });
}
