/** A row or column of a sheet as a page shows it: one, or a run of blank ones in its place. */
export interface Slot {
  /** 1 for the first row or column. */
  first: number;
  /** Same as `first` unless the slot is a run of blank ones. */
  last: number;
}

/** Blank rows or columns in a row that are shown one by one; more of them become one slot. */
const LONGEST_BLANK = 3;

/**
 * The slots from row or column 1 to the last used one. Short blank runs keep the look of the sheet, long ones shrink:
 * used 1, 2 and 1,000,000 give three slots for these and one for the 999,997 between.
 */
export function slotsOf(used: Iterable<number>): Slot[] {
  const numbers = [...new Set(used)].sort((a, b) => a - b);
  const slots: Slot[] = [];
  let before = 0;
  for (const number of numbers) {
    const blank = number - before - 1;
    if (blank > LONGEST_BLANK) slots.push({ first: before + 1, last: number - 1 });
    else for (let each = before + 1; each < number; each += 1) slots.push({ first: each, last: each });
    slots.push({ first: number, last: number });
    before = number;
  }
  return slots;
}

/** Index of the slot in which a row or column lies; the last slot for one behind all. */
export function slotAt(slots: readonly Slot[], number: number): number {
  let low = 0;
  let high = slots.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((slots[middle]?.first ?? 0) <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}
