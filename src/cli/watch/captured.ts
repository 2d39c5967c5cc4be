/** What some work resolved to and the lines that it printed. */
export interface Captured<Result> {
  result: Result;
  /** Lines of `console.log`. */
  output: string[];
  /** Lines of `console.error`. */
  errors: string[];
}

/**
 * Runs work whose lines are not to appear as they are. Only for work that runs alone: whatever else prints in the
 * meantime is caught too.
 */
export async function captured<Result>(work: () => Promise<Result>): Promise<Captured<Result>> {
  const { log, error } = console;
  const output: string[] = [];
  const errors: string[] = [];
  console.log = (...parts: unknown[]) => void output.push(...parts.join(' ').split('\n'));
  console.error = (...parts: unknown[]) => void errors.push(...parts.join(' ').split('\n'));
  try {
    return { result: await work(), output, errors };
  } finally {
    Object.assign(console, { log, error });
  }
}
