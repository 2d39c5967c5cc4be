import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Starting a kernel, a browser or a hundred imports takes its time, most of all on a busy machine. */
const PATIENT = { testTimeout: 120_000, hookTimeout: 120_000 };

/** What names no workspace finds that of the tests, never the user's data. */
const env = { FUNDWATCH_ROOT: fileURLToPath(new URL('test', import.meta.url)) };

/**
 * Unit tests run everywhere in seconds; slow ones start kernels and browsers; timed ones measure time limits and
 * interrupt; those of Jupyter need Python's Jupyter. Each kind runs after the one before, not beside it.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          env,
          include: ['test/**/*.test.ts'],
          exclude: ['test/slow/**', 'test/timed/**', 'test/jupyter/**'],
          // Starting a process and loading the same modules for every file would take twice as long as the tests. The
          // files of a worker share its modules and its environment, so what a test changes there is put back.
          pool: 'threads',
          isolate: false,
          maxWorkers: '100%',
          // None takes long; a machine that does much else at the same time must not make one fail.
          testTimeout: 30_000,
          unstubEnvs: true,
          restoreMocks: true,
        },
      },
      {
        test: {
          name: 'slow',
          env,
          include: ['test/slow/**/*.test.ts'],
          ...PATIENT,
          // One waits for its browser while the other computes; each file has a workspace of its own.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'timed',
          env,
          include: ['test/timed/**/*.test.ts'],
          ...PATIENT,
          // What measures time must not share the machine.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'jupyter',
          env,
          include: ['test/jupyter/**/*.test.ts'],
          ...PATIENT,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
