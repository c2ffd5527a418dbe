/** A drop is worth a word only where more than a handful of devices leave. */
const LARGE_DROP_DEVICES = 100
const LARGE_DROP_PART = 0.5

export type CompleteList = {
  /** Devices on the token as stored, before what the list lacks is marked. */
  readonly present: number
  /** Of these, how many the list lacks. */
  readonly unlisted: number
  readonly isEmptyAccepted: boolean
}

/**
 * What to do with what a complete list lacks. A list without a single device is far more often a fault on the way, a
 * server that was emptied by mistake or a wrong token than the truth, so nothing is marked until a person says so. A
 * list that lacks most of what was known is believed and warned of.
 */
export function judgeSweep({ present, unlisted, isEmptyAccepted }: CompleteList): 'hold' | 'warn' | 'go' {
  if (present > 0 && unlisted === present && !isEmptyAccepted) return 'hold'
  return unlisted > LARGE_DROP_DEVICES && unlisted > present * LARGE_DROP_PART ? 'warn' : 'go'
}
