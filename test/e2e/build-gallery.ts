import path from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const at = (folder: string) => path.resolve(import.meta.dirname, '../..', folder)

/** The page over a fake core and the components by themselves, built as the product is; answers with the folder. */
export async function buildGallery(): Promise<string> {
  const root = at('test/e2e/page')
  const site = at('dist/gallery')
  await build({
    configFile: false,
    root,
    base: './',
    plugins: [react()],
    logLevel: 'warn',
    build: {
      outDir: site,
      emptyOutDir: true,
      modulePreload: false,
      rollupOptions: { input: [path.join(root, 'index.html'), path.join(root, 'components.html')] },
    },
  })
  return site
}
