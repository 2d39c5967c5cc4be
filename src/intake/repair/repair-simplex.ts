/** low ≤ Σ coefficient × variable ≤ high, in whole numbers. */
export interface BoundedRow {
  /** By number of the variable. */
  coefficients: ReadonlyMap<number, bigint>;
  low: bigint;
  high: bigint;
}

/** A fraction with a denominator above zero, not always in lowest terms. */
export interface Ratio {
  numerator: bigint;
  denominator: bigint;
}

interface TableauRow {
  /** Number of the basic variable: free ones from 0, then one for the sum of each row. */
  basic: number;
  /** denominator × basic = Σ coefficients × the variables of the columns. */
  denominator: bigint;
  coefficients: bigint[];
}

/**
 * Exact linear programming over few free variables: the bounded simplex of Dutertre and de Moura (CAV 2006) in whole
 * numbers, with Bland's rule, so that it ends and no rounding decides. Amounts have up to sixteen digits and a slack of
 * one; a floating tableau would leak there.
 */
export class RepairSimplex {
  readonly #rows: TableauRow[];
  readonly #columns: number[];
  /** Values of the variables of the columns: whole, because each stands at 0 or at a bound. */
  readonly #values: bigint[];

  constructor(
    private readonly count: number,
    private readonly bounds: readonly BoundedRow[],
  ) {
    this.#columns = Array.from({ length: count }, (_, variable) => variable);
    this.#values = this.#columns.map(() => 0n);
    this.#rows = bounds.map(({ coefficients }, index) => ({
      basic: count + index,
      denominator: 1n,
      coefficients: this.#columns.map((variable) => coefficients.get(variable) ?? 0n),
    }));
  }

  /**
   * Null when values exist that keep every row within its bounds. Else multipliers of some rows, by number of the row,
   * whose combination contains no variable at all and yet must leave zero (Farkas): those rows contradict each other.
   */
  conflict(): Map<number, bigint> | null {
    for (;;) {
      const row = this.#firstOutside();
      if (row === undefined) return null;
      const { low, high } = this.#boundsOf(row.basic);
      const up = this.#sum(row) < (low ?? 0n) * row.denominator;
      const column = this.#movable(row.coefficients, up);
      if (column === -1) {
        const multipliers = new Map([[row.basic - this.count, row.denominator]]);
        row.coefficients.forEach((coefficient, index) => {
          if (coefficient !== 0n) multipliers.set((this.#columns[index] ?? 0) - this.count, -coefficient);
        });
        return multipliers;
      }
      this.#pivot(row, column, (up ? low : high) ?? 0n);
    }
  }

  /** Greatest or least value that a free variable can take, null for none. Only after `conflict()` gave null. */
  furthest(variable: number, end: 'least' | 'greatest'): Ratio | null {
    const up = end === 'greatest';
    for (;;) {
      const row = this.#rows.find(({ basic }) => basic === variable);
      const objective = row?.coefficients ?? this.#columns.map((candidate) => (candidate === variable ? 1n : 0n));
      const column = this.#movable(objective, up);
      if (column === -1) {
        const at = this.#columns.indexOf(variable);
        return row === undefined
          ? { numerator: this.#values[at] ?? 0n, denominator: 1n }
          : { numerator: this.#sum(row), denominator: row.denominator };
      }
      if (!this.#move(column, (objective[column] ?? 0n) > 0n === up)) return null;
    }
  }

  /** Moves the variable of a column up or down until the first bound; false when nothing stops it. */
  #move(column: number, up: boolean): boolean {
    const own = this.#boundsOf(this.#columns[column] ?? 0);
    let best: (Ratio & { row?: TableauRow; bound: bigint }) | undefined;
    if (own.low !== null && own.high !== null)
      best = { numerator: own.high - own.low, denominator: 1n, bound: up ? own.high : own.low };
    for (const row of this.#rows) {
      const coefficient = (row.coefficients[column] ?? 0n) * (up ? 1n : -1n);
      const { low, high } = this.#boundsOf(row.basic);
      const bound = coefficient > 0n ? high : low;
      if (coefficient === 0n || bound === null) continue;
      const step = {
        numerator: absolute(bound * row.denominator - this.#sum(row)),
        denominator: absolute(coefficient),
      };
      const order = best === undefined ? -1n : step.numerator * best.denominator - best.numerator * step.denominator;
      const earlier = best?.row !== undefined && row.basic < best.row.basic;
      if (order < 0n || (order === 0n && earlier)) best = { ...step, row, bound };
    }
    if (best === undefined) return false;
    if (best.row === undefined) this.#values[column] = best.bound;
    else this.#pivot(best.row, column, best.bound);
    return true;
  }

  #boundsOf(variable: number): { low: bigint | null; high: bigint | null } {
    return this.bounds[variable - this.count] ?? { low: null, high: null };
  }

  /** Denominator × value of the basic variable. */
  #sum({ coefficients }: TableauRow): bigint {
    return coefficients.reduce((sum, coefficient, index) => sum + coefficient * (this.#values[index] ?? 0n), 0n);
  }

  #firstOutside(): TableauRow | undefined {
    let first: TableauRow | undefined;
    for (const row of this.#rows) {
      if (first !== undefined && first.basic < row.basic) continue;
      const { low, high } = this.#boundsOf(row.basic);
      if (low === null || high === null) continue;
      const sum = this.#sum(row);
      if (sum < low * row.denominator || sum > high * row.denominator) first = row;
    }
    return first;
  }

  /** The column with the lowest variable that can move the sum up (down); −1 when there is none. */
  #movable(coefficients: readonly bigint[], up: boolean): number {
    let found = -1;
    coefficients.forEach((coefficient, index) => {
      const variable = this.#columns[index] ?? 0;
      if (coefficient === 0n || (found !== -1 && (this.#columns[found] ?? 0) < variable)) return;
      const { low, high } = this.#boundsOf(variable);
      const bound = coefficient > 0n === up ? high : low;
      if (bound === null || this.#values[index] !== bound) found = index;
    });
    return found;
  }

  /** Exchanges the basic variable of a row, which comes to stand at `bound`, with the variable of a column. */
  #pivot(row: TableauRow, column: number, bound: bigint): void {
    const pivot = row.coefficients[column] ?? 0n;
    const sign = pivot < 0n ? -1n : 1n;
    const leaving = row.basic;
    row.coefficients = row.coefficients.map((coefficient, index) =>
      index === column ? row.denominator * sign : -coefficient * sign,
    );
    row.denominator = pivot * sign;
    row.basic = this.#columns[column] ?? 0;
    reduce(row);
    this.#columns[column] = leaving;
    this.#values[column] = bound;
    for (const other of this.#rows) {
      const factor = other.coefficients[column] ?? 0n;
      if (other === row || factor === 0n) continue;
      other.coefficients = other.coefficients.map(
        (coefficient, index) =>
          factor * (row.coefficients[index] ?? 0n) + (index === column ? 0n : row.denominator * coefficient),
      );
      other.denominator *= row.denominator;
      reduce(other);
    }
  }
}

function reduce(row: TableauRow): void {
  let divisor = row.denominator;
  for (const coefficient of row.coefficients) {
    if (divisor === 1n) return;
    let rest = absolute(coefficient);
    while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  }
  if (divisor === 1n) return;
  row.denominator /= divisor;
  row.coefficients = row.coefficients.map((coefficient) => coefficient / divisor);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
