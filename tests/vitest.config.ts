import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    setupFiles: ['tests/fast-check-seed.ts'],
    include: ['tests/{unit,architecture,build,peers,conformance}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // Two cores: more workers only take turns.
    maxWorkers: 2,
  },
});
