import { defineConfig } from 'vite';

/** The command line: the same rooms without a browser, one file for Node. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist/cli',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'miaopu.mjs', inlineDynamicImports: true } },
  },
  ssr: { noExternal: true },
});
