import type { Desk } from '../../lib/desk.ts'

const SIGNS = ['pointerdown', 'keydown', 'wheel'] as const
const QUIET_MS = 20_000

/** The part of a window that tells of a person. */
export type Room = {
  readonly addEventListener: (
    type: (typeof SIGNS)[number],
    listener: () => void,
    options: { passive: true; capture: true },
  ) => void
}

/** Tells the core that somebody is here, at most every 20 seconds: the vault locks itself when nobody is. */
export function watchActivity(room: Room, { api }: Desk, now: () => number = () => performance.now()): void {
  let toldAt = -Infinity
  const sign = () => {
    if (now() - toldAt < QUIET_MS) return
    toldAt = now()
    void api.vault.touch({})
  }
  for (const type of SIGNS) room.addEventListener(type, sign, { passive: true, capture: true })
}
