import { defineConfig } from 'vitest/config';

/** Unit tests run everywhere in seconds; slow ones start kernels and browsers; those of Jupyter need Python's Jupyter. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/slow/**', 'test/jupyter/**'],
          // Starting a process and loading the same modules for every file would take twice as long as the tests. The
          // files of a worker share its modules and its environment, so what a test changes there is put back.
          pool: 'threads',
          isolate: false,
          maxWorkers: '100%',
          unstubEnvs: true,
          restoreMocks: true,
        },
      },
      {
        test: {
          name: 'slow',
          include: ['test/slow/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // After the unit tests, not beside them: what waits for a kernel or a browser should not wait for them too.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'jupyter',
          include: ['test/jupyter/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
