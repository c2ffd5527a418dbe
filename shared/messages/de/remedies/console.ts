/** Remedies done in the console. */
export const consoleRemedies = {
  configure: {
    title: 'Die Gruppe mit einem Server des Portals verbinden',
    steps: [
      'In Workspace ONE UEM die Gruppe wählen, dann Groups & Settings > All Settings > Devices & Users > Apple > Device Enrollment Program > Configure, und den öffentlichen Schlüssel laden. Hier: Token > Token verbinden.',
      'Im Portal einen Dienst zur Geräteverwaltung hinzufügen, den Schlüssel hochladen und das Token laden.',
      'Das Token hochladen und den Assistenten in derselben Browsersitzung mit einem ersten Profil abschließen.',
      'Ein Token an der obersten Gruppe genügt; Gruppen darunter erben es.',
    ],
    sees: 'Die Seite zeigt den Namen des Servers und ein Datum in einem Jahr.',
    verify: 'Für die Gruppe des Geräts gilt ein Token.',
  },
  reconfigure: {
    title: 'Die Anbindung neu einrichten',
    steps: [
      'Notieren, welche Geräte welches Profil haben: Ausschalten entfernt die Profile in der Konsole und bei Apple.',
      'An der Gruppe mit der Konfiguration: Disable, Save, und die Seite neu laden.',
      'Configure wählen, den neuen Schlüssel laden und im Portal beim bestehenden Server hochladen.',
      'Dort ein neues Token laden, hochladen, das Profil neu anlegen und zuweisen.',
    ],
    sees: 'Geräte ohne Profil bis zum letzten Schritt; ein zwischendurch gelöschtes Gerät richtet sich ohne Verwaltung ein.',
    verify: 'Apple nimmt das neue Token an, und die Geräte zeigen das neue Profil.',
  },
  'wrong-server': {
    title: 'Das Token des richtigen Servers verwenden',
    steps: [
      'Name und Kennung des Servers mit dem Portal vergleichen.',
      'Das Token des bisher verbundenen Servers laden und hochladen.',
      'Ist der Wechsel gewollt: bestätigen, alle Geräte abrufen, die Profile neu hinterlegen und zuweisen.',
    ],
    sees: 'Denselben Servernamen wie im Portal.',
    verify: 'Das Konto bei Apple ist das, für das das Token importiert wurde.',
  },
  'one-group': {
    title: 'Das Token an einer Gruppe führen',
    steps: [
      'Entscheiden, welche Gruppe den Server besitzt; meist die höhere.',
      'Das Token an der anderen entfernen und sie erben lassen.',
      'Brauchen beide ein eigenes: im Portal einen zweiten Server anlegen und die Geräte aufteilen.',
    ],
    sees: 'Einen Besitzer und erbende Gruppen darunter.',
    verify: 'Das Token ist nur an einer Gruppe verbunden.',
  },
  'allow-again': {
    title: 'Das Gerät von der Sperrliste nehmen',
    steps: [
      'In Workspace ONE UEM: Devices > Lifecycle > Enrollment Status, die Seriennummer suchen.',
      'Den Sperrlisten-Eintrag löschen oder das Gerät als erlaubt eintragen.',
      'Abgleichen, dann das Profil zuweisen.',
    ],
    sees: 'Der Status ist nicht mehr „Blocked“.',
    verify: 'Die Konsole nennt das Gerät nicht mehr gesperrt.',
  },
  'group-id': {
    title: 'Der Gruppe eine Gruppen-ID geben',
    steps: [
      'In Workspace ONE UEM die Organisationsgruppe des Profils öffnen: Groups & Settings > Groups > Organization Groups > Details.',
      'Eine Gruppen-ID eintragen, die keine andere Gruppe hat, und speichern.',
      'Das Profil erneut speichern und zuweisen.',
    ],
    sees: 'Die Gruppen-ID in den Details der Gruppe.',
    verify: 'Die Gruppe hat eine Gruppen-ID, und ein Testgerät registriert sich.',
  },
  'user-group': {
    title: 'Benutzer und Gruppe zusammenbringen',
    steps: [
      'In Workspace ONE UEM den Benutzer öffnen: Registrierungsgruppe und verwaltende Gruppe notieren.',
      'Den Benutzer in den Zweig der Gruppe des Profils verschieben oder seine Benutzergruppe zuordnen (Enrollment > Grouping).',
      'Die Registrierung erneut versuchen.',
    ],
    sees: 'Den Benutzer innerhalb des Zweigs.',
    verify: 'Der Benutzer meldet sich bei der Einrichtung an, und das Gerät landet in der Gruppe.',
  },
  'prompt-off': {
    title: 'Die eigene Eingabeaufforderung ausschalten',
    steps: [
      'Im Profil: Authentication > Custom Prompt OFF, dann Save.',
      'Das Profil zuweisen, ein Testgerät löschen und einrichten.',
      'Hilft das, vor dem Wiedereinschalten die Nachrichtenvorlage prüfen.',
    ],
    sees: 'Apples eigenes Formular für Name und Passwort.',
    verify: 'Das Testgerät registriert sich.',
  },
  credentials: {
    title: 'Die Anmeldung des Benutzers prüfen',
    steps: [
      'Den Benutzer mit Name und Passwort am Self-Service-Portal anmelden lassen.',
      'Bei Verzeichnisbenutzern: in Workspace ONE UEM die Verbindung testen und den Benutzer nachschlagen.',
      'Prüfen, ob das Konto weder gesperrt noch abgelaufen ist.',
    ],
    sees: 'Das Self-Service-Portal öffnet sich.',
    verify: 'Dieselben Anmeldedaten gelingen bei der Einrichtung.',
  },
  'authentication-setting': {
    title: 'Profil und Server bei der Anmeldung abstimmen',
    steps: [
      'Entscheiden, ob sich Benutzer bei der Einrichtung anmelden.',
      'ON: Benutzer geben Anmeldedaten ein. OFF: Ein Bereitstellungsbenutzer besitzt das Gerät; ihm keinen Zugriff auf Unternehmensressourcen geben.',
      'Das Profil speichern, zuweisen und mit einem Gerät testen.',
    ],
    sees: 'Eine Anmeldung genau dort, wo sie gewollt ist.',
    verify: 'Die Probe erhält ein Profil oder die gewollte Anmeldung.',
  },
  'authentication-on': {
    title: 'Benutzer anmelden lassen oder das Gerät übernehmen',
    steps: [
      'Soll das Gerät von Anfang an seinem Benutzer gehören: Authentication im Profil einschalten, speichern und zuweisen.',
      'Sonst den Benutzer im Hub anmelden lassen: Das übergibt das Gerät.',
      'Dem Bereitstellungsbenutzer nur allgemeine Einstellungen und keinen Zugriff auf Unternehmensressourcen geben.',
    ],
    sees: 'In der Konsole am Gerät den Namen des Benutzers.',
    verify: 'Die nächste Registrierung zeigt den richtigen Benutzer.',
  },
  'enable-mode': {
    title: 'Die Anmeldeart einschalten',
    steps: [
      'In Workspace ONE UEM an der Gruppe: Devices & Users > General > Enrollment > Authentication.',
      'Die Art des Benutzers ankreuzen: Basic, Directory oder Authentication Proxy; speichern.',
    ],
    sees: 'Die angekreuzte Art an der Gruppe, in die sich das Gerät registriert.',
    verify: 'Der Benutzer meldet sich bei der Einrichtung an.',
  },
  'reset-token': {
    title: 'Das Registrierungstoken neu ausgeben',
    steps: [
      'In Workspace ONE UEM: Devices > Lifecycle > Enrollment Status > auswählen > More Actions > Reset Token.',
      'Das neue Token dem Benutzer senden.',
      'Es gilt einmal; in beide Felder eingeben.',
    ],
    sees: 'Den Tokenstatus „Registration Active“.',
    verify: 'Das Gerät registriert sich, und der Status wechselt.',
  },
  scheduler: {
    title: 'Die Liste nach Plan lesen',
    steps: [
      'Hier: an der Gruppe einen Zeitplan setzen; alle 24 Stunden ist üblich.',
      'In Workspace ONE UEM bei eigener Installation, an Global: All Settings > Admin > Scheduler > Device Enrollment Program Update; nicht unter 10 Minuten.',
      'In jedem Fall unter sieben Tagen bleiben.',
    ],
    sees: 'Die Zeit des nächsten Laufs.',
    verify: 'Zu dieser Zeit erscheint ein Lauf.',
  },
  'support-delete-profile': {
    title: 'Das hängende Profil vom Hersteller entfernen lassen',
    steps: [
      'Ein Ticket eröffnen: Name des Profils, Gruppe, seit wann, Zahl wartender Geräte.',
      'Um das Entfernen des Profils aus der Datenbank bitten.',
      'Danach das Profil neu anlegen und zuweisen.',
    ],
    sees: 'Das Profil ist aus der Liste verschwunden.',
    verify: 'Geräte mit dem neuen Profil sind zugewiesen.',
  },
  'use-other-token': {
    title: 'Dort arbeiten, wo das Gerät steht',
    steps: [
      'Der Befund nennt das Token, das das Gerät hat: ein Profil dieses Servers zuweisen.',
      'Soll es hierher, es stattdessen im Portal umziehen.',
    ],
    sees: 'Das Gerät in der Liste des anderen Tokens.',
    verify: 'Das Gerät hat ein Profil des Servers, auf dem es steht.',
  },
  'await-on': {
    title: 'Das Gerät auf seine Konfiguration warten lassen',
    steps: [
      'Ein Profil mit Await Configuration ON wählen oder anlegen; ein Umzug zum Termin braucht es.',
      'Vor dem Termin zuweisen.',
      'Nicht möglich bei Geteiltem iPad, „Return to Service“ und Geräten in ihren ersten 30 Tagen.',
    ],
    sees: 'Den Umzugstermin am Gerät.',
    verify: 'Das zugewiesene Profil wartet auf die Konfiguration.',
  },
  clean: {
    title: 'Den übrig gebliebenen Eintrag löschen',
    steps: [
      'Im Portal prüfen, ob das Gerät wirklich weg ist. Ein registriertes Gerät bleibt registriert.',
      'In Workspace ONE UEM: Enrollment Status > auswählen > More Actions > Delete. Hier bleibt es als Verlauf.',
      'Abgleichen, damit künftige Weggänge gemeldet werden.',
    ],
    sees: 'Gleiche Zahlen in Portal und Konsole.',
    verify: 'Der Vergleich der Listen zeigt keine Abweichung.',
  },
  'push-certificate': {
    title: 'Das Push-Zertifikat in Ordnung bringen',
    steps: [
      'In Workspace ONE UEM: Devices & Users > Apple > APNs for MDM; Thema (Topic), Datum und Apple Account vergleichen.',
      'Unter identity.apple.com mit demselben Apple Account erneuern und hochladen.',
      'Nie ein neues statt einer Erneuerung anlegen: Alle registrierten Geräte müssten sich neu registrieren.',
    ],
    sees: 'Dasselbe Thema wie bisher mit neuem Datum.',
    verify: 'Das Thema des Registrierungsprofils ist das des Push-Zertifikats.',
  },
  'native-sign-in': {
    title: 'Apples eigenes Anmeldeformular verwenden',
    steps: ['Für diese Geräte ein Profil ohne eigene Anmeldeseite anlegen.', 'Es ihnen zuweisen und sie löschen.'],
    sees: 'Apples Formular für Name und Passwort.',
    verify: 'Das zugewiesene Profil hat keine Anmeldeseite.',
  },
  'device-configured': {
    title: 'Das Gerät freigeben',
    steps: [
      'In Workspace ONE UEM: Device Details > More Actions > Device Configured.',
      'Eine Minute warten; das Gerät braucht dafür Push-Mitteilungen.',
      'Ist das oft nötig, prüfen, was die Konsole bei der Einrichtung sendet.',
    ],
    sees: 'Der Systemassistent geht zur nächsten Seite.',
    verify: 'Das Gerät erreicht den Home-Bildschirm.',
  },
  'let-finish': {
    title: 'Ausstehendes abschließen lassen',
    steps: [
      'In der Konsole die ausstehenden Befehle, Profile und Apps des Geräts ansehen.',
      'Aus der Einrichtung nehmen, was groß ist oder scheitert; es kann später kommen.',
      'Das Gerät eingeschaltet und verbunden lassen.',
    ],
    sees: 'Die Liste ausstehender Befehle wird kürzer.',
    verify: 'Nichts steht aus, und die Einrichtung geht weiter.',
  },
  'platform-sso': {
    title: 'Plattform-SSO vorbereiten',
    steps: [
      'Prüfen, ob der Mac macOS 26 oder neuer hat; frühere können das nicht.',
      'Prüfen, ob Anmeldeadresse, Profil und App-Paket aus der Antwort des Servers erreichbar sind.',
      'Oder es für diese Geräte nicht verlangen.',
    ],
    sees: 'Die Anmeldung des Identitätsanbieters bei der Einrichtung.',
    verify: 'Ein Test-Mac registriert sich.',
  },
  'delete-record': {
    title: 'Den früheren Eintrag löschen',
    steps: [
      'In Workspace ONE UEM: Devices > Lifecycle > Enrollment Status, die Seriennummer suchen.',
      'Den Eintrag löschen oder das Gerät auf den richtigen Benutzer registrieren.',
      'Abgleichen, das Profil zuweisen und das Gerät neu einrichten.',
    ],
    sees: 'Den Eintrag ohne den früheren Benutzer.',
    verify: 'Der richtige Benutzer registriert das Gerät.',
  },
  'right-page': {
    title: 'Das Inhalts-Token dort verwenden, wo es hingehört',
    steps: [
      'In Workspace ONE UEM unter Devices & Users > Apple > VPP Managed Distribution hochladen. Hier gehört es zu den Zugangsdaten.',
      'Für die Registrierung stattdessen das Token eines Dienstes zur Geräteverwaltung laden.',
    ],
    sees: 'Dort App-Lizenzen, hier einen Servernamen.',
    verify: 'Die gewählte Datei ist ein Server-Token.',
  },
  'wait-provisional': {
    title: 'Die 30 Tage beachten',
    steps: [
      'Dem Benutzer sagen, was ein Austritt bedeutet: Das Gerät verlässt auch die Organisation.',
      'Den Tag notieren, an dem die Frist endet; danach kann niemand mehr austreten.',
    ],
    sees: 'Im Befund den Tag, an dem die Frist endet.',
    verify: 'Die Frist ist vorbei, und das Gerät wird noch geführt.',
  },
  'change-ownership': {
    title: 'Das Eigentum ändern',
    steps: [
      'Für dieses Gerät: Device Details > More Actions > Change Ownership.',
      'Für die nächsten: Device Ownership Type im Profil berichtigen, speichern, zuweisen.',
      'Positivlisten und Registrierungseinträge auf ein anderes Eigentum prüfen.',
    ],
    sees: 'Das richtige Eigentum in den Gerätedetails.',
    verify: 'Das nächste Gerät registriert sich damit.',
  },
  'group-mapping': {
    title: 'Die Regel berichtigen, die über die Gruppe entscheidet',
    steps: [
      'Hier: Gruppen zeigt Schritt für Schritt, welche Regel bei einem Gerät gewinnt.',
      'Die Benutzergruppen-Zuordnung (Enrollment > Grouping) oder die Gerätegruppe des Profils berichtigen.',
      'Dieses Gerät verschieben: More Actions > Change Organization Group.',
    ],
    sees: 'Die richtige Gruppe in den Gerätedetails.',
    verify: 'Das nächste Gerät landet in der richtigen Gruppe.',
  },
  vendor: {
    title: 'Den Hersteller der Konsole fragen',
    steps: [
      'Den Bericht dieser Diagnose speichern; er enthält keine Geheimnisse.',
      'Ein Ticket mit Version der Konsole, Seriennummer, Zeiten (UTC), Codes und den Serverprotokollen dieser Zeiten eröffnen.',
    ],
    sees: 'Eine Ticketnummer.',
    verify: 'Der Hersteller nennt das Ergebnis.',
  },
}
