/** What a client is told about one serial number. `MISSING` leaves it out of the answer. */
export type Outcome = {
  /** SUCCESS, NOT_ACCESSIBLE, FAILED, THROTTLED, MISSING or any other word. */
  readonly word: string
  readonly retryAfterSeconds?: number
  /** How many times; without it for ever. */
  readonly count?: number
  readonly on?: 'assign' | 'remove' | 'disown' | 'details' | 'define' | 'activationlock'
}

export type Operation = NonNullable<Outcome['on']>

export type Outcomes = ReturnType<typeof createOutcomes>

/** Scripted outcomes by serial number. Only SUCCESS lets the change happen. */
export function createOutcomes() {
  const planned = new Map<string, (Outcome & { left: number })[]>()

  return {
    set(serial: string, outcome: Outcome): void {
      const list = planned.get(serial) ?? []
      list.push({ ...outcome, left: outcome.count ?? Number.POSITIVE_INFINITY })
      planned.set(serial, list)
    },

    clear: (): void => planned.clear(),

    take(serial: string, operation: Operation): Outcome | undefined {
      const outcome = planned.get(serial)?.find(({ left, on }) => left > 0 && (on === undefined || on === operation))
      if (outcome) outcome.left -= 1
      return outcome
    },
  }
}
