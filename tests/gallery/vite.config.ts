import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// `npx vite tests/gallery`: the screen over literals, for looking at.
export default defineConfig({
  plugins: [svelte({ configFile: false })],
  server: { fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] } },
});
