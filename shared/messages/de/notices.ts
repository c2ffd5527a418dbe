import type { notices as en } from '../en/notices.ts'
import type { Translated } from '../index.ts'
import { quantity } from './words.ts'

const PORTAL =
  'Wer im Portal die Rolle Administrator oder Geräteregistrierungs-Manager hat, kann das mit Ihnen beheben.'

export const notices: Translated<typeof en> = {
  title: 'Hinweise',
  levels: { urgent: 'Dringend', soon: 'Bald', hint: 'Empfehlungen' },
  empty: 'Nichts zu tun',
  emptyText:
    'Hier steht, wenn ein Ablaufdatum näher rückt, ein Lauf fehlschlägt oder ausbleibt oder Bedingungen anzunehmen sind.',
  checked: (ago) => `Zuletzt geprüft ${ago}`,
  neverChecked: 'Noch nicht geprüft',
  dismiss: (title) => `Ausblenden: ${title}`,
  dismissed: 'Ausgeblendet',
  dismissedCount: (count) => `Ausgeblendet (${quantity(count, 'Hinweis', 'Hinweise')})`,
  raised: (title) => `Neuer Hinweis: ${title}`,
  since: (moment, ago) => `Seit ${moment} (${ago})`,
  nextTry: (distance) => `Nächster Versuch ${distance}.`,
  actions: {
    renew: 'Erneuern',
    'show-runs': 'Läufe anzeigen',
    sync: 'Jetzt abgleichen',
    unlock: 'Entsperren',
    'open-portal': 'Portal öffnen',
    'make-recovery-code': 'Wiederherstellungscode erstellen',
    'show-reports': 'Exporte zeigen',
    'show-credential': 'Anzeigen',
  },
  kinds: {
    'token-expiring': {
      title: (token, distance) => `${token} läuft ${distance} ab`,
      detail: (moment) =>
        `Gültig bis ${moment}. Erneuern Sie das Token vorher; wie das Push-Zertifikat wird es jedes Jahr erneuert, und niemand sonst tut es.`,
      who: PORTAL,
    },
    'token-expired': {
      title: (token) => `${token} ist abgelaufen`,
      detail: 'Abgleich und Zuweisung ruhen. Registrierte Geräte bleiben registriert und verwaltet.',
      who: PORTAL,
    },
    'token-rejected': {
      title: (token) => `Apple lehnt das Token ${token} ab`,
      detail:
        'Für seinen Server wurde ein neueres Token geladen, oder das Konto dahinter hat sich geändert. Eine neue Token-Datei behebt das; registrierte Geräte bleiben unberührt.',
      who: PORTAL,
    },
    'terms-not-accepted': {
      title: (token) => `Neue Bedingungen von Apple halten ${token} an`,
      detail: 'Bis sie angenommen sind, antwortet Apple dieser Organisation nicht. ADE Desk fragt von selbst erneut.',
      who: 'Nur ein Administrator des Portals kann sie annehmen; andere Rollen sehen sie nicht.',
    },
    'access-denied': {
      title: (token) => `Apple verweigert ${token} den Zugriff`,
      detail: 'Dem Server dieses Tokens oder dem Konto dahinter fehlt eine Berechtigung.',
      who: 'Das kann ein Administrator des Portals beheben.',
    },
    'credential-expiring': {
      title: (credential, distance) => `${credential} läuft ${distance} ab`,
      detail: (moment) =>
        `Gültig bis ${moment}. Tragen Sie dort Zuständige und Vertretung ein; sonst erinnert niemand verlässlich daran.`,
      who: 'Das kann die zuständige Person beheben.',
    },
    'credential-expired': {
      title: (credential) => `${credential} ist abgelaufen`,
      detail:
        'Ohne Push-Zertifikat sind Geräte nicht erreichbar, ohne Inhaltstoken lassen sich keine Lizenzen vergeben. Erneuern Sie, statt neu zu erstellen.',
      who: 'Das kann die zuständige Person beheben.',
    },
    'stoken-rejected': {
      title: (credential) => `Apple lehnt das Inhaltstoken ${credential} ab`,
      detail:
        'Es wurde widerrufen oder ersetzt, oder das Konto, das es geladen hat, hat sein Passwort geändert. Eine neue Datei aus dem Portal behebt das.',
      who: PORTAL,
    },
    'stoken-elsewhere': {
      title: (credential) => `${credential} wird von einem Dienst genutzt, den Sie nicht bestätigt haben`,
      detail:
        'Zwei Verwaltungsdienste an einer Einheit führen zu unvorhersehbaren Ergebnissen: Lizenzen können verschwinden. Ist es Ihre Konsole, bestätigen Sie sie; sonst klären Sie, wer dieses Token hat.',
      who: 'Das können Sie hier selbst beheben.',
    },
    unreachable: {
      title: (token) => `Apple ist für ${token} nicht erreichbar`,
      detail: 'Das Token selbst kann in Ordnung sein; der nächste Lauf versucht es erneut.',
      who: 'Das kann die Person beheben, die Ihr Netzwerk betreut.',
    },
    'sync-failed': {
      title: (token, count) => `Der Abgleich von ${token} ist ${quantity(count, 'Mal', 'Mal')} in Folge fehlgeschlagen`,
      detail: 'Die Geräte stehen da, wie der letzte gute Lauf sie hinterlassen hat.',
      who: 'Das können Sie hier selbst beheben.',
    },
    'sync-overdue': {
      title: (token) => `${token} war fällig und wurde nicht abgeglichen`,
      detail: 'Der Lauf ließ sich nicht starten. Starten Sie ihn von Hand, um den Grund zu sehen.',
      who: 'Das können Sie hier selbst beheben.',
    },
    'report-failed': {
      title: (report, count) =>
        `Der geplante Export von ${report} ist ${quantity(count, 'Mal', 'Mal')} in Folge fehlgeschlagen`,
      detail: 'Die früheren Dateien sind noch da; eine neue fehlt.',
      who: 'Das können Sie hier selbst beheben.',
    },
    'vault-locked': {
      title: (count) => `Der Tresor ist gesperrt; ${quantity(count, 'Token wartet', 'Token warten')} darauf`,
      detail: 'Fällige Läufe beginnen, sobald er entsperrt ist.',
      who: 'Sie können ihn entsperren, mit der Passphrase oder dem Wiederherstellungscode.',
    },
    'no-recovery-code': {
      title: 'Es gibt keinen Wiederherstellungscode',
      detail:
        'Ohne ihn kostet eine vergessene Passphrase oder ein verlorener Schlüsselspeicher dieses Computers jedes Token im Tresor.',
      who: 'Das können Sie hier selbst beheben.',
    },
    test: {
      title: 'Dies ist ein Test',
      detail: 'Hinweise kommen an. Dieser verschwindet innerhalb einer Stunde von selbst.',
      who: 'Niemand muss etwas tun.',
    },
  },
}
