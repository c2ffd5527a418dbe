import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'test/unit/**/*.test.ts',
      'test/unit/**/*.test.tsx',
      'test/conformance/**/*.test.ts',
      'test/soak/**/*.test.ts',
    ],
    environment: 'node',
    testTimeout: 30_000,
    // Hooks do the work that tests share, and other work may load the computer.
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
