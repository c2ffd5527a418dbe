import type { Port } from './contract/wire.ts'

/** What a shell puts on `window`: the way out, and where it can be known, the path of a file a person gave to the page. */
export type Bridge<GivenFile = never> = Port & {
  /** Empty where it lies nowhere. From then on the page may have the file read. */
  readonly pathOf?: (file: GivenFile) => string
}

/** The page finds its only way out, a `Port`, under this name on `window`; every shell puts it there. */
export const BRIDGE_NAME = 'adeDesk'

/** The one Electron channel between the preload and the window's page port. */
export const BRIDGE_CHANNEL = 'bridge'

/** The channel on which the preload, never the page, says which file a person gave to the page. */
export const GIVEN_FILE_CHANNEL = 'given-file'
