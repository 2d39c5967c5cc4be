import { from } from 'arquero';
import { describe, expect, it } from 'vitest';
import { availableBalanceAgainstPayables } from '../../../src/subjects/balance/available-balance-against-payables.js';
import { axisOf, axisTitle, textsOf } from '../../fixtures/chart-reading.js';

type Wan = number | null;
const fen = (wan: Wan): Wan => (wan === null ? null : wan * 1_000_000);

/** Balances in 万元: cumulative, payables, prepaid, available. */
const pool = (
  regionName: string,
  cumulative: Wan,
  payables: Wan,
  prepaid: Wan,
  available: Wan,
  scheme = 'employee',
) => ({
  regionName,
  scheme,
  doubt: '',
  cumulativeBalance: fen(cumulative),
  payables: fen(payables),
  prepaid: fen(prepaid),
  availableBalance: fen(available),
});

const POOLS = [
  pool('攸县', 1466, 0, 0, 1466),
  pool('茶陵县', 3772, 320, 0, 3452),
  pool('市本级', 183647, 0, 0, 183647),
  pool('渌口区', 8837, 30, 7, 8800),
];

const values = (chart: ReturnType<typeof availableBalanceAgainstPayables>, name: string) =>
  chart.data.filter((trace) => trace.name === name).map((trace) => trace.x);

describe('availableBalanceAgainstPayables', () => {
  it('says of a pool that its figures are doubted', () => {
    const doubted = POOLS.map((row) => (row.regionName === '攸县' ? { ...row, doubt: '报告印 2 个月' } : row));
    const texts = textsOf(availableBalanceAgainstPayables(from(doubted)));
    expect(texts).toContain('结余 1,466（疑）');
    expect(texts.join('')).toContain('（疑）：所依据的数存疑，见定级表。');
  });

  it('stacks available balance, payables and prepaid in 万元, the largest pool on top', () => {
    const chart = availableBalanceAgainstPayables(from(POOLS.filter((row) => row.regionName !== '市本级')));
    expect(chart.name).toBe('available-balance-and-payables');
    expect(axisOf(chart, 'yaxis').ticktext).toEqual(['渌口区', '茶陵县', '攸县']);
    expect(values(chart, '实际结余')).toEqual([[8800, 3452, 1466]]);
    expect(values(chart, '应付未付款')).toEqual([[30, 320, 0]]);
    expect(values(chart, '一次性预缴款')).toEqual([[7, 0, 0]]);
    expect(axisTitle(chart, 'xaxis')).toBe('金额（万元）');
    expect(textsOf(chart)).toEqual(
      expect.arrayContaining(['结余 8,800，应付 30，预缴 7', '结余 3,452，应付 320', '结余 1,466']),
    );
  });

  it('gives a pool that dwarfs the others a panel with its own scale, and says so', () => {
    const chart = availableBalanceAgainstPayables(from(POOLS));
    expect(axisOf(chart, 'yaxis').ticktext).toEqual(['市本级']);
    expect(axisOf(chart, 'yaxis2').ticktext).toEqual(['渌口区', '茶陵县', '攸县']);
    expect((axisOf(chart, 'xaxis2').range as number[])[1]).toBeLessThan(2 * 8837);
    expect(textsOf(chart)).toEqual(
      expect.arrayContaining(['<b>职工医保（规模大，刻度另计）</b>', '<b>职工医保（其余统筹区，刻度放大）</b>']),
    );
  });

  it('infers what is owed from cumulative and available balance where the parts are not reported, and hatches it', () => {
    const chart = availableBalanceAgainstPayables(from([pool('茶陵县', 32439, null, null, 25954, 'resident')]));
    expect(values(chart, '未付及预缴合计（推算）')).toEqual([[6485]]);
    expect(chart.data.at(-1)?.marker).toMatchObject({ pattern: { shape: '/' } });
    expect(textsOf(chart)).toContain('结余 25,954，推算未付及预缴 6,485');
  });

  it('says which pools lack what, and draws none of it as zero', () => {
    const rows = [
      pool('茶陵县', null, null, null, 2035),
      pool('炎陵县', null, null, null, null),
      pool('矛盾县', 100, null, null, 900),
      pool('攸县', 1000, 100, 0, 900, 'resident'),
    ];
    const chart = availableBalanceAgainstPayables(from(rows));
    expect(values(chart, '实际结余')).toEqual([[2035, 900, null], [900]]);
    expect(values(chart, '应付未付款')).toEqual([[null, null, null], [100]]);
    expect(textsOf(chart)).toEqual(expect.arrayContaining(['结余 2,035，应付未知', '结余 900，大于累计结余', '未知']));
    const notes = textsOf(chart)[0];
    expect(notes).toContain('只有实际结余，应付未付款未知：职工医保 茶陵县。');
    expect(notes).toContain('实际结余大于累计结余，无法推算应付未付款：职工医保 矛盾县。');
    expect(notes).toContain('实际结余未知：职工医保 炎陵县。');
  });

  it('draws an overdrawn balance left of zero and the payables right of it', () => {
    const chart = availableBalanceAgainstPayables(from([pool('攸县', 400, 900, 0, -500)]));
    expect(chart.layout.barmode).toBe('relative');
    expect([values(chart, '实际结余'), values(chart, '应付未付款')]).toEqual([[[-500]], [[900]]]);
    const [low = 0, high = 0] = axisOf(chart, 'xaxis').range as number[];
    expect(low).toBeLessThan(-500);
    expect(high).toBeGreaterThan(900);
  });

  it('leaves the table unchanged and refuses one without any available balance', () => {
    const table = from(POOLS);
    availableBalanceAgainstPayables(table);
    expect(table.objects()).toEqual(POOLS);
    const unknown = from([pool('攸县', 5, null, null, null)]);
    expect(() => availableBalanceAgainstPayables(unknown)).toThrow('各统筹区实际结余全部未知');
  });
});
