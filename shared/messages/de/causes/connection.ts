/** Causes about tokens, terms, lists and assigning. */
export const connectionCauses = {
  'no-token': {
    title: 'Für die Gruppe dieses Geräts gilt kein Token',
    detail: 'Weder die Gruppe noch eine darüber ist mit einem Server des Portals verbunden.',
  },
  'token-expired': {
    title: 'Das Server-Token ist abgelaufen',
    detail: 'Abgleich und Zuweisung stehen still. Registrierte Geräte bleiben registriert und verwaltet.',
  },
  'terms-not-accepted': {
    title: 'Neue Bedingungen von Apple sind nicht akzeptiert',
    detail:
      'So lange antwortet Apples Dienst für diese Organisation nicht. Geräte mit Profil registrieren sich weiterhin.',
  },
  'access-denied': {
    title: 'Apple verweigert dem Token den Zugriff',
    detail:
      'Der Server dieses Tokens wurde im Portal gelöscht, oder der Account, der es erstellt hat, hat sein Recht verloren. Registrierte Geräte sind nicht betroffen.',
  },
  'service-refuses': {
    title: 'Apples Dienst lehnt aus eigenem Grund ab',
    detail: 'Seine Antwort ist keine der bekannten; der Befund zeigt sie.',
  },
  'token-superseded': {
    title: 'Ein neueres Token hat dieses abgelöst',
    detail:
      'Jeder Download eines Tokens für einen Server beendet das vorige; oder der Server wurde gelöscht. Registrierte Geräte sind nicht betroffen.',
  },
  'clock-wrong': {
    title: 'Die Uhr geht falsch',
    detail: 'Signaturen an Apple und Zertifikate hängen von der Zeit ab; wenige Minuten genügen für eine Ablehnung.',
  },
  'request-refused': {
    title: 'Apple kann die Anfrage nicht lesen',
    detail: 'Signatur und Zeit gehören darin zusammen: die Uhr oder ein Proxy, der die Anfrage verändert.',
  },
  'apple-names-unknown': {
    title: 'Die Namen von Apples Hosts werden nicht aufgelöst',
    detail: 'Der verwendete Nameserver beantwortet Apples Hosts nicht oder filtert sie.',
  },
  'apple-blocked': {
    title: 'Verbindungen zu Apple sind blockiert',
    detail:
      'Die Namen werden aufgelöst, aber die Verbindung wird abgelehnt oder nicht beantwortet: Eine Firewall steht dazwischen.',
  },
  'apple-untrusted': {
    title: 'Die sichere Verbindung zu Apple schlägt fehl',
    detail:
      'Apples Host ist erreichbar, aber der TLS-Verbindung wird nicht vertraut, oder sie bricht ab: ein Gerät dazwischen oder eine fehlende Stammzertifizierungsstelle auf diesem Computer.',
  },
  'apple-inspected': {
    title: 'Verbindungen zu Apple werden unterwegs aufgebrochen',
    detail:
      'Das antwortende Zertifikat ist nicht von Apple: Eine Firewall oder ein Proxy untersucht den Verkehr. Apples Dienste und die Geräte lehnen das ab.',
  },
  'list-never-read': {
    title: 'Die Geräteliste wurde mit diesem Token noch nie gelesen',
    detail: 'Nach einem neuen oder erneuerten Token ist ein voller Abruf fällig.',
  },
  'list-stale': {
    title: 'Die Geräteliste wurde länger nicht gelesen',
    detail: 'Was seither im Portal geändert wurde, ist hier nicht bekannt.',
  },
  'cursor-too-old': {
    title: 'Die Marke des letzten Abgleichs ist für Apple zu alt',
    detail:
      'Apple bewahrt sie sieben Tage auf. Nur ein voller Abruf beginnt neu; er nennt, was da ist, nicht was entfernt wurde.',
  },
  'sync-failing': {
    title: 'Der letzte Lauf ist gescheitert',
    detail: 'Was seither im Portal geändert wurde, ist hier nicht bekannt; der Lauf nennt den Grund.',
  },
  'wrong-server': {
    title: 'Das Token gehört zu einem anderen Server des Portals',
    detail: 'Apples Konto ist nicht das, für das dieses Token importiert wurde; Geräte und Profile sind andere.',
  },
  'connection-sound': {
    title: 'Die Verbindung zu Apple ist in Ordnung',
    detail: 'Token, Bedingungen, Konto und Liste zeigen keinen Fehler.',
  },
  'file-is-certificate': {
    title: 'Das ist ein Zertifikat, kein Token',
    detail: 'Es gehört ins Portal; das Portal gibt dafür das Token aus.',
  },
  'file-is-clear-token': {
    title: 'Das ist ein Token im Klartext',
    detail: 'Es wurde schon von einem anderen Werkzeug entschlüsselt. Seine Geheimnisse liegen in dieser Datei offen.',
  },
  'file-is-apps-token': {
    title: 'Das ist ein Inhalts-Token (sToken) für Apps und Bücher',
    detail: 'Es lizenziert Apps und hat mit der Registrierung nichts zu tun.',
  },
  'file-is-no-token': {
    title: 'Die Datei ist kein Server-Token',
    detail: 'Ihr Inhalt ist nicht das, was das Portal als Token ausgibt (eine .p7m-Datei).',
  },
  'no-file-given': {
    title: 'Es wurde keine Datei angegeben',
    detail: 'Wählen Sie die Datei, die das Portal als Token ausgegeben hat.',
  },
  'file-for-other-key': {
    title: 'Die Datei ist für einen anderen Schlüssel verschlüsselt',
    detail:
      'Der Server im Portal hat noch den öffentlichen Schlüssel einer anderen Konsole oder eines früheren Versuchs.',
  },
  'file-damaged': {
    title: 'Die Datei ist beschädigt',
    detail:
      'Sie lässt sich nicht öffnen, oder ein Teil fehlt. Mail-Gateways packen solche Dateien um oder benennen sie um.',
  },
  'file-expired': {
    title: 'Das Token in der Datei ist abgelaufen',
    detail: 'Es wurde vor mehr als einem Jahr geladen, oder eine alte Kopie wurde gewählt.',
  },
  'used-at-other-group': {
    title: 'Ein Token dieses Servers ist an einer anderen Gruppe verbunden',
    detail: 'Zwei Besitzer nähmen einander die Änderungen weg.',
  },
  'file-is-fine': {
    title: 'Die Datei ist ein einwandfreies Token',
    detail:
      'Sie lässt sich mit einem unserer Schlüssel öffnen, ist vollständig, und Apples Antwort steht nicht im Weg.',
  },
  'terms-settling': {
    title: 'Die Bedingungen sind akzeptiert, und Apple braucht Zeit',
    detail: 'Es kann Stunden dauern, bis der Dienst wieder antwortet.',
  },
  'terms-dialog-missed': {
    title: 'Die Bedingungen wurden am Ende nicht akzeptiert',
    detail: 'Der Dialog erscheint einmal nach dem Anmelden, nur einem Administrator, und wird leicht übersehen.',
  },
  'terms-accepted': { title: 'Die Bedingungen sind akzeptiert', detail: 'Apple antwortet für diese Organisation.' },
  'token-expiring': {
    title: 'Das Server-Token läuft bald ab',
    detail: 'Noch steht nichts still. Das Token erneuern Sie jedes Jahr selbst; niemand sonst tut es.',
  },
  'token-is-fine': {
    title: 'Das Token ist gültig, und Apple nimmt es an',
    detail: 'Warnt noch etwas, wurde die Liste seit der Erneuerung nicht gelesen.',
  },
  'record-behind': {
    title: 'Apple hat das Profil; nur die Konsole hinkt hinterher',
    detail: 'Die Zuweisung ist erledigt. Der Eintrag wurde nicht neu gelesen.',
  },
  'deny-listed': {
    title: 'Die Konsole sperrt das Gerät',
    detail: 'Ein Gerät auf der Sperrliste erhält kein Profil und kann sich nicht registrieren.',
  },
  throttled: {
    title: 'Apple bittet, bei diesem Gerät zu warten',
    detail: 'In kurzer Zeit wurde zu viel gefragt; Apple nennt, ab wann es wieder geht.',
  },
  'assignment-failed': {
    title: 'Apple konnte das Profil nicht zuweisen',
    detail:
      'Apple hat für diese Seriennummer FAILED geantwortet. Es wird dreimal wiederholt; danach kann nur Apple nachsehen.',
  },
  'assignment-unanswered': {
    title: 'Apples Antwort auf die Zuweisung ging verloren',
    detail:
      'Die Anfrage wurde gesendet, aber zu dieser Seriennummer kam keine Antwort; ob sie ausgeführt wurde, ist unbekannt.',
  },
  'other-profile': {
    title: 'Apple hat für das Gerät ein anderes Profil als gewünscht',
    detail: 'Dem Gerät wurde ein anderes Profil oder eine ältere Version dieses Profils zugewiesen.',
  },
  'profile-unknown-at-apple': {
    title: 'Apple kennt das Profil nicht mehr',
    detail: 'Es wurde gelöscht oder gehörte zu einem neu angelegten Server. Die Geräte verweisen ins Leere.',
  },
  'worker-stopped': {
    title: 'Der Hintergrunddienst der Konsole steht',
    detail: 'Er sendet Zuweisungen und liest Listen; ohne ihn bewegt sich nichts.',
  },
  'record-damaged': {
    title: 'Der Eintrag des Geräts in der Konsole ist beschädigt',
    detail: 'Andere Geräte desselben Profils arbeiten; vom Server nehmen und wieder zuweisen legt ihn neu an.',
  },
  'profile-stuck': {
    title: 'Ein Profil der Konsole hängt fest',
    detail:
      'Geräte dieses Profils warten, die anderer nicht. Nur der Support des Herstellers kann es aus der Datenbank entfernen.',
  },
  'integration-stuck': {
    title: 'Die Anbindung der Konsole selbst hängt fest',
    detail:
      'Alle Geräte warten mit dem einzigen Profil dieses Tokens. Für diesen Fall rät der Hersteller, die Anbindung neu einzurichten.',
  },
  'assignment-waits': {
    title: 'Die Zuweisung ist schlicht noch nicht abgeschlossen',
    detail: 'Nichts von dem, was geprüft wurde, hält sie auf.',
  },
  'on-other-token': {
    title: 'Ein anderes unserer Token hat das Gerät',
    detail: 'Es steht auf einem anderen Server des Portals, der hier verbunden ist.',
  },
  'just-assigned': {
    title: 'Das Portal zeigt das Gerät schon auf diesem Server',
    detail: 'Es wurde gerade zugewiesen, oder die Liste ist älter; nach Minuten meldet Apple die Änderung.',
  },
  'on-other-server': {
    title: 'Das Gerät steht auf einem anderen Server des Portals',
    detail: 'Geräte dort sind für unsere Token nicht sichtbar.',
  },
  'not-assigned-in-portal': {
    title: 'Das Portal führt das Gerät auf keinem Server',
    detail: 'Es gehört zur Organisation, und niemand hat es zugewiesen.',
  },
  'schedule-rare': {
    title: 'Die Liste wird zu selten gelesen',
    detail: 'Liegen mehr als sieben Tage zwischen zwei Läufen, vergisst Apple die Marke des letzten.',
  },
  'schedule-off': {
    title: 'Die Liste wird nicht nach Plan gelesen',
    detail: 'Niemand liest sie, wenn nicht jemand den Knopf drückt.',
  },
  'console-cannot-reach-apple': {
    title: 'Der Konsolenserver erreicht Apple nicht',
    detail: 'Sein Dienst läuft, aber die Verbindung zum Registrierungsdienst ist blockiert.',
  },
  'list-unexplained': {
    title: 'Apple führt das Gerät, und hier arbeitet alles',
    detail: 'Es fehlt an einem vollen Abruf oder am Abgleich der Konsole selbst.',
  },
}
