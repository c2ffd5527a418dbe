import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where a build puts what the shells show. */
export type BuildPaths = {
  readonly page: string
  readonly preload: string
  readonly icons: string
  readonly entry: (name: string) => string
}

/**
 * The folders of the build as seen from a module of it, wherever the bundler put that module. From source the build
 * beside it is used: the page exists built only.
 */
export function buildPaths(here: string = import.meta.url): BuildPaths {
  const inBuild = here.lastIndexOf('/out/main/')
  const out = fileURLToPath(inBuild >= 0 ? here.slice(0, inBuild) + '/out/' : new URL('../out/', here))
  return {
    page: join(out, 'renderer'),
    preload: join(out, 'preload', 'preload.cjs'),
    icons: join(out, 'icons'),
    entry: (name) => join(out, 'main', `${name}.js`),
  }
}
