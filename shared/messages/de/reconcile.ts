import type { reconcile as en } from '../en/reconcile.ts'
import type { Translated } from '../index.ts'
import { quantity } from './words.ts'

export const reconcile: Translated<typeof en> = {
  verdicts: {
    both: 'In beiden',
    mismatched: 'In beiden, aber verschieden',
    'portal-only': 'Nur im Portal',
    'console-only': 'Nur in der Konsole',
    duplicate: 'Mehrfach aufgeführt',
    invalid: 'Keine brauchbare Seriennummer',
  },
  fields: { status: 'Status', group: 'Organisationsgruppe', profile: 'Profil', server: 'Server' },
  causes: {
    released: 'Apple führt das Gerät nicht mehr für die Organisation.',
    'other-server': 'Das Gerät gehört zu einem anderen Server des Portals.',
    'not-synced-yet': 'Apple kennt die Änderung, seither wurde nicht synchronisiert.',
    unassigned: 'Das Gerät ist im Portal und gehört zu keinem Server.',
    'typing-damage': 'Es ist die Seriennummer einer anderen Zeile, falsch geschrieben.',
    'replaced-device': 'Apple hat das Gerät gegen ein anderes getauscht.',
    'file-incomplete': 'Apple führt das Gerät für Ihren Server; die Datei des Portals enthält nicht alles.',
    'unknown-ask-apple': 'Hier ist nichts darüber bekannt. Apple kann gefragt werden.',
    'status-differs': 'Die beiden Listen nennen verschiedene Zustände.',
    'group-differs': 'Die beiden Listen nennen verschiedene Organisationsgruppen.',
    'profile-differs': 'Die beiden Listen nennen verschiedene Profile.',
    'listed-twice': 'Die Seriennummer steht schon in einer früheren Zeile derselben Liste.',
    'no-serial': 'Die Zeile hat keine Seriennummer.',
    'damaged-serial':
      'Was an Stelle der Seriennummer steht, kann keine sein; Tabellenprogramme richten das bei langen Zahlen an.',
    'unreadable-row': 'Die Zeile ist eine Überschrift oder enthält eine andere Art von Nummer.',
  },
  causeNames: {
    released: 'Freigegeben',
    'other-server': 'Auf anderem Server',
    'not-synced-yet': 'Noch nicht synchronisiert',
    unassigned: 'Nicht zugewiesen',
    'typing-damage': 'Schreibfehler',
    'replaced-device': 'Ersetztes Gerät',
    'file-incomplete': 'Datei unvollständig',
    'unknown-ask-apple': 'Unbekannt',
    'status-differs': 'Anderer Zustand',
    'group-differs': 'Andere Gruppe',
    'profile-differs': 'Anderes Profil',
    'listed-twice': 'Doppelt aufgeführt',
    'no-serial': 'Keine Seriennummer',
    'damaged-serial': 'Beschädigte Seriennummer',
    'unreadable-row': 'Keine Datenzeile',
  },
  remedies: {
    sync: 'Synchronisieren Sie das Token. Ein Sync meldet Abgänge, ein Fetch allein nicht.',
    'sync-console': 'Starten Sie in der Konsole einen Sync.',
    'ask-apple': 'Fragen Sie Apple nach diesen Geräten.',
    'assign-in-portal': 'Weisen Sie das Gerät im Portal Ihrem Server zu und synchronisieren Sie dann.',
    'move-in-portal':
      'Verschieben Sie das Gerät im Portal auf Ihren Server, oder suchen Sie es dort, wo jener Server verbunden ist.',
    'clean-up-record':
      'Löschen Sie den Eintrag in der Konsole. Gehört das Gerät noch Ihnen, fügen Sie es dem Portal wieder hinzu.',
    'follow-replacement':
      'Arbeiten Sie mit dem Gerät weiter, das Apple dafür geschickt hat; der alte Eintrag kann weg.',
    'correct-serial': 'Berichtigen Sie die Seriennummer in der Liste, die sie falsch hat.',
    'export-again': 'Laden Sie die Liste noch einmal ohne Filter herunter.',
    'assign-profile': 'Weisen Sie das Profil zu, das das Gerät haben soll.',
    'check-group': 'Verschieben Sie das Gerät in seine Gruppe, oder berichtigen Sie die Liste.',
    'check-status': 'Sehen Sie nach, welche Liste älter ist, und synchronisieren Sie.',
    'remove-line': 'Nichts ist zu tun; entfernen Sie die Zeile aus der Liste.',
    'repair-cell': 'Schreiben Sie die Seriennummer als Text neu in die Zeile und gleichen Sie noch einmal ab.',
  },
  summary: {
    even: (both) => `Beide Listen enthalten dieselben ${quantity(both, 'Gerät', 'Geräte')}.`,
    fewer: (portal, console) =>
      `Das Portal hat ${quantity(console - portal, 'Gerät', 'Geräte')} weniger als die Konsole: dort ${quantity(portal, 'Gerät', 'Geräte')}, hier ${quantity(console, 'Gerät', 'Geräte')}.`,
    more: (portal, console) =>
      `Das Portal hat ${quantity(portal - console, 'Gerät', 'Geräte')} mehr als die Konsole: dort ${quantity(portal, 'Gerät', 'Geräte')}, hier ${quantity(console, 'Gerät', 'Geräte')}.`,
    alike: (count) => `Beide Listen enthalten ${quantity(count, 'Gerät', 'Geräte')}, aber nicht dieselben.`,
    both: (both) => `${quantity(both, 'Gerät ist', 'Geräte sind')} in beiden.`,
    consoleOnly: (count) => `${quantity(count, 'Gerät ist', 'Geräte sind')} nur in der Konsole.`,
    portalOnly: (count) => `${quantity(count, 'Gerät ist', 'Geräte sind')} nur im Portal.`,
    mismatched: (count) =>
      `${quantity(count, 'Gerät ist', 'Geräte sind')} in beiden, aber die Listen sagen Verschiedenes darüber.`,
    cause: (count, cause, remedy) => `${quantity(count, 'Gerät', 'Geräte')}: ${cause} ${remedy}`,
    rows: (count) =>
      `${quantity(count, 'Zeile wiederholt', 'Zeilen wiederholen')} eine Seriennummer und ${count === 1 ? 'zählt' : 'zählen'} nicht.`,
    rejected: (count) =>
      `${quantity(count, 'Zeile hat', 'Zeilen haben')} keine brauchbare Seriennummer und ${count === 1 ? 'ließ' : 'ließen'} sich nicht vergleichen.`,
    whyFewer:
      'Ein Fetch bringt nur Geräte, die jetzt da sind; die Konsole behält deshalb auch jene, die gegangen sind. Erst ein Sync meldet sie als entfernt.',
    notSearched:
      'Die Listen unterscheiden sich in so vielen Geräten, dass nach falsch geschriebenen Seriennummern nicht gesucht wurde.',
  },
}
