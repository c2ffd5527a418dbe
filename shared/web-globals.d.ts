/** The few globals that Node and every browser share and `shared/` may use; it sees neither Node's nor the DOM's types. */
interface AbortSignal {
  readonly aborted: boolean
  readonly reason: unknown
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
  throwIfAborted(): void
}

/** An address, taken apart the same way everywhere. */
declare class URL {
  constructor(text: string)
  static canParse(text: string): boolean
  readonly protocol: string
  readonly username: string
  readonly password: string
  /** Name and port; without the port where it is the scheme's own. */
  readonly host: string
  readonly hostname: string
  readonly origin: string
  readonly pathname: string
  readonly search: string
  readonly hash: string
  readonly href: string
}
