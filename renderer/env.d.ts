import type { Port } from '../shared/contract/wire.ts'

declare global {
  /** Put here by `preload/preload.ts`: a port and nothing else. */
  var adeDesk: Port
}

declare module 'react' {
  /** Custom properties carry values that style sheets cannot know, such as the columns of a table. */
  interface CSSProperties {
    readonly [name: `--${string}`]: string | number
  }
}
