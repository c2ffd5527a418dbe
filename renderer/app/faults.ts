import type { Desk } from '../lib/desk.ts'

/** A fault of ours in the page: `ref` is what a person quotes, and what the log is searched for. */
export type Fault = { readonly ref: string; readonly details: string }

const MAX_DETAILS = 4000

export function describeFault(error: unknown): Fault {
  const ref = crypto.randomUUID().slice(0, 8)
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { ref, details: details.slice(0, MAX_DETAILS) }
}

/** Writes it to the log. Whether that works changes nothing for whoever looks at the page. */
export function reportFault({ api }: Desk, fault: Fault): void {
  void api.app.reportFault(fault)
}

/** Faults outside of drawing, such as in an action: nobody sees them, so at least the log does. */
export function reportStrayFaults(desk: Desk, target: Window): void {
  target.addEventListener('error', ({ error, message }) => reportFault(desk, describeFault(error ?? message)))
  target.addEventListener('unhandledrejection', ({ reason }) => reportFault(desk, describeFault(reason)))
}
