import { defineConfig } from 'vitest/config';

/** Unit tests run everywhere in seconds; slow ones start kernels and browsers; those of Jupyter need Python's Jupyter. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/slow/**', 'test/jupyter/**'] } },
      {
        test: {
          name: 'slow',
          include: ['test/slow/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'jupyter',
          include: ['test/jupyter/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
