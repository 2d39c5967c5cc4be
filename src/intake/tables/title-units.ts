import type { Unit } from '../../domain/indicator.js';
import type { Cell } from '../workbook/workbook.js';
import { unitNamed } from './unit-text.js';

/** A unit that a title says, and the cell that says it. */
export interface SaidUnit {
  cell: Cell;
  /** As printed: `万元`, `十万元`. */
  name: string;
  /** Undefined for money in a unit that is not known, such as 十万元: no other title may stand in for it. */
  unit: Unit | undefined;
}

const SAID = /单位\s*:\s*([^():;]*?)(?=\s+[^\s:]*单位|[():;]|$)/gu;
const IN_BRACKETS = /[([【]([^()[\]【】:]*)[)\]】]/gu;
/** Between two units: `万元、人`; after one: `单位：万元 2023年3月31日`. */
const BETWEEN = /[\s、,;]+/u;
const MONEY = /^(?:人民币)?(\p{Script=Han}{0,3}元)$/u;

/** The units that a title says: `（单位：万元、人）`, `金额单位：万元 人数单位：人`, `收支情况表（万元）`. */
export function unitsSaid(cell: Cell, units: readonly Unit[]): SaidUnit[] {
  const text = cell.text.normalize('NFKC');
  const said = [...text.matchAll(SAID), ...text.matchAll(IN_BRACKETS)].map(([, inner = '']) => inner.trim());
  return [text.trim(), ...said].flatMap((words) => {
    const whole = unitNamed(words, units);
    if (whole !== undefined) return [{ cell, name: words, unit: whole }];
    return words.split(BETWEEN).flatMap((word): SaidUnit[] => {
      const name = MONEY.exec(word)?.[1] ?? word;
      const unit = unitNamed(name, units);
      return unit !== undefined || MONEY.test(word) ? [{ cell, name, unit }] : [];
    });
  });
}
