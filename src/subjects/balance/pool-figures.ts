import type { ChartRow } from '../../show/charts/chart-rows.js';
import { SERIES } from '../../show/charts/theme.js';
import { WAN_YUAN } from '../../show/charts/unit.js';

/** Columns that the chart reads: words, and balances in fen. */
export const TEXTS = ['regionName', 'scheme', 'doubt'] as const;
export const NUMBERS = ['cumulativeBalance', 'payables', 'prepaid', 'availableBalance'] as const;

/** A pool's balances in fen as the chart reads them. */
export type Pool = ChartRow<(typeof TEXTS)[number], (typeof NUMBERS)[number]>;

/** A part of a stacked bar. */
export interface Part {
  key: 'available' | 'payables' | 'prepaid' | 'implied';
  name: string;
  colour: string;
  /** Plotly pattern, so that what is inferred differs by more than colour; empty for none. */
  pattern: string;
}

/** The parts of a bar from the left. */
export const PARTS: readonly Part[] = [
  { key: 'available', name: '实际结余', colour: SERIES.main, pattern: '' },
  { key: 'payables', name: '应付未付款', colour: SERIES.second, pattern: '' },
  { key: 'prepaid', name: '一次性预缴款', colour: SERIES.line, pattern: '' },
  { key: 'implied', name: '未付及预缴合计（推算）', colour: SERIES.second, pattern: '/' },
];

/** A pool with the parts of its bar in fen; null is not drawn. */
export interface PoolFigures extends Pool {
  parts: Record<Part['key'], number | null>;
  /** Left and right end of the bar in 万元. */
  start: number;
  end: number;
  /** Length of the bar in fen; 0 when nothing is known. */
  extent: number;
  label: string;
  /** What is missing: the available balance, what is owed, or both figures contradict each other. */
  gap: '' | 'available' | 'owed' | 'contradiction';
}

/** Chooses what of a pool's figures is drawn. Only the implied part is a difference: cumulative − available. */
export function poolFigures(pool: Pool): PoolFigures {
  const { cumulativeBalance, availableBalance: available, payables, prepaid } = pool;
  if (available === null) return { ...pool, ...NOTHING };
  const reported = payables !== null && prepaid !== null;
  const rest = reported || cumulativeBalance === null ? null : cumulativeBalance - available;
  const implied = rest !== null && rest >= 0 ? rest : null;
  const parts = { available, payables: reported ? payables : null, prepaid: reported ? prepaid : null, implied };
  const values = Object.values(parts).filter((value) => value !== null);
  const sum = (chosen: number[]): number => chosen.reduce((total, value) => total + value, 0);
  const end = sum(values.filter((value) => value > 0));
  const start = sum(values.filter((value) => value < 0));
  const gap = gapOf(reported, rest);
  return {
    ...pool,
    parts,
    start: WAN_YUAN.value(start),
    end: WAN_YUAN.value(end),
    extent: end - start,
    label: `${labelOf(parts, gap)}${pool.doubt === '' ? '' : '（疑）'}`,
    gap,
  };
}

const NOTHING = {
  parts: { available: null, payables: null, prepaid: null, implied: null },
  start: 0,
  end: 0,
  extent: 0,
  label: '未知',
  gap: 'available' as const,
};

function gapOf(reported: boolean, rest: number | null): PoolFigures['gap'] {
  if (reported || (rest !== null && rest >= 0)) return '';
  return rest === null ? 'owed' : 'contradiction';
}

const GAP_TEXTS = { '': [], available: [], owed: ['应付未知'], contradiction: ['大于累计结余'] };

function labelOf({ available, payables, prepaid, implied }: PoolFigures['parts'], gap: PoolFigures['gap']): string {
  const part = (name: string, value: number | null): string[] => (value ? [`${name} ${WAN_YUAN.text(value)}`] : []);
  const owed = [...part('应付', payables), ...part('预缴', prepaid), ...part('推算未付及预缴', implied)];
  return [`结余 ${WAN_YUAN.text(available ?? 0)}`, ...owed, ...GAP_TEXTS[gap]].join('，');
}
