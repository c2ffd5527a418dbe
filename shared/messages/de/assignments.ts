import { quantity } from './words.ts'
import type { assignments as en } from '../en/assignments.ts'
import type { Translated } from '../index.ts'

export const assignments: Translated<typeof en> = {
  outcomes: {
    SUCCESS: 'Apple hat es angenommen.',
    NOT_ACCESSIBLE:
      'Das Gerät ist im Portal nicht mehr auf diesem Server. Gleichen Sie ab und sehen Sie nach, wo es ist.',
    FAILED:
      'Apple konnte es nicht ausführen. Nach einem Tag folgt ein neuer Versuch; nach drei Versuchen muss jemand nachsehen.',
    THROTTLED: 'Apple wurde zu diesem Gerät zu oft gefragt. Bis zum nächsten Versuch bleibt es in Ruhe.',
    MISSING: 'Apple hat zu diesem Gerät nichts gesagt. Es folgt ein neuer Versuch.',
    PROFILE_GONE: 'Apple kennt diese Version des Profils nicht mehr. Veröffentlichen Sie es erneut.',
    UNCHANGED: 'Apple meldet es bereits so.',
    GONE: 'Das Gerät ist auf keinem Ihrer Token mehr.',
    NOT_FOUND: 'Kein Abgleich hat diese Seriennummer je gemeldet.',
    NOT_PUBLISHED: 'Das Profil ist auf dem Token dieses Geräts nicht veröffentlicht.',
    UNKNOWN:
      'Die Antwort kam nicht an. Es kann ausgeführt worden sein: gleichen Sie ab und sehen Sie nach, bevor Sie es wiederholen.',
    NOT_SENT: 'Nicht gesendet, weil ein früherer Teil fehlschlug.',
    WAITING: 'Noch keine Antwort. Der nächste Lauf seines Tokens macht damit weiter.',
  },
  lockOutcomes: {
    SUCCESS: 'Das Gerät ist gesperrt. Der Code, der es öffnet, liegt im Tresor.',
    NOT_ACCESSIBLE:
      'Das Gerät ist im Portal nicht mehr auf diesem Server. Gleichen Sie ab und sehen Sie nach, wo es ist.',
    ORG_NOT_SUPPORTED: 'Ihre Organisation kann das nicht nutzen: Sie ist nicht im aktuellen Programm von Apple.',
    DEVICE_NOT_SUPPORTED: 'Bei dieser Art von Gerät kann ein Server keine Aktivierungssperre einschalten.',
    DEVICE_ALREADY_LOCKED: 'Das Gerät ist bereits gesperrt, durch seinen Benutzer oder eine frühere Anfrage.',
    FAILED: 'Apple konnte es nicht ausführen. Versuchen Sie es später erneut.',
    GONE: 'Das Gerät ist auf keinem Ihrer Token mehr. Es wurde nichts gesendet.',
    UNKNOWN: 'Die Antwort von Apple kam nicht an. Das Gerät kann gesperrt sein; der Code bleibt im Tresor.',
  },
  otherLockOutcome: 'Apple hat mit einem neuen Wort geantwortet.',
  otherOutcome: 'Apple hat mit einem neuen Wort geantwortet. Es zählt als Fehlschlag und wird erneut versucht.',

  outcomeNames: {
    SUCCESS: 'Angenommen',
    NOT_ACCESSIBLE: 'Nicht zugänglich',
    FAILED: 'Fehlgeschlagen',
    THROTTLED: 'Gedrosselt',
    MISSING: 'Keine Antwort',
    PROFILE_GONE: 'Version entfallen',
    UNCHANGED: 'Bereits richtig',
    GONE: 'Nicht mehr da',
    NOT_FOUND: 'Hier unbekannt',
    NOT_PUBLISHED: 'Nicht veröffentlicht',
    UNKNOWN: 'Antwort verloren',
    NOT_SENT: 'Nicht gesendet',
    WAITING: 'Wartet',
  },
  releaseNames: { SUCCESS: 'Freigegeben' },
  releaseOutcomes: {
    SUCCESS: 'Apple hat es aus Ihrer Organisation freigegeben.',
    FAILED: 'Apple konnte es nicht freigeben. Versuchen Sie es später erneut.',
    MISSING: 'Apple hat zu diesem Gerät nichts gesagt. Gleichen Sie ab und sehen Sie nach, bevor Sie es wiederholen.',
    GONE: 'Das Gerät ist auf keinem Ihrer Token mehr. Es wurde nichts gesendet.',
  },

  actions: {
    menu: 'Zuweisung und Freigabe',
    assign: 'Profil zuweisen …',
    unassign: 'Profil wegnehmen …',
    retry: 'Fehlgeschlagene wiederholen …',
    release: 'Aus der Organisation freigeben …',
    lock: 'Aktivierungssperre …',
    bypassCode: 'Umgehungscode anzeigen …',
    about: (count: number) => quantity(count, 'ausgewähltes Gerät', 'ausgewählte Geräte'),
  },

  assign: {
    title: 'Profil zuweisen',
    explained:
      'Diese Geräte sollen ab jetzt dieses Profil haben. Apple wird sofort benachrichtigt. Ein bereits eingerichtetes Gerät behält, was es hat, bis es gelöscht wird.',
    profile: 'Profil',
    notPublished: 'Nicht veröffentlicht',
    onTokens: (tokens: string) => `Veröffentlicht auf ${tokens}`,
    noMatch: 'Kein passendes Profil',
    noProfiles: 'Es gibt noch keine Profile. Legen Sie unter „Profile“ eines an und veröffentlichen Sie es.',
    checking: 'Vergleich mit dem, was Apple meldet',
    plan: (total: number, change: number, same: number, gone: number) =>
      `${quantity(total, 'Gerät', 'Geräte')}: ${quantity(change, 'ändert sich', 'ändern sich')}, ${quantity(same, 'hat es bereits', 'haben es bereits')}, ${quantity(gone, 'nicht mehr da oder unbekannt', 'nicht mehr da oder unbekannt')}.`,
    unpublished: (count: number) =>
      `${quantity(count, 'Gerät ist auf einem Token', 'Geräte sind auf Token')}, wo das Profil nicht veröffentlicht ist. Sie bekommen es, wenn es dort veröffentlicht ist: mit dem nächsten vollständigen Abruf oder wenn Sie es erneut zuweisen.`,
    confirm: (count: number) => `${quantity(count, 'Gerät', 'Geräten')} zuweisen`,
    nothing: 'Nichts zuzuweisen',
  },

  unassign: {
    title: 'Profil wegnehmen',
    explained:
      'Diese Geräte sollen ab jetzt kein Profil haben und bekommen auch keines als Standard. Ihre nächste Einrichtung läuft ohne Verwaltung.',
    keeps:
      'Unberührt bleibt: Ein Gerät, das sein Profil geholt hat, behält es und bleibt registriert, bis es gelöscht wird. Die Geräte bleiben auf ihren Token.',
    plan: (total: number, change: number, same: number, gone: number) =>
      `${quantity(total, 'Gerät', 'Geräte')}: ${quantity(change, 'verliert sein Profil', 'verlieren ihr Profil')}, ${quantity(same, 'hat keines', 'haben keines')}, ${quantity(gone, 'nicht mehr da oder unbekannt', 'nicht mehr da oder unbekannt')}.`,
    confirm: (count: number) => `${quantity(count, 'Gerät', 'Geräten')} wegnehmen`,
    nothing: 'Nichts wegzunehmen',
  },

  retry: {
    title: 'Fehlgeschlagene Zuweisungen wiederholen',
    explained:
      'Geräte, deren Zuweisung wartet oder fehlschlug, werden jetzt noch einmal an Apple gemeldet. Die anderen bleiben in Ruhe.',
    warning:
      'Apple bremst Geräte, zu denen zu oft gefragt wird: Ihre Versuche schlagen fehl, bis sie einen Tag in Ruhe waren.',
    plan: (total: number, change: number, same: number, gone: number) =>
      `${quantity(total, 'Gerät', 'Geräte')}: ${quantity(change, 'wird wiederholt', 'werden wiederholt')}, ${quantity(same, 'wartet nicht und schlug nicht fehl', 'warten nicht und schlugen nicht fehl')}, ${quantity(gone, 'unbekannt', 'unbekannt')}.`,
    confirm: (count: number) => `Für ${quantity(count, 'Gerät', 'Geräte')} wiederholen`,
    nothing: 'Nichts zu wiederholen',
  },

  release: {
    title: 'Aus der Organisation freigeben',
    explained: (count: number) =>
      `${quantity(count, 'Gerät verlässt', 'Geräte verlassen')} Ihre Organisation endgültig. Das lässt sich hier nicht rückgängig machen: Nur der Verkäufer oder Apple Configurator kann ein Gerät zurückbringen.`,
    keeps:
      'Registrierte Geräte bleiben registriert, bis sie gelöscht werden. Danach gehören sie dem, der sie einrichtet.',
    saved: 'Bevor etwas gesendet wird, wird die Liste dieser Geräte im Datenordner von ADE Desk gespeichert.',
    plan: (total: number, change: number, _same: number, gone: number) =>
      `${quantity(total, 'Gerät', 'Geräte')}: ${quantity(change, 'wird freigegeben', 'werden freigegeben')}, ${quantity(gone, 'nicht mehr da oder unbekannt', 'nicht mehr da oder unbekannt')}.`,
    reading: 'Seriennummern werden gelesen',
    tooMany: (most: string) =>
      `Auf einmal lassen sich höchstens ${most} Geräte freigeben. Grenzen Sie die Liste mit Filtern ein.`,
    none: 'Es ist kein Gerät mehr ausgewählt.',
    type: (sentence: string) => `Geben Sie ${sentence} ein`,
    confirm: (count: number) => `${quantity(count, 'Gerät', 'Geräte')} freigeben`,
    list: 'Gespeicherte Liste',
    listPath: 'Pfad der gespeicherten Liste',
    showList: 'Liste zeigen',
  },

  run: {
    comparing: 'Geräte werden verglichen',
    assign: 'Profil wird zugewiesen',
    unassign: 'Profile werden weggenommen',
    retry: 'Zuweisungen werden wiederholt',
    release: 'Geräte werden freigegeben',
    progress: (done: string, total: string) => `${done} von ${total}`,
    inBackground: 'Im Hintergrund fortsetzen',
    cancel: 'Anhalten',
    cancelled:
      'Angehalten. Was Apple schon gemeldet wurde, bleibt. Der Rest ist weiterhin gewünscht, und der nächste Lauf seines Tokens macht damit weiter.',
    releaseStopped:
      'Angehalten. Zuvor gesendete Teile sind freigegeben. Gleichen Sie ab und sehen Sie nach, bevor Sie es wiederholen.',
  },

  result: {
    titles: {
      assign: 'Profil zuweisen: Ergebnisse',
      unassign: 'Profil wegnehmen: Ergebnisse',
      retry: 'Wiederholung: Ergebnisse',
      release: 'Freigabe: Ergebnisse',
    },
    summary: (good: string, total: string) => `${good} von ${total} sind, wie sie sein sollen.`,
    released: (good: string, total: string) => `${good} von ${total} wurden freigegeben.`,
    none: 'Es gab nichts zu tun.',
    outcomes: 'Ergebnisse',
    count: (count: number) => quantity(count, 'Gerät', 'Geräte'),
    nextAttempt: (moment: string) => `Nächster Versuch ${moment}`,
    attention: 'Geräte, nach denen jemand sehen sollte',
    serial: 'Seriennummer',
    outcome: 'Ergebnis',
    next: 'Nächster Versuch',
    noNext: 'Keiner von selbst',
    more: (count: number) => `Und ${quantity(count, 'weiteres', 'weitere')}: Der Export nennt sie.`,
    notListed: (count: string) => `Die Liste enthält ${count} Geräte, zuerst die, nach denen jemand sehen sollte.`,
    export: 'Als CSV exportieren',
    exportTitle: 'Ergebnisse als CSV exportieren',
    exported: (path: string) => `Ergebnisse gespeichert als ${path}`,
    done: 'Fertig',
    meaning: 'Bedeutung',
  },

  announced: (total: number) => `Ergebnisse für ${quantity(total, 'Gerät', 'Geräte')}`,

  facts: {
    should: 'Soll haben',
    reported: 'Apple meldet',
    version: (profile: string, version: number) => `${profile} · ${version}`,
    unpublished: (profile: string) => `${profile}, auf seinem Token nicht veröffentlicht`,
    noProfile: 'Kein Profil',
    otherProfile: 'Ein anderswo erstelltes Profil',
    nobody: 'Nichts gewählt',
    why: 'Gewählt',
    byPerson: (moment: string) => `Von einer Person, ${moment}`,
    byDefault: (moment: string) => `Als Standard, ${moment}`,
    since: 'In Arbeit seit',
    ago: (moment: string, age: string) => `${moment} (${age})`,
    cause: 'Grund',
    notAsked: 'Apple wurde noch nicht benachrichtigt. Der nächste Lauf seines Tokens tut es.',
    notShown: 'Apple hat es angenommen; in der Liste von Apple steht es noch nicht.',
    answer: 'Letzte Antwort',
    answered: 'Beantwortet',
    attempts: 'Fehlversuche in Folge',
    nothingNext: 'Keiner von selbst: Jemand muss nachsehen',
  },

  lock: {
    title: 'Aktivierungssperre',
    explained:
      'Das Gerät lässt sich danach nur mit einem Umgehungscode neu einrichten. ADE Desk erzeugt den Code und bewahrt ihn im Tresor auf. Der Benutzer wird nicht gefragt.',
    message: 'Nachricht auf dem gesperrten Gerät',
    messageHint: 'Freiwillig. Eine Telefonnummer hilft dem, der es findet.',
    confirm: 'Sperre einschalten',
  },

  code: {
    title: 'Umgehungscode',
    explained:
      'Wer diesen Code hat, kann das Gerät öffnen. Geben Sie ihn anstelle des Passworts ein, wo das Gerät nach einem Apple Account fragt, und lassen Sie den Namen des Accounts leer.',
    reading: 'Der Tresor wird geöffnet',
    made: (moment: string) => `Erzeugt ${moment}`,
    unsure: 'Apple hat damals nicht geantwortet: Dieser Code kann das Gerät öffnen.',
    name: 'Umgehungscode',
    copy: 'Code kopieren',
  },
}
