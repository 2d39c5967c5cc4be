import { carryWithRunFund } from '../../facts/run-fund.js';
import { type Carried, DOUBTS, Doubts } from '../../subjects/doubts/doubts.js';
import type { Trends } from './trends.js';

/** Keeps the doubts of all reports of the place for the notebooks of a run, whose tables all need them. */
export function keepDoubts({ doubted }: Pick<Trends, 'doubted'>, file: string): void {
  const doubts = Doubts.of(doubted);
  const byPeriod: Carried = new Map(doubted.map(({ period }) => [period, doubts.all(period)]));
  carryWithRunFund(file, DOUBTS, byPeriod);
}
