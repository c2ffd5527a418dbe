const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$/i

/** The form almost every time has, and no date that a month may lack: read without taking it apart. A sync reads millions. */
const PLAIN = /^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/

/**
 * Reads a time as Apple's services write it: `…Z`, `…+02:00`, `…+0200`, or without a zone, which then means UTC.
 * Own parser because JavaScript reads a time without a zone as local, so the answer would depend on the computer.
 * Returns milliseconds UTC, or undefined for anything that is no such time.
 */
export function parseInstant(text: string): number | undefined {
  if (PLAIN.test(text)) return readPlain(text)
  const match = ISO.exec(text.trim())
  if (!match) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (hour > 23 || minute > 59 || second > 60) return undefined
  const midnight = new Date(Date.UTC(year, month - 1, day))
  if (midnight.getUTCFullYear() !== year || midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) {
    return undefined
  }
  const milliseconds = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'))
  return midnight.getTime() + ((hour * 60 + minute - offsetMinutes(match[8])) * 60 + second) * 1000 + milliseconds
}

/** A third of the time `Date.parse` takes. */
function readPlain(text: string): number {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const [month, day, hour] = [twoDigits(text, 5), twoDigits(text, 8), twoDigits(text, 11)]
  return Date.UTC(year, month - 1, day, hour, twoDigits(text, 14), twoDigits(text, 17))
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
}

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || /^[zu]/i.test(zone)) return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0)
  return zone.startsWith('-') ? -minutes : minutes
}
