import type { shell as en } from '../en/shell.ts'
import type { Translated } from '../index.ts'
import { quantity } from './words.ts'

export const shell: Translated<typeof en> = {
  menu: {
    file: '&Datei',
    edit: '&Bearbeiten',
    view: '&Ansicht',
    go: '&Gehe zu',
    window: '&Fenster',
    help: '&Hilfe',
    about: 'Über ADE Desk',
    settings: 'Einstellungen …',
    services: 'Dienste',
    hide: 'ADE Desk ausblenden',
    hideOthers: 'Andere ausblenden',
    showAll: 'Alle einblenden',
    quit: 'ADE Desk beenden',
    syncAll: 'Alle Token jetzt synchronisieren',
    lock: 'Tresor sperren',
    close: 'Fenster schließen',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    delete: 'Löschen',
    selectAll: 'Alles auswählen',
    actualSize: 'Originalgröße',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    fullScreen: 'Vollbild',
    reload: 'Neu laden',
    developerTools: 'Entwicklerwerkzeuge',
    palette: 'Suchen oder ausführen …',
    minimize: 'Minimieren',
    zoom: 'Zoomen',
    front: 'Alle nach vorne bringen',
    guide: 'Handbuch',
    keyMap: 'Tastenkürzel',
    showLogs: 'Protokolldateien zeigen',
    checkForUpdates: 'Nach Updates suchen …',
  },
  tray: {
    open: 'ADE Desk öffnen',
    syncAll: 'Alle Token jetzt synchronisieren',
    quit: 'Beenden',
    noVault: 'Noch nicht eingerichtet',
    locked: 'Der Tresor ist gesperrt: Läufe warten',
    noTokens: 'Kein Token ist verbunden',
    running: (names: string) => `Liest von Apple: ${names}`,
    runningMany: (count: number) => `Liest von Apple: ${quantity(count, 'Token', 'Token')}`,
    attention: (count: number) => quantity(count, 'Vorgang braucht Sie', 'Vorgänge brauchen Sie'),
    allIsWell: 'Alles in Ordnung',
    nextRun: (when: string) => `Nächster Lauf: ${when}`,
    nextRunSoon: 'Nächster Lauf: gleich',
  },
  closing: {
    goesOnTitle: 'ADE Desk liest weiter',
    goesOnDetail: 'Das Fenster ist geschlossen. Das Programm beendet sich, sobald der Lauf fertig ist.',
    quitTitle: (count: number) =>
      count === 1
        ? 'Ein Lauf ist im Gang. Trotzdem beenden?'
        : `${quantity(count, 'Lauf ist', 'Läufe sind')} im Gang. Trotzdem beenden?`,
    quitDetail: 'Was bisher gelesen wurde, bleibt erhalten. Der nächste Lauf macht dort weiter.',
    quit: 'Beenden',
    keepRunning: 'Weiterlaufen lassen',
  },
  updates: {
    availableTitle: 'Ein Update liegt bereit',
    availableDetail: (version: string) =>
      `ADE Desk ${version} wurde geladen, die Signatur ist geprüft. Es wird installiert, wenn das Programm beendet wird.`,
    noneTitle: 'ADE Desk ist auf dem neuesten Stand',
    failedTitle: 'Der Update-Server hat nicht wie erwartet geantwortet',
    failedDetail:
      'Es wurde nichts verändert. Den Grund nennt die Protokolldatei; beheben kann ihn, wer den Update-Server betreibt.',
    offTitle: 'Updates sind nicht eingeschaltet',
    offDetail:
      'Dieses Programm fragt keinen Server nach Updates, solange kein Administrator einen benannt hat. Das Handbuch sagt, wie.',
  },
}
