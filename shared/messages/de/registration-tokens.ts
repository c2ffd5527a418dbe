import type { registrationTokens as en } from '../en/registration-tokens.ts'
import type { Translated } from '../index.ts'
import { quantity } from './words.ts'

export const registrationTokens: Translated<typeof en> = {
  action: 'Registrierungstoken …',
  title: (serial) => `Registrierungstoken von ${serial}`,
  titleMany: (count) => `Registrierungstoken von ${quantity(count, 'Gerät', 'Geräten')}`,
  intro:
    'Das Einmalwort, das jemand im Systemassistenten eingibt. Ob es gilt, entscheidet Ihre Konsole: Machen Sie es dort bekannt, oder hinterlegen Sie hier das Token, das die Konsole erstellt hat.',
  status: 'Tokenstatus',
  meanings: {
    none: 'Für dieses Gerät ist kein Registrierungstoken bekannt.',
    'registration-active':
      'Ein Registrierungstoken wartet darauf, verwendet zu werden. Das Gerät ist damit noch nicht registriert.',
    'registration-expired':
      'Das Registrierungstoken wurde widerrufen oder ist verfallen. Bei Geräten der automatischen Registrierung zählen Stunden nicht.',
    compliant: 'Das Gerät hat sich mit seinem Registrierungstoken registriert.',
    'not-applicable': 'Das Gerät hat sich ohne Token registriert; das Token ist damit hinfällig. Das ist kein Fehler.',
    blocked: 'Das Gerät steht auf einer Sperrliste der Konsole und kann sich nicht registrieren.',
    allowed: 'Das Gerät steht auf einer Zulassungsliste der Konsole und darf sich registrieren.',
  },
  rule: (factor, length) => `${factor}, ${length} Zeichen`,
  ruleFrom: (rule, group) => `Wie Gruppe ${group} es vorgibt: ${rule}`,
  ruleUsual: (rule) => `Wie üblich: ${rule}`,
  makeRule: (group) => `Als Vorgabe von ${group} sichern`,
  dropRule: (group) => `Vorgabe von ${group} entfernen`,
  ruleMade: (group) => `Die Vorgabe von ${group} wurde geändert.`,
  act: 'Was geschehen soll',
  acts: { issue: 'Ausstellen', reset: 'Zurücksetzen', revoke: 'Widerrufen' },
  factor: 'Art',
  factors: { rule: 'Wie die Gruppe es vorgibt', single: 'Ein Faktor', two: 'Zwei Faktoren' },
  factorWhy:
    'Ein Faktor: nur das Token, eingegeben in beide Felder, Benutzername und Passwort. Zwei Faktoren, mit eigener Registrierungsseite: das Token sowie Name und Passwort der Person.',
  length: 'Zeichen (6 bis 20)',
  lengthWhy: 'Leer: wie die Gruppe es vorgibt.',
  lengthWrong: 'Erwartet wird eine Zahl von 6 bis 20.',
  plan: (total, change) => `${quantity(total, 'Gerät', 'Geräte')}: ${quantity(change, 'wird', 'werden')} geändert`,
  same: (count) => `${quantity(count, 'hat', 'haben')} schon ein aktives`,
  none: (count) => `${quantity(count, 'hat', 'haben')} keines`,
  blocked: (count) => `${quantity(count, 'ist', 'sind')} blockiert`,
  gone: (count) => `${count} führt Apple nicht`,
  done: (count) => `Für ${quantity(count, 'Gerät', 'Geräte')} erledigt.`,
  running: {
    issue: 'Registrierungstoken ausstellen',
    reset: 'Registrierungstoken zurücksetzen',
    revoke: 'Registrierungstoken widerrufen',
  },
  progress: (done, total) => `${done} von ${total} Geräten`,
  ended: (done, total) => `Nach ${done} von ${total} Geräten beendet. Was getan ist, bleibt.`,
  failed:
    'Nicht alle Registrierungstoken konnten geändert werden. Öffnen Sie den Dialog noch einmal, um zu sehen, was fehlt.',
  show: 'Werte zeigen',
  values: 'Werte',
  copyValue: 'Kopieren',
  copyMessage: 'Als Nachricht kopieren',
  copyAll: 'Alle als Nachrichten kopieren',
  shown:
    'Sie stehen in diesem Fenster, bis es geschlossen wird. Kopierter Text bleibt in der Zwischenablage: Geben Sie ihn weiter, und kopieren Sie dann etwas anderes.',
  message: {
    greeting: (user) => `Guten Tag ${user},`,
    nobody: 'Guten Tag,',
    device: (device) => `dies ist das einmalige Registrierungstoken für Ihr Gerät ${device}:`,
    single: 'Wenn der Systemassistent nach Benutzername und Passwort fragt, geben Sie das Token in beide Felder ein.',
    two: 'Wenn der Systemassistent danach fragt, geben Sie das Token ein; melden Sie sich dann mit Ihrem Benutzernamen und Passwort an.',
  },
  history: 'Bisher',
  states: {
    active: 'Aktiv',
    used: 'Verwendet',
    unused: 'Nicht verwendet',
    revoked: 'Widerrufen',
    replaced: 'Ersetzt',
    expired: 'Abgelaufen',
    blocked: 'Blockiert',
  },
  line: (state, rule, moment) => `${state} · ${rule} · ausgestellt ${moment}`,
  keep: {
    title: 'Einen Wert hinterlegen, den die Konsole erstellt hat',
    value: 'Wert aus der Konsole',
    wrong: 'Erwartet werden 6 bis 20 Buchstaben und Ziffern.',
    submit: 'Hinterlegen',
  },
}
