import { defineConfig } from 'vitest/config'

/** Apart from the unit tests: it packs what `npm run build` made. */
export default defineConfig({
  test: { include: ['test/packaging/**/*.test.ts'], environment: 'node', testTimeout: 60_000, hookTimeout: 120_000 },
})
