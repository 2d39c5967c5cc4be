import { expect, test } from 'vitest';
import { type FigureKey, knownFigures, withStoredPrecision } from '../../../src/intake/store/known-figures.js';
import { factOf } from '../../fixtures/fund-of.js';
import { figureAt } from '../../fixtures/intake-figure.js';
import { storedBefore } from '../../fixtures/known-figures.js';
import { FIGURES, lines, PROJECT, PUBLISHED, workspace } from '../../fixtures/workspace.js';

const BALANCE: FigureKey = {
  region: '430223',
  scheme: 'resident',
  indicator: 'cumulativeBalance',
  category: '',
  basis: 'actual',
  period: '2022',
};
const fact = (value: string, period = ''): string =>
  `攸县,resident,cumulativeBalance,,${period},actual,${value},万元,zhuzhou-2022 L1`;
const derived = (value: string, period = ''): string =>
  `攸县,resident,cumulativeBalance,,${period},${value},万元,zhuzhou-2022 L1,`;

function latest(files: Record<string, string>, before = '', key = BALANCE): string | undefined {
  const figure = storedBefore(workspace(files), before).known.latest(key);
  return figure && `${figure.printed} ${figure.ref}`;
}

test('A figure is known as the newest report states it, also as a comparative figure', () => {
  const files = {
    'zhuzhou/2022/x.csv': lines(FIGURES, fact('1.00')),
    'zhuzhou/2023Q1/x.csv': lines(FIGURES, fact('5.00'), fact('2.00', '2022')),
    'zhuzhou/2023/x.csv': lines(FIGURES, fact('9.00')),
  };
  expect(latest(files)).toBe('2.00 data/zhuzhou/2023Q1/x.csv#L3');
  expect(latest(files, '2023Q1')).toBe('1.00 data/zhuzhou/2022/x.csv#L2');
  expect(latest(files, '2022')).toBe(undefined);
});

test('Within a report an input goes before what the report derives', () => {
  const files = {
    'zhuzhou/2022/x.csv': lines(FIGURES, fact('1.00')),
    'zhuzhou/2022/published.csv': lines(PUBLISHED, derived('3.00')),
  };
  expect(latest(files)).toBe('1.00 data/zhuzhou/2022/x.csv#L2');
  const newer = { ...files, 'zhuzhou/2023/x.csv': lines(FIGURES, fact('7.00')) };
  expect(latest({ ...newer, 'zhuzhou/2023/published.csv': lines(PUBLISHED, derived('3.00', '2022')) })).toBe(
    '3.00 data/zhuzhou/2023/published.csv#L2',
  );
});

test('A blank says nothing, a dash says that there is none', () => {
  const files = { 'zhuzhou/2022/x.csv': lines(FIGURES, fact('1.00')) };
  expect(latest({ ...files, 'zhuzhou/2023Q1/x.csv': lines(FIGURES, fact('', '2022')) })).toBe(
    '1.00 data/zhuzhou/2022/x.csv#L2',
  );
  expect(latest({ ...files, 'zhuzhou/2023Q1/x.csv': lines(FIGURES, fact('-', '2022')) })).toBe(
    '- data/zhuzhou/2023Q1/x.csv#L2',
  );
});

test('A budget is another figure than the actual one; a place without reports knows nothing', () => {
  const files = { 'zhuzhou/2022/x.csv': lines(FIGURES, fact('1.00')) };
  expect(latest(files, '', { ...BALANCE, basis: 'budget' })).toBe(undefined);
  const unread = (): never => {
    throw new RangeError('no report to read');
  };
  expect(knownFigures([], unread).latest(BALANCE)).toBe(undefined);
});

test('The balance of 攸县 at the end of 2022 is known as the report of 2022 prints it (L240)', () => {
  const known = storedBefore(PROJECT, '2023Q1').known.latest(BALANCE);
  expect([known?.printed, known?.unit, known?.reported]).toEqual(['15994.97', '万元', '2022']);
});

/** 1 万元 in fen. */
const WAN = 1_000_000;
/** 28.03 亿元 is stored, ± 0.005 亿元 = ± 50 万元. */
const stored = factOf({ indicator: 'fundBalance', value: '28.03亿元' });
const earlier = { period: '2023Q1', known: { latest: () => stored } };
const beside = (printed: string, period = '2022') => figureAt('U11', printed, { period, role: 'previous' });

test('What the form shows of a rounder stored figure is no more precise than that figure', () => {
  const [shown, exact] = withStoredPrecision([beside('280300'), beside('280308.20')], earlier);
  expect(shown?.halfUnit).toBe(50 * WAN);
  expect(exact?.halfUnit).toBe(0.005 * WAN);
});

test('The figures of the period itself are as precise as they are printed', () => {
  const [own] = withStoredPrecision([beside('280300', '2023Q1')], earlier);
  expect(own?.halfUnit).toBe(0.5 * WAN);
});
