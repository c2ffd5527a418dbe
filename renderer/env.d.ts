import type { Bridge } from '../shared/bridge.ts'

declare global {
  /** Put here by `preload/preload.ts`: a port, and where a given file lies. */
  var adeDesk: Bridge<File>
}

declare module 'react' {
  /** Custom properties carry values that style sheets cannot know, such as the columns of a table. */
  interface CSSProperties {
    readonly [name: `--${string}`]: string | number
  }
}
