import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  resolve: { conditions: ['browser'] },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'tests/bench/**'],
    env: { TZ: 'UTC' },
    // Two busy cores may take long; no test asserts a time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
