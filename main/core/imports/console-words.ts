import type { EnrollmentStatus, TokenStatus } from '../../../shared/model/device.ts'
import { normaliseTitle } from './titles.ts'

/**
 * The console's words, of its lists, its interface (numbers) and its German pages, and our own. A device that waits for
 * its wipe is still enrolled. German pages say "Registriert" of enrolled devices.
 */
const ENROLLMENT: Readonly<Record<EnrollmentStatus, string>> = {
  unknown: 'unknown 0 unbekannt',
  discovered: 'discovered 1 erkannt entdeckt',
  registered: 'registered 2 vorgemerkt',
  'in-progress': `inprogress enrollmentinprogress 3 pendingagent 11 pendingenrollment 12 enrolling registrierungläuft
    inbearbeitung`,
  enrolled: `enrolled 4 enterprisewipepending 5 devicewipepending 6 wipeinitiated wipepending registriert angemeldet
    eingeschrieben`,
  unenrolled: `unenrolled 8 retired 7 unenrolledbyfeedbackservice 13 abgemeldet nichtregistriert registrierungaufgehoben
    stillgelegt`,
  blocked: 'blocked 10 denylisted denied blacklisted blockeddenylisted blockedblacklisted gesperrt blockiert',
}

const TOKEN: Readonly<Record<TokenStatus, string>> = {
  none: 'none unknown 0 keiner unbekannt notavailable 5',
  'registration-active': 'registrationactive 9 active registrierungaktiv pendingcompliancecheck 7',
  'registration-expired': 'registrationexpired 10 expired registrierungabgelaufen',
  compliant: 'compliant 3 konform',
  'not-applicable': 'notapplicable 6 na nichtzutreffend',
  blocked: 'blocked 2 denylisted denied blacklisted gesperrt blockiert',
  allowed: 'allowed 1 allowlisted whitelisted zugelassen erlaubt',
}

const enrollmentByWord = byWord(ENROLLMENT)
const tokenByWord = byWord(TOKEN)

/** Undefined for a word that is not known: then nothing is changed, and it is told. */
export function readEnrollmentStatus(text: string): EnrollmentStatus | undefined {
  return enrollmentByWord.get(normaliseTitle(text))
}

export function readTokenStatus(text: string): TokenStatus | undefined {
  return tokenByWord.get(normaliseTitle(text))
}

function byWord<S extends string>(words: Readonly<Record<S, string>>): ReadonlyMap<string, S> {
  const entries = Object.entries(words) as [S, string][]
  return new Map(entries.flatMap(([status, list]) => list.split(/\s+/).map((word) => [word, status] as const)))
}
