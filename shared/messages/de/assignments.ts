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
}
