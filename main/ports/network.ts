/** How this computer reaches Apple: plain values, so that they can be handed to a worker thread. */
export type NetworkSettings = {
  /** Base address; a path prefix is kept. Plain http is accepted for loopback only. */
  readonly appleUrl: string
  readonly proxy: string | null
  readonly noProxy: string | null
  /** PEM texts trusted beside the operating system's and the built-in certificates. */
  readonly extraCertificates: readonly string[]
  /** `X-Server-Protocol-Version`. */
  readonly protocolVersion: number
}

export const APPLE_URL = 'https://mdmenrollment.apple.com'
export const PROTOCOL_VERSION = 10
