import type { profileConsole as en } from '../en/profile-console.ts'
import type { Translated } from '../index.ts'

export const profileConsole: Translated<typeof en> = {
  title: 'Der Konsole gesagt, nicht Apple',
  description:
    'Dafür hat Apple keine Schlüssel. Hier stehen sie, damit alles über das Profil an einem Ort ist; stellen Sie in der Konsole dasselbe ein.',
  unset: 'Nicht notiert',
  on: 'Ein',
  off: 'Aus',
  yes: 'Ja',
  no: 'Nein',
  authentication: 'Authentifizierung',
  authenticationHint:
    'Ein: Personen melden sich an, bevor das Gerät eingerichtet wird. Aus: Das Gerät registriert sich mit einem Staging-Benutzer, der keinen Zugriff auf Unternehmensressourcen haben sollte.',
  ownership: 'Eigentum am Gerät',
  ownerships: {
    'corporate-dedicated': 'Unternehmen – fest zugeordnet',
    'corporate-shared': 'Unternehmen – geteilt',
    'employee-owned': 'Mitarbeitende',
  },
  deviceGroup: 'Organisationsgruppe des Geräts',
  deviceGroupHint: 'Sie braucht in der Konsole eine Gruppen-ID, sonst können sich Geräte dort nicht registrieren.',
  stagingMode: 'Staging-Modus',
  stagingModes: { none: 'Keiner', 'single-user': 'Ein Benutzer', 'multi-user': 'Mehrere Benutzer' },
  stagingUser: 'Staging-Benutzer',
  customPrompt: 'Eigener Anmeldetext',
  customPromptHint:
    'Die Nachrichtenvorlage statt Apples Anmeldetext. Schalten Sie sie als Erstes ab, wenn Registrierungen scheitern.',
  registration: 'Registrierungstoken',
  registrations: { none: 'Nicht nötig', single: 'Nur das Token', two: 'Token und Passwort' },
  registrationHint:
    'Ein Einmalwort, das Personen beim Anmelden eingeben. Stellen Sie es unter Geräte für ein Gerät aus.',
  primary: 'Erster Account eines Mac',
  primaryAccount: 'Account',
  primaryAccounts: { skipped: 'Übersprungen', standard: 'Standard', administrator: 'Administrator' },
  primaryAccountHint: 'Was die Person wird, die den Mac einrichtet.',
  primaryFilled: 'Namen sind eingetragen',
  primaryEditable: 'Namen dürfen geändert werden',
  admin: 'Administratoraccount eines Mac',
  adminAccount: 'Administratoraccount anlegen',
  adminUser: 'Benutzername',
  adminFullName: 'Vollständiger Name',
  adminPassword: 'Passwort',
  adminPasswords: { same: 'Auf jedem Mac dasselbe', random: 'Auf jedem Mac ein anderes' },
  adminPasswordHint: 'Das Passwort selbst wird in der Konsole gesetzt. Hier wird es nicht aufbewahrt.',
  adminHidden: 'Vor den Personen am Mac verborgen',
  advice: {
    'staging-user':
      'Nennen Sie ohne Authentifizierung einen Staging-Benutzer, der keinen Zugriff auf Unternehmensressourcen hat.',
    'generic-only': 'Ohne Authentifizierung sollte alles allgemein gehalten sein, was das Gerät erreicht.',
    'no-group': 'Ohne Gruppe entscheidet die Konsole, wohin Geräte kommen.',
    'group-without-id':
      'Diese Gruppe hat keine Gruppen-ID. Geben Sie ihr eine, unter Gruppen und in der Konsole, sonst können sich Geräte nicht registrieren.',
    'unused-prompt': 'Ein eigener Anmeldetext erscheint nur, wo Personen sich anmelden.',
    'unused-registration': 'Nach einem Registrierungstoken wird nur gefragt, wo Personen sich anmelden.',
    'two-factor-needs-page': 'Token und Passwort zusammen brauchen eine Anmeldeseite: eigene Registrierung.',
    'admin-needed': 'So ist niemand Administrator des Mac. Legen Sie einen Administratoraccount an.',
    'directory-needed': 'Ohne ersten Account kann man sich nur mit einem Account Ihres Verzeichnisses anmelden.',
    'admin-needs-name': 'Der Administratoraccount braucht einen Benutzernamen.',
    'same-password': 'Ein Passwort, das auf jedem Mac dasselbe ist, öffnet alle, sobald jemand es kennt.',
    'accounts-need-await':
      'Dieses Profil wartet nicht, bis der Server das Gerät konfiguriert hat; Accounts kommen so vielleicht zu spät.',
  },
}
