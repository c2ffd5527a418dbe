/** Remedies done at servers, networks and devices. */
export const placeRemedies = {
  clock: {
    title: 'Die Uhr richtig stellen',
    steps: [
      'Am Computer oder Server, der mit Apple spricht: Netzwerkzeit einschalten und die richtige Zeitzone setzen.',
      'UDP-Port 123 zu den Zeitservern freigeben; Geräte verwenden time.apple.com.',
      'Bei einem Gerät: mit einem Netz mit Zeitdienst verbinden und die Einrichtung neu beginnen.',
    ],
    sees: 'Weniger als eine Minute Abweichung zu Apples Uhr.',
    verify: 'Die Uhr dieses Computers stimmt mit Apples überein.',
  },
  erase: {
    title: 'Das Gerät löschen und einrichten',
    steps: [
      'Sichern, was darauf ist, und den Benutzer informieren.',
      'iPhone, iPad: Einstellungen > Allgemein > Übertragen/Zurücksetzen > Alle Inhalte & Einstellungen löschen, oder mit Finder oder Apple Configurator wiederherstellen. Mac: Löschassistent oder Wiederherstellung.',
      'In einem offenen Netz einrichten und kein Backup übertragen.',
    ],
    sees: '„Entfernte Verwaltung“ mit dem Namen der Organisation.',
    verify: 'Bei Apple wechselt der Status binnen Minuten auf „pushed“.',
  },
  'no-restore': {
    title: 'Ohne Übertragen eines Backups einrichten',
    steps: [
      'Das Gerät löschen.',
      '„Nicht übertragen“ wählen, wenn die Einrichtung nach Apps und Daten fragt.',
      'Für die Zukunft im Profil die Wiederherstellungsseite überspringen.',
    ],
    sees: '„Entfernte Verwaltung“ vor dem Home-Bildschirm.',
    verify: 'Bei Apple wechselt der Status auf „pushed“.',
  },
  'both-fields': {
    title: 'Das Token in beide Felder eingeben',
    steps: ['Das Einmal-Token als Benutzernamen eingeben.', 'Dasselbe Token als Passwort eingeben.'],
    sees: 'Die Einrichtung geht weiter.',
    verify: 'Der Tokenstatus des Geräts wechselt auf „Compliant“.',
  },
  'token-first': {
    title: 'Erst das Token, dann die Anmeldedaten',
    steps: [
      'Auf der Seite zuerst das Registrierungstoken eingeben.',
      'Dann mit Name, Passwort und zweitem Faktor anmelden.',
    ],
    sees: 'Zwei Seiten, zuerst die des Tokens.',
    verify: 'Nach der zweiten Seite geht die Einrichtung weiter.',
  },
  'batch-restart': {
    title: 'Den Hintergrunddienst neu starten',
    steps: [
      'Auf dem Konsolenserver „Dienste“ öffnen.',
      '„AirWatch Batch Processing Service“ neu starten und prüfen, ob er weiterläuft.',
      'Seine Warteschlange ansehen: Sie muss kürzer werden. Dann einmal abgleichen.',
    ],
    sees: 'Der Dienst läuft, und wartende Zuweisungen ändern sich binnen Minuten.',
    verify: 'Der Status eines wartenden Geräts ändert sich.',
  },
  firewall: {
    title: 'Den Weg freigeben',
    steps: [
      'Dem Netzwerkteam die Tabelle der Netzwerkprüfung geben; sie nennt Host, Port und Befund.',
      'Die genannten Hosts für Geräte und Konsolenserver freigeben, nach Namen, nicht nach Adresse.',
      'Auch Nameserver und Filter dafür prüfen.',
    ],
    sees: 'Alle Zeilen der Netzwerkprüfung erreicht.',
    verify: 'Die Netzwerkprüfung aus dem Netz des Geräts ist ohne Befund.',
  },
  bypass: {
    title: 'Diese Hosts von der Untersuchung ausnehmen',
    steps: [
      'Dem Netzwerkteam die Hosts und den gesehenen Aussteller nennen.',
      'Apples Hosts und den Registrierungshost von der TLS-Untersuchung ausnehmen, auch im Netz der Geräte.',
      'Von dort aus erneut prüfen.',
    ],
    sees: 'Apples eigenen Aussteller und das eigene Zertifikat des Servers.',
    verify: 'Die Netzwerkprüfung zeigt keine Untersuchung.',
  },
  'open-net': {
    title: 'In einem offenen Netz einrichten',
    steps: [
      'Zur Einrichtung ein Netz ohne Anmeldeseite, 802.1X und Proxy-Anmeldung verwenden; für einen Test genügt ein Hotspot.',
      'Für viele Geräte vom Netzwerkteam ein Einrichtungsnetz anlegen lassen, das nur Apples Hosts freigibt.',
    ],
    sees: 'Der Systemassistent geht nach der WLAN-Auswahl sofort weiter.',
    verify: 'Dort erscheint „Entfernte Verwaltung“.',
  },
  'hotspot-test': {
    title: 'In einem anderen Netz testen',
    steps: [
      'Dasselbe Gerät über den Hotspot eines Telefons einrichten.',
      'Klappt es dort: die Netzwerkprüfung dem Netzwerkteam geben. Wenn nicht: genauen Text und Zeit notieren.',
      'Hier die Frage zum Hotspot beantworten.',
    ],
    sees: 'Ob das Netz den Unterschied macht.',
    verify: 'Die Diagnose geht mit der Antwort weiter.',
  },
  ethernet: {
    title: 'Das Apple TV über Ethernet verbinden',
    steps: ['Das Kabel vor dem Einschalten anschließen.', 'Löschen und einrichten.'],
    sees: '„Entfernte Verwaltung“ nach der Sprachauswahl.',
    verify: 'Bei Apple wechselt der Status auf „pushed“.',
  },
  'activation-hosts': {
    title: 'Das Gerät aktivieren lassen',
    steps: [
      'albert.apple.com und gs.apple.com auf Port 443 ohne Untersuchung freigeben.',
      'Das Gerät neu starten oder über einen Hotspot versuchen.',
    ],
    sees: 'Die Einrichtung kommt über die Aktivierung hinaus.',
    verify: 'Die Netzwerkprüfung erreicht die Aktivierungshosts.',
  },
  apns: {
    title: 'Push-Mitteilungen durchlassen',
    steps: [
      'Geräte: TCP 5223, ersatzweise 443, zu 17.0.0.0/8.',
      'Server: TCP 443 oder 2197 zu api.push.apple.com.',
      'Dafür kein Proxy mit Anmeldung und keine Untersuchung.',
    ],
    sees: 'Befehle kommen binnen Sekunden an.',
    verify: 'Die Netzwerkprüfung erreicht die Push-Hosts.',
  },
  hostname: {
    title: 'Die Registrierungsadresse berichtigen',
    steps: [
      'In Workspace ONE UEM: All Settings > System > Advanced > Site URLs; die Adresse der Device Services muss https und öffentlich sein.',
      'Sie muss ein Name im Zertifikat des Servers sein.',
      'Das Profil erneut speichern, zuweisen und Geräte mit dem alten Profil löschen.',
    ],
    sees: 'Die Adresse öffnet sich im Browser ohne Warnung.',
    verify: 'Das Zertifikat trägt den Namen der Adresse.',
  },
  chain: {
    title: 'Eine vollständige, gültige Kette senden',
    steps: [
      'Das Zertifikat erneuern, wenn es abgelaufen ist.',
      'Mit seinen Zwischenzertifikaten einspielen, auch am Load-Balancer.',
      'TLS 1.2 oder neuer zulassen, mit SHA-2-Zertifikat.',
      'Hat das Profil Anker, prüfen, ob sie zur neuen Kette passen.',
    ],
    sees: 'Die ganze Kette in der Netzwerkprüfung.',
    verify: 'Die Kette ist vollständig und gültig.',
  },
  scep: {
    title: 'Den Dienst der Zertifizierungsstelle reparieren',
    steps: [
      'Die SCEP- oder ACME-Adresse des Registrierungsprofils von außen öffnen; sie muss antworten.',
      'Vorlage, Dienstkonto sowie CA- und RA-Zertifikate und ihre Daten prüfen.',
      'Prüfen, wie lange eine Challenge gilt und dass jede Registrierung ihre eigene erhält.',
    ],
    sees: 'Eine Antwort mit den Zertifikaten der CA.',
    verify: 'Die Probe erreicht die Zertifizierungsstelle.',
  },
  'scep-again': {
    title: 'Eine neue Registrierung beginnen',
    steps: [
      'Das Gerät löschen, damit es ein neues Registrierungsprofil mit neuer Challenge holt.',
      'Die Einrichtung ohne Pause beenden.',
    ],
    sees: 'Das Gerät kommt über die Profilinstallation hinaus.',
    verify: 'Das Gerät erscheint als registriert.',
  },
  'ds-perf': {
    title: 'Die Device Services schneller machen',
    steps: [
      'CPU, Speicher, Anwendungspool und SQL des Device-Services-Servers beobachten, während sich ein Gerät registriert.',
      'Leerlaufzeit und Grenzen des Load-Balancers prüfen.',
      'Weniger Geräte zugleich registrieren und erneut proben.',
    ],
    sees: 'Antworten deutlich unter zehn Sekunden.',
    verify: 'Die Probe antwortet schnell.',
  },
  'ds-logs': {
    title: 'Die Protokolle der Device Services lesen',
    steps: [
      'Zeit (UTC), Seriennummer und Adresse des Versuchs notieren; die Probe zeigt sie.',
      'Auf dem Server die Protokolle von Webserver und Device Services zu dieser Zeit lesen.',
      'Filter und Umschreiberegeln vor dem Server prüfen.',
    ],
    sees: 'Die Zeile genau dieser Anfrage mit ihrem Status.',
    verify: 'Die Probe erhält ein Profil.',
  },
  directory: {
    title: 'Die Verzeichnisanbindung reparieren',
    steps: [
      'In Workspace ONE UEM: Test Connection der Verzeichnisdienste ausführen und die Dauer notieren.',
      'Den Connector (AirWatch Cloud Connector) prüfen und bei Bedarf neu starten.',
      'Das Dienstkonto prüfen: Passwort, Sperre, Rechte.',
    ],
    sees: 'Einen erfolgreichen Test binnen einer Sekunde.',
    verify: 'Der Verbindungstest ist schnell und erfolgreich.',
  },
  'allow-idp': {
    title: 'Die Anmeldeseiten vor der Registrierung durchlassen',
    steps: [
      'Alle Hosts der Anmeldung auflisten: Seite, Identitätsanbieter, zweiter Faktor, Inhaltsnetze.',
      'Im Einrichtungsnetz ohne Anmeldung und Untersuchung freigeben.',
      'Für diese Anmeldung kein verwaltetes Gerät verlangen.',
      'Haben sie private Zertifikate, deren Stammzertifikate in die Anker des Profils aufnehmen.',
    ],
    sees: 'Die Anmeldeseite lädt im Systemassistenten.',
    verify: 'Der Host der Seite ist erreichbar und vertrauenswürdig.',
  },
  'web-delivery': {
    title: 'Das Profil so liefern, wie das Gerät es erwartet',
    steps: [
      'Die letzte Seite mit dem Profil von derselben Domain wie die erste antworten lassen.',
      'Den Inhaltstyp application/x-apple-aspen-config und keinen Download-Header setzen.',
      'Die Anmeldung in der Adresse oder einer Serversitzung führen; Cookies sind dort nicht verlässlich.',
    ],
    sees: 'Das Gerät installiert das Profil.',
    verify: 'Ein Testgerät registriert sich über die Seite.',
  },
  'update-os': {
    title: 'Zuerst das System aktualisieren',
    steps: [
      'Das Gerät bei der Einrichtung aktualisieren lassen, wo es das anbietet, oder mit Finder oder Apple Configurator wiederherstellen.',
      'Apples Updatehosts freigeben (gdmf.apple.com, gs.apple.com).',
      'Oder die vom Server verlangte Version senken.',
    ],
    sees: 'Eine Updateseite, dann wieder „Entfernte Verwaltung“.',
    verify: 'Die Probe mit dieser Version erhält ein Profil.',
  },
  'remove-old-mdm': {
    title: 'Die alte Verwaltung entfernen',
    steps: [
      'Vom alten Server „Abmelden“ oder „Enterprise Wipe“ senden, oder den Mac löschen.',
      'Am Mac: Systemeinstellungen > Allgemein > Geräteverwaltung muss leer sein.',
      'Ein gesperrtes Profil entfernt nur sein Server oder das Löschen.',
    ],
    sees: 'profiles status zeigt „MDM enrollment: No“.',
    verify: 'Der Mac nennt keinen Verwaltungsserver.',
  },
  'mac-renew': {
    title: 'Den Mac zum Registrieren auffordern',
    steps: [
      'Im Terminal als Administrator: sudo profiles renew -type enrollment',
      'Die Mitteilung annehmen und die Verwaltung in den Systemeinstellungen erlauben.',
      'Einstellungen des Systemassistenten wirken erst nach dem Löschen.',
    ],
    sees: 'Binnen einer Minute eine Mitteilung der Organisation.',
    verify: 'profiles status zeigt den neuen Server und Apple den Status „pushed“.',
  },
  'mac-accept': {
    title: 'Die Mitteilung annehmen',
    steps: [
      'Die Mitteilung anklicken oder Systemeinstellungen > Allgemein > Geräteverwaltung öffnen.',
      'Die Registrierung erlauben, wo verlangt mit Administratorpasswort.',
    ],
    sees: 'Das Profil der Organisation.',
    verify: 'Der Mac erscheint als registriert.',
  },
  'mac-restart': {
    title: 'Ab- und wieder anmelden',
    steps: [
      'Ab- und anmelden oder den Mac neu starten.',
      'Noch einmal sudo profiles renew -type enrollment ausführen.',
      'Prüfen, dass kein Fokus Mitteilungen zurückhält.',
    ],
    sees: 'Die Mitteilung.',
    verify: 'Der Mac erscheint als registriert.',
  },
  'wait-mac': {
    title: 'Warten, bis der Mac wieder fragen darf',
    steps: [
      'Bis zu 23 Stunden warten und so lange kein profiles show ausführen.',
      'Wenn es eilt: Ein gelöschter Mac fragt sofort.',
    ],
    sees: 'Die aktuelle Konfiguration statt „too soon“.',
    verify: 'profiles show gibt die Konfiguration aus.',
  },
  ucrt: {
    title: 'Dem Mac sein Identitätszertifikat wiedergeben',
    steps: [
      'Mit einem offenen Netz verbinden, das Apples Aktivierungshosts erreicht (albert.apple.com, gs.apple.com), und neu starten.',
      'Nach einer Stunde erneut versuchen.',
      'Bleibt es dabei: den Mac mit Apple Configurator von einem anderen Mac wiederbeleben oder wiederherstellen.',
    ],
    sees: 'profiles show ohne 34006, 34007 oder UCRT im Protokoll.',
    verify: 'Der Mac gibt seine Konfiguration aus.',
  },
  'lock-owner': {
    title: 'Den Besitzer die Sperre entfernen lassen',
    steps: [
      'Den Besitzer bitten, sich am Gerät anzumelden oder es unter iCloud.com > Geräte suchen zu entfernen.',
      'Bei einem betreuten Gerät den Umgehungscode der Konsole verwenden, falls gespeichert.',
      'Ist niemand erreichbar: Apples Support mit Kaufnachweis.',
    ],
    sees: 'Die Einrichtung geht weiter.',
    verify: 'Der gesperrte Bildschirm ist weg.',
  },
  'bypass-code': {
    title: 'Den Code eingeben',
    steps: [
      'Hier: Geräte > auswählen > Umgehungscode anzeigen; in Workspace ONE UEM steht er in den Gerätedetails.',
      'Am gesperrten Bildschirm den Account leer lassen und den Code als Passwort eingeben.',
    ],
    sees: 'Die Einrichtung geht weiter.',
    verify: 'Der gesperrte Bildschirm ist weg.',
  },
}
