/** Remedies done in the portal or here. */
export const appleRemedies = {
  renew: {
    title: 'Das Server-Token erneuern',
    steps: [
      'Im Portal den Dienst zur Geräteverwaltung mit demselben Namen öffnen und ein neues Token laden.',
      'In Workspace ONE UEM Device Enrollment Program > Renew wählen und die Datei hochladen. Hier: Token > Erneuern.',
      'Einmal „Fetch All Devices“ ausführen.',
      'Den Termin im Kalender eintragen: In einem Jahr ist es wieder fällig.',
    ],
    sees: 'Ein neues Ablaufdatum; registrierte Geräte merken nichts.',
    verify: 'Apple nimmt das Token an, und der nächste Abgleich gelingt.',
  },
  'key-mismatch': {
    title: 'Dem Portal den Schlüssel dieser Konsole geben',
    steps: [
      'Den öffentlichen Schlüssel dieser Konsole laden, hier den des vorbereiteten Schlüsselpaars.',
      'Im Portal den Server öffnen, seinen öffentlichen Schlüssel durch diesen ersetzen und speichern.',
      'Erst dann das Token laden und hochladen. Frühere Downloads lassen sich nicht öffnen.',
    ],
    sees: 'Die Datei wird geöffnet, und der Name des Servers erscheint.',
    verify: 'Empfänger der Datei ist ein Schlüssel von uns.',
  },
  terms: {
    title: 'Apples Bedingungen akzeptieren',
    steps: [
      'Jemand mit der Rolle Administrator meldet sich im Portal an; andere Rollen sehen die Bedingungen nicht.',
      'Alle gezeigten Bedingungen lesen und akzeptieren.',
      'Einige Minuten warten, dann abgleichen.',
    ],
    sees: 'Direkt nach der Anmeldung einen Dialog mit den neuen Bedingungen.',
    verify: 'Apple antwortet dem Token wieder.',
  },
  'wait-terms': {
    title: 'Warten, bis Apple es weiß',
    steps: [
      'Nichts ändern; die Annahme braucht Minuten bis Stunden.',
      'Das Token nach einer Stunde erneut prüfen. Dieses Programm fragt von selbst in wachsenden Abständen.',
    ],
    sees: 'Die Warnung bleibt bis zur ersten gelungenen Antwort.',
    verify: 'Apple antwortet dem Token wieder.',
  },
  'terms-again': {
    title: 'Den Dialog zurückholen',
    steps: [
      'Im Portal abmelden und als Administrator in einem privaten Fenster neu anmelden.',
      'In den Einstellungen der Organisation den Verlauf angenommener Bedingungen ansehen.',
      'Wird nichts gezeigt und lehnt Apple nach 24 Stunden weiter ab, Apple mit Name der Organisation und Zeitpunkt anrufen.',
    ],
    sees: 'Den Dialog oder das Datum der letzten Annahme.',
    verify: 'Apple antwortet dem Token wieder.',
  },
  access: {
    title: 'Das Recht des Tokens wiederherstellen',
    steps: [
      'Im Portal prüfen, ob der Server noch existiert.',
      'Prüfen, ob der Account, der das Token erstellt hat, noch Administrator oder Manager der Geräteregistrierung ist.',
      'Für den Server mit einem dauerhaften Account ein neues Token laden und hochladen.',
    ],
    sees: 'Den Server in der Liste des Portals und eine neue Token-Datei.',
    verify: 'Apple nimmt das Token an.',
  },
  fetch: {
    title: 'Alle Geräte abrufen',
    steps: [
      'Hier: Token > Alle Geräte abrufen. In Workspace ONE UEM: Device Enrollment Program > Fetch All Devices.',
      'Zu Ende laufen lassen; ein unterbrochener Abruf markiert nichts als weg.',
      'Ab dann mindestens einmal in sieben Tagen abgleichen.',
    ],
    sees: 'Die Zahl der Geräte, die Apple jetzt führt.',
    verify: 'Die Liste wurde heute gelesen.',
  },
  'sync-now': {
    title: 'Jetzt abgleichen',
    steps: [
      'Hier: Jetzt abgleichen. In Workspace ONE UEM: Devices > Lifecycle > Enrollment Status > Add > Sync Devices.',
      'Nach einer Änderung im Portal einige Minuten warten, dann erneut abgleichen.',
      'Schlägt es fehl, den Lauf ansehen: Er nennt den Grund.',
    ],
    sees: 'Hinzugefügte, geänderte und entfernte Geräte des Laufs.',
    verify: 'Die Liste wurde eben gelesen.',
  },
  'refresh-record': {
    title: 'Den Eintrag neu lesen',
    steps: [
      'Hier: Geräte > öffnen > Apple jetzt fragen; für viele Geräte das Token abgleichen.',
      'In Workspace ONE UEM: einmal abgleichen; der Status wechselt auf zugewiesen.',
      'Neu zuzuweisen ist nichts.',
    ],
    sees: 'Das Profil und die Zeit der Zuweisung bei Apple.',
    verify: 'Eintrag und Apple nennen dasselbe Profil.',
  },
  assign: {
    title: 'Das Profil zuweisen',
    steps: [
      'Hier: Geräte > auswählen > Profil zuweisen. In Workspace ONE UEM: Devices > Lifecycle > Enrollment Status > auswählen > More Actions > Assign Profile.',
      'Warten, bis die Antwort zur Seriennummer SUCCESS lautet.',
      'Ein Standardprofil setzen, damit neue Geräte es von selbst erhalten.',
    ],
    sees: 'Den Status „Registered“ und bei Apple den Status „assigned“.',
    verify: 'Apple meldet das Profil als zugewiesen.',
  },
  'assign-anew': {
    title: 'Das Gerät vom Server nehmen und wieder zuweisen',
    steps: [
      'Im Portal das Gerät vom Server nehmen und abgleichen. Ein registriertes Gerät bleibt registriert.',
      'Prüfen, ob sein Eintrag verschwunden ist.',
      'Es dem Server wieder zuweisen, einige Minuten warten und abgleichen.',
      'Das Profil zuweisen.',
    ],
    sees: 'Der Eintrag verschwindet und kommt ohne Profil zurück.',
    verify: 'Apple meldet das Profil als zugewiesen.',
  },
  redefine: {
    title: 'Das Profil neu hinterlegen',
    steps: [
      'Hier: Profile > öffnen > Veröffentlichen. In Workspace ONE UEM: das Profil öffnen und Save; das hinterlegt es bei Apple.',
      'Es hat jetzt eine neue Kennung: den Geräten erneut zuweisen.',
      'Eingerichtete Geräte übernehmen die Änderung nach dem Löschen.',
    ],
    sees: 'Eine neue Version des Profils und laufende Zuweisungen.',
    verify: 'Apple kennt das Profil.',
  },
  'edit-profile': {
    title: 'Das von Apple abgelehnte Feld berichtigen',
    steps: [
      'Das Profil öffnen; das Wort in Apples Antwort nennt das Feld.',
      'Berichtigen oder weglassen: Auch ein leerer Text wird abgelehnt.',
      'Prüfen und veröffentlichen.',
    ],
    sees: 'Im Editor keinen Befund.',
    verify: 'Apple nimmt das Profil an.',
  },
  wait: {
    title: 'Warten, wie Apple es verlangt',
    steps: [
      'Bis zur von Apple genannten Zeit warten; ohne Angabe eine Stunde, dann einen Tag.',
      'So lange nicht erneut auslösen: Das verlängert die Pause.',
      'Dieses Programm versucht es von selbst wieder.',
    ],
    sees: 'Am Gerät die Zeit des nächsten Versuchs.',
    verify: 'Die nächste Antwort lautet SUCCESS.',
  },
  retry: {
    title: 'Bis zu dreimal wiederholen',
    steps: [
      'Geräte > auswählen > Fehlgeschlagene wiederholen, mit mindestens einer Stunde Abstand.',
      'Nach drei Fehlschlägen in Folge Apple mit Seriennummer, Zeiten (UTC) und Antwort anrufen.',
    ],
    sees: 'Die Zahl der Versuche und die letzte Antwort.',
    verify: 'Die nächste Antwort lautet SUCCESS.',
  },
  'portal-assign': {
    title: 'Das Gerät im Portal diesem Server zuweisen',
    steps: [
      'Im Portal die Seriennummer suchen, für viele die Bestellnummer.',
      '„Geräteverwaltung bearbeiten“ wählen und diesem Server zuweisen. Registrierte Geräte bleiben registriert.',
      'Einige Minuten warten, abgleichen und ein Profil zuweisen.',
    ],
    sees: 'Im Portal am Gerät den Namen des Servers.',
    verify: 'Apple zeigt das Gerät diesem Token.',
  },
  'add-again': {
    title: 'Das Gerät der Organisation hinzufügen',
    steps: [
      'Bei Apple oder einem autorisierten Händler gekauft: vom Händler mit der Kunden- oder Händlernummer des Portals hinzufügen lassen.',
      'Sonst mit Apple Configurator an Mac oder iPhone hinzufügen; das löscht es, und der Benutzer darf 30 Tage lang austreten.',
      'Diesem Server zuweisen, abgleichen und ein Profil zuweisen.',
    ],
    sees: 'Die Seriennummer im Portal.',
    verify: 'Apple zeigt das Gerät diesem Token.',
  },
  'use-replacement': {
    title: 'Mit der neuen Seriennummer weiterarbeiten',
    steps: [
      'Die Seriennummer suchen, die diese ersetzt; der Verlauf nennt sie, wo Apple sie genannt hat.',
      'Profil und Benutzer der neuen zuweisen.',
    ],
    sees: 'Das neue Gerät in der Liste, als Ersatz gekennzeichnet.',
    verify: 'Die neue Seriennummer hat ein Profil.',
  },
  readd: {
    title: 'Fehlende Geräte wieder dem Server zuweisen',
    steps: [
      'Die Seriennummern nehmen, die nur in der Konsole stehen.',
      'Im Portal diesem Server zuweisen.',
      'Abgleichen, nicht abrufen.',
    ],
    sees: 'Die Geräte in der Liste des Portals.',
    verify: 'Der Vergleich der Listen zeigt keine Abweichung.',
  },
  'compare-lists': {
    title: 'Beide Listen vergleichen',
    steps: [
      'Im Portal: Geräte, kein Filter außer dem Server, dann die Liste laden.',
      'In der Konsole: Enrollment Status > Export.',
      'Hier beide Dateien angeben: ade-desk reconcile --portal DATEI --console DATEI.',
    ],
    sees: 'Geräte in beiden, in nur einer, und was jeweils zu tun ist.',
    verify: 'Die Liste des Portals ist importiert.',
  },
  'repair-list': {
    title: 'Die Schreibweise in der Liste reparieren',
    steps: [
      'Die Liste neu als CSV exportieren und vorher nicht mit einem Tabellenprogramm öffnen.',
      'Hier importieren: Leerzeichen, Groß- und Kleinschreibung und Gleichheitszeichen werden repariert und gemeldet.',
      'Eine gerundete Zahl wie 1,23E+11 ist nicht reparierbar.',
    ],
    sees: 'Die reparierten und abgelehnten Zeilen.',
    verify: 'Die Seriennummer wird in beiden Listen gefunden.',
  },
  anchor: {
    title: 'Die richtigen Anker ins Profil aufnehmen',
    steps: [
      'Die Stamm- und Zwischenzertifikate nehmen, in denen die Kette des Servers endet; ein öffentliches Zertifikat braucht keine.',
      'Als Ankerzertifikate ins Profil aufnehmen; die alten behalten, bis alle Server umgestellt sind.',
      'Veröffentlichen, zuweisen und Geräte löschen, die das Profil schon geholt haben.',
    ],
    sees: 'Die neuen Anker mit ihren Daten im Profil.',
    verify: 'Die Kette endet in einem Anker.',
  },
  'lock-organization': {
    title: 'Die Aktivierungssperre im Portal ausschalten',
    steps: [
      'Im Portal die Seriennummer suchen; nötig ist die Rolle Administrator oder Gerätemanager.',
      '„Aktivierungssperre deaktivieren“ wählen. Das geht auch ohne zugewiesenen Server.',
      'Die Einrichtung des Geräts neu beginnen.',
    ],
    sees: 'Die Einrichtung geht weiter, ohne nach einem Account zu fragen.',
    verify: 'Der gesperrte Bildschirm ist weg.',
  },
  'lock-proof': {
    title: 'Apple mit Kaufnachweis fragen',
    steps: [
      'Die Rechnung mit Seriennummer, Organisation und Datum bereitlegen.',
      'Apples Support um Hilfe bei der Aktivierungssperre bitten.',
    ],
    sees: 'Apples Bestätigung.',
    verify: 'Das Gerät richtet sich ein, ohne nach einem Account zu fragen.',
  },
  'upload-in-portal': {
    title: 'Das Zertifikat im Portal hochladen',
    steps: [
      'Im Portal den Server öffnen und diese Datei als öffentlichen Schlüssel hochladen.',
      'Dort das Token laden: eine Datei mit der Endung .p7m.',
      'Diese Datei importieren.',
    ],
    sees: 'Eine nach dem Server benannte Datei mit der Endung _smime.p7m.',
    verify: 'Die gewählte Datei ist ein Token.',
  },
  'fresh-token': {
    title: 'Das Token erneut laden',
    steps: [
      'Im Portal den Server öffnen und ein neues Token laden. Das vorige gilt dann nicht mehr.',
      'Unverändert übertragen: nicht per Mail, nicht geöffnet, nicht umbenannt.',
      'Importieren und die Datei danach löschen.',
    ],
    sees: 'Den Namen des Servers und ein Datum in einem Jahr.',
    verify: 'Die Datei ist vollständig, und Apple nimmt sie an.',
  },
  'give-file': {
    title: 'Die Token-Datei wählen',
    steps: ['Die vom Portal ausgegebene .p7m-Datei wählen.', 'Die Diagnose damit starten.'],
    sees: 'Was die Datei ist.',
    verify: 'Die Datei wird erkannt.',
  },
  'import-token': {
    title: 'Das Token importieren',
    steps: [
      'Hier: Token > Token verbinden. In Workspace ONE UEM: Device Enrollment Program > Upload oder Renew.',
      'Einmal alle Geräte abrufen.',
      'Die Datei löschen.',
    ],
    sees: 'Den Server mit seinen Geräten.',
    verify: 'Apple nimmt das Token an.',
  },
  'apple-support': {
    title: 'Apple fragen',
    steps: [
      'Den Bericht dieser Diagnose speichern; er enthält keine Geheimnisse.',
      'Apples Support für Organisationen mit Seriennummer, Zeiten (UTC), Codes und Versuchen anrufen.',
    ],
    sees: 'Eine Fallnummer.',
    verify: 'Apple nennt das Ergebnis.',
  },
}
