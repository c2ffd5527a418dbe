import type { reports as en } from '../en/reports.ts'
import type { Translated } from '../index.ts'

export const reports: Translated<typeof en> = {
  presets: {
    lifecycle: { name: 'Lebenszyklus', what: 'alle Geräte mit allen Angaben zu ihrem Lebenszyklus' },
    inventory: { name: 'Bestand', what: 'Geräte, die Apple führt, mit Modell, Token, Gruppe, Profil und Benutzer' },
    unassigned: { name: 'Ohne Profil', what: 'Geräte, die Apple führt und die kein Registrierungsprofil haben' },
    'assignment-failures': {
      name: 'Fehlgeschlagene Zuweisungen',
      what: 'Geräte, deren Profil nicht zugewiesen werden konnte, mit Apples Wort und dem nächsten Versuch',
    },
    gone: { name: 'Abgegangene Geräte', what: 'Geräte, die Apple nicht mehr führt, seit wann und warum' },
    credentials: { name: 'Zugangsdaten', what: 'alles, was abläuft: Token, Zertifikate und eigene Einträge' },
    'sync-history': {
      name: 'Verlauf der Abgleiche',
      what: 'jeder Abgleich mit Apple mit seinem Ergebnis, neueste zuerst',
    },
    reconciliation: { name: 'Listenabgleich', what: 'die Zeilen des neuesten Listenabgleichs mit Ursache und Abhilfe' },
  },
}
