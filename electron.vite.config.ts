import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'
import { shipIcons, shipLicences } from './build/ship-beside.ts'

const at = (path: string) => resolve(import.meta.dirname, path)

/** Dependencies stay imports: a checkout has them in node_modules, the packaged program in its archive. */
export default defineConfig({
  main: {
    plugins: [shipIcons(at('build/shell'), at('out/icons'))],
    build: {
      outDir: 'out/main',
      sourcemap: false,
      // For the demo's picture; it looks for its browser beside its own files.
      externalizeDeps: { include: ['@sparticuz/chromium'] },
      rolldownOptions: {
        input: {
          index: at('main/index.ts'),
          browser: at('main/browser.ts'),
          'open-browser': at('main/open-browser.ts'),
          cli: at('main/cli.ts'),
          demo: at('main/demo.ts'),
          simulator: at('main/simulator.ts'),
          'jobs/ade': at('main/jobs/ade.ts'),
          'jobs/check': at('main/jobs/check.ts'),
          'jobs/netcheck': at('main/jobs/netcheck.ts'),
          'jobs/reader': at('main/jobs/reader.ts'),
          'jobs/sync': at('main/jobs/sync.ts'),
          'jobs/move': at('main/jobs/move.ts'),
          'jobs/reconcile': at('main/jobs/reconcile.ts'),
          'jobs/read-side': at('main/jobs/read-side.ts'),
          'jobs/imports': at('main/jobs/imports.ts'),
          'jobs/reports': at('main/jobs/reports.ts'),
          'jobs/backup': at('main/jobs/backup.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      sourcemap: false,
      // A sandboxed preload is one CommonJS file and may import nothing but electron.
      externalizeDeps: false,
      rolldownOptions: { input: at('preload/preload.ts'), output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    envDir: at('renderer'),
    plugins: [react(), shipLicences()],
    build: {
      outDir: 'out/renderer',
      sourcemap: false,
      minify: true,
      // The page's policy knows files of its own origin and no data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // It comes from disk.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
})
