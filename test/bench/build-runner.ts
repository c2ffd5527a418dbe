import path from 'node:path'
import { build } from 'vite'

const at = (place: string) => path.resolve(import.meta.dirname, '../..', place)

let built: Promise<string> | undefined

/**
 * `test/soak/runner.ts` and the threads it starts, bundled as the product is, once per process: from source each thread
 * loads a compiler for TypeScript, which takes 40 MB and a third of a second that the program does not take.
 */
export function buildRunner(): Promise<string> {
  built ??= buildOnce()
  return built
}

async function buildOnce(): Promise<string> {
  const outDir = at('dist/bench')
  await build({
    configFile: false,
    root: at('.'),
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'node24',
      rolldownOptions: {
        input: {
          runner: at('test/soak/runner.ts'),
          'jobs/ade': at('main/jobs/ade.ts'),
          'jobs/sync': at('main/jobs/sync.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
  return path.join(outDir, 'runner.js')
}
