import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'

const at = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          index: at('main/index.ts'),
          browser: at('main/browser.ts'),
          cli: at('main/cli.ts'),
          demo: at('main/demo.ts'),
          simulator: at('main/simulator.ts'),
          'jobs/reader': at('main/jobs/reader.ts'),
          'jobs/sync': at('main/jobs/sync.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rolldownOptions: { input: at('preload/preload.ts'), output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: { outDir: 'out/renderer', minify: true, rolldownOptions: { input: at('renderer/index.html') } },
  },
})
