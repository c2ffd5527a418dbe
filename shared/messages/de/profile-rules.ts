import type { ProfileFinding } from '../../model/profile.ts'
import type { profileRules as en } from '../en/profile-rules.ts'
import type { Translated } from '../index.ts'

type Facts = ProfileFinding['facts']

const KINDS: Readonly<Record<string, string>> = {
  text: 'ein Text',
  flag: 'true oder false',
  texts: 'eine Liste von Texten',
  certificates: 'eine Liste von Zertifikaten',
}

export const profileRules: Translated<typeof en> = {
  'not-an-object': () => 'Ein Profil ist ein einzelnes JSON-Objekt in geschweiften Klammern.',
  'wrong-type': ({ kind }: Facts) => `Hier muss ${KINDS[String(kind)] ?? kind} stehen.`,
  'name-required': () => 'Ein Profil braucht einen Namen.',
  'url-required': () => 'Ein Profil braucht die Adresse, an der sich Geräte registrieren.',
  'empty-text': () => 'Ein leerer Text wird abgelehnt. Lassen Sie den Schlüssel stattdessen weg.',
  'too-long': ({ length, maximum }: Facts) => `${length} Zeichen; erlaubt sind höchstens ${maximum}.`,
  'url-not-https': () => 'Die Adresse muss vollständig sein und mit https:// beginnen.',
  'language-form': ({ value }: Facts) => `„${value}“ ist kein Sprachcode. Zwei oder drei Kleinbuchstaben, etwa de.`,
  'region-form': ({ value }: Facts) => `„${value}“ ist kein Regionscode. Zwei Großbuchstaben, etwa DE.`,
  'removable-needs-supervision': () =>
    'Ein Profil, das nicht entfernt werden kann, braucht Betreuung: is_supervised auf true setzen oder das Entfernen erlauben.',
  'certificate-form': () =>
    'Dies ist kein Zertifikat in Base64 von DER. Lassen Sie die Zeilen BEGIN und END und alle Zeilenumbrüche weg.',
  'unknown-key': ({ key }: Facts) =>
    `Apple beschreibt „${key}“ nicht. Der Schlüssel wird unverändert mitgesendet; Apple kann ihn ablehnen.`,
  'own-uuid': () => 'Die Kennung gehört zu einer früheren Definition. Beim Veröffentlichen wird sie weggelassen.',
  'too-many-devices': ({ count, maximum }: Facts) =>
    `${count} Seriennummern; Apple nimmt ${maximum} auf einmal. Die übrigen werden danach zugewiesen.`,
  'devices-left-out': () =>
    'Diese Geräte werden nicht mitgesendet. Weisen Sie ihnen das Profil nach dem Veröffentlichen zu; so hat jedes sein Ergebnis.',
  'unknown-skip-key': ({ key }: Facts) => `Apple führt den Bereich „${key}“ nicht. Geräte übergehen ihn.`,
  'legacy-skip-key': ({ key }: Facts) => `„${key}“ gibt es nur auf alten Systemen.`,
  'repeated-skip-key': ({ key }: Facts) => `„${key}“ steht mehrfach in der Liste.`,
  'web-url-not-https': () => 'Die Anmeldeseite muss eine vollständige Adresse sein, die mit https:// beginnt.',
  'web-url-other-host': ({ host, other }: Facts) =>
    `Die Anmeldeseite liegt auf ${host}, die Registrierungsadresse auf ${other}. Geräte erwarten das Profil vom Host der Anmeldeseite.`,
  'url-is-an-address': () => 'Der Host ist eine Zahl. Ein Zertifikat dafür ist selten; verwenden Sie einen Namen.',
  'multi-user-needs-supervision': () => 'Geteiltes iPad braucht ein betreutes Gerät.',
  'auto-advance-needs-locale': () => 'Die Einrichtung läuft nur mit Sprache und Region von selbst weiter.',
  'certificate-expired': ({ subject, date }: Facts) =>
    `Das Zertifikat von ${subject} ist am ${date} abgelaufen. Die Registrierung schlägt damit fehl.`,
  'hosts-unused': () => 'Host-Zertifikate wirken nur auf betreuten Geräten.',
  'location-skipped': () =>
    'Die Ortungsdienste bleiben aus und lassen sich nicht aus der Ferne einschalten; auch die Zeitzone kann falsch sein. Zeigen Sie diesen Bereich.',
  'not-supervised': () =>
    'Betreuen Sie Firmengeräte: seit iOS 13 tut Apple das ohnehin, und viele Einstellungen brauchen es.',
  'not-mandatory': () => 'Machen Sie die Registrierung zur Pflicht: seit iOS 13 ist sie es in jedem Fall.',
  removable: () => 'Benutzer können die Verwaltung entfernen. Sperren Sie das Profil auf Firmengeräten.',
  'await-needs-release': () =>
    'Das Gerät wartet im Systemassistenten, bis der Server es freigibt. Stellen Sie sicher, dass Ihrer „Gerät konfiguriert“ sendet.',
  'auto-advance-skips-all': () =>
    'Eine Einrichtung, die von selbst weiterläuft, zeigt keine Bereiche; die Liste der übersprungenen hat dann keine Wirkung.',
  'restore-hides-android': () =>
    'Ohne den Bereich zur Wiederherstellung wird auch der Umzug von Android nicht angeboten.',
  'terms-still-shown': () =>
    'Ohne den Bereich zum Apple Account erscheinen die Bedingungen weiterhin. Überspringen Sie auch TOS, wenn das gewollt ist.',
  'no-automatic-esim': () => 'Damit wird auch verhindert, dass eine eSIM von selbst installiert wird.',
  'no-passcode': () => 'Das Gerät bleibt ohne Code, bis eine Richtlinie einen verlangt.',
  'pairing-deprecated': () =>
    'Apple hat diesen Schlüssel abgekündigt; verwenden Sie stattdessen eine Einschränkung der Verwaltung.',
  'no-migration': () => 'Geräte mit diesem Profil lassen sich nicht mit Frist migrieren.',
}
