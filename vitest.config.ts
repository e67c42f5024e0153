import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'demo/**/*.test.ts',
      'scripts/**/*.test.ts',
      'packs/**/*.test.ts',
      'deploy/**/*.test.ts',
      'test/prove/**/*.test.ts',
    ],
    environment: 'node',
    restoreMocks: true,
  },
})
