/** What a server showed, and what a device with those anchors would say to it. */
export type ServerSight = {
  /** OpenSSL's or Node's word, such as CERT_HAS_EXPIRED; null where the server is trusted. */
  readonly refusal: string | null
  /** As sent, the server's own first: base64 of DER. */
  readonly chain: readonly string[]
  /** An authority every runtime knows vouches for it: without anchors a device would trust it. */
  readonly isPublic: boolean
}

export type LookOptions = {
  /** The `anchor_certs` of a profile, base64 of DER; empty for none. */
  readonly anchors: readonly string[]
  readonly signal: AbortSignal
}

/** Fails with `net.unreachable`, `net.timeout`, `net.tls`, `net.proxy`, `net.redirected`, `net.too-large`, or the signal's reason. */
export type MdmServerClient = {
  /** A text below `url`, trusted as devices and this program do: the anchors, this computer's authorities, the settings'. */
  readonly readText: (url: string, options: LookOptions) => Promise<{ readonly status: number; readonly text: string }>
  /** Sends nothing. Every certificate is let in so that it can be looked at. */
  readonly look: (url: string, options: LookOptions) => Promise<ServerSight>
}
