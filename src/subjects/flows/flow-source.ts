import type { Fund } from '../../facts/fund.js';
import type { FigureSource } from '../../facts/fund-figures.js';

/** What of a fund the measures of flows need. */
export type FlowSource = FigureSource & Pick<Fund, 'previousFacts' | 'published' | 'reference'>;
