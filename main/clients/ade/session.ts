/** A session as one call used it. Apple renames it at will (rotation); `login` counts the calls of `/session`. */
export type Session = { readonly token: string; readonly login: number }

export type Sessions = {
  /** The newest session, opened if there is none. */
  readonly current: (signal?: AbortSignal) => Promise<Session>
  /** The newest session, if there is one now. */
  readonly newest: () => Session | undefined
  /** A session opened after the refused one; all who ask at the same time get the same. */
  readonly renew: (refused: Session, signal?: AbortSignal) => Promise<Session>
  /** Takes over the token an answer carried. One that belongs to an earlier login is out of date. */
  readonly adopt: (used: Session, token: string | undefined) => void
}

/** `open` calls `/session` once. However many callers wait, and whichever of them gives up, it runs once at a time. */
export function createSessions(open: () => Promise<string>): Sessions {
  let session: Session | undefined
  let opening: Promise<Session> | undefined
  let logins = 0

  async function openNext(): Promise<Session> {
    try {
      session = { token: await open(), login: ++logins }
      return session
    } finally {
      opening = undefined
    }
  }

  function current(signal?: AbortSignal): Promise<Session> {
    if (session) return Promise.resolve(session)
    opening ??= openNext()
    return unlessAborted(opening, signal)
  }

  return {
    current,
    newest: () => session,
    renew(refused, signal) {
      if (session?.login === refused.login) session = undefined
      return current(signal)
    },
    adopt(used, token) {
      if (token && session?.login === used.login) session = { token, login: used.login }
    },
  }
}

/** Lets one waiter go without ending what others wait for too. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
