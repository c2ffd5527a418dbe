/** One request as the log keeps it: no header or body that holds a secret. */
export type LoggedRequest = {
  readonly at: string
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: string
  /** Name of the service, when the request belongs to one. */
  readonly service: string | null
  readonly status: number
  /** What was wrong, in the service's word. */
  readonly code: string | null
  readonly headers: {
    readonly userAgent: string | null
    readonly contentType: string | null
    readonly accept: string | null
    readonly protocolVersion: string | null
    readonly hasAuthorization: boolean
    readonly hasSession: boolean
  }
  /** The request body, cut; an escrow key is left out. */
  readonly body: string
  readonly answeredBytes: number
  readonly isScripted: boolean
  /** Requested limit, unknown keys and so on. */
  readonly facts: Readonly<Record<string, unknown>>
}

const KEPT = 1_000
const BODY_LENGTH = 2_000

export type RequestLog = ReturnType<typeof createRequestLog>

/** The last thousand requests. */
export function createRequestLog() {
  const requests: LoggedRequest[] = []

  return {
    add(request: LoggedRequest): void {
      requests.push({ ...request, body: withoutSecrets(request.body).slice(0, BODY_LENGTH) })
      if (requests.length > KEPT) requests.splice(0, requests.length - KEPT)
    },
    list: (): readonly LoggedRequest[] => [...requests],
    clear: (): void => void requests.splice(0),
  }
}

function withoutSecrets(body: string): string {
  return body.replace(/("escrow_key"\s*:\s*)"[^"]*"/g, '$1"[secret]"')
}
