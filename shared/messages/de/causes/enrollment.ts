/** Causes about server, network and sign-in during enrollment. */
export const enrollmentCauses = {
  'group-id-missing': {
    title: 'Die Gruppe hat keine Gruppen-ID',
    detail:
      'Ein Gerät kann sich nur in eine Gruppe mit ID registrieren; die fehlende ID ist die häufigste Ursache eines ungültigen Profils.',
  },
  'custom-prompt': {
    title: 'Die eigene Eingabeaufforderung der Konsole ist eingeschaltet',
    detail:
      'Sie ist das Erste, was man bei gescheiterten Registrierungen ausschaltet: Ihre Vorlage und Apples eigener Bildschirm vertragen sich nicht immer.',
  },
  'not-a-profile': {
    title: 'Die Registrierungsadresse antwortet mit etwas, das kein Profil ist',
    detail: 'Ein Gerät braucht ein Konfigurationsprofil mit dem richtigen Inhaltstyp.',
  },
  'system-too-old': {
    title: 'Der Server verlangt zuerst ein neueres System',
    detail: 'Ab iOS 17 und macOS 14 kann ein Server verlangen, dass sich das Gerät vor der Registrierung aktualisiert.',
  },
  'platform-sso-required': {
    title: 'Der Server verlangt zuerst Plattform-SSO',
    detail:
      'Ab macOS 26 kann ein Server verlangen, dass sich der Mac vor der Registrierung mit Plattform-SSO anmeldet.',
  },
  'unrecognized-device': {
    title: 'Der Server kennt das Gerät nicht mehr',
    detail: 'Er lässt ein registriertes Gerät die Verwaltung verlassen; sein Eintrag wurde gelöscht.',
  },
  'enrollment-forbidden': {
    title: 'Der Server lehnt die Registrierung ab (403)',
    detail: 'Er hat ohne einen Code geantwortet, den ein Gerät versteht: eine Regel des Servers oder ein Filter davor.',
  },
  'redirected-away': {
    title: 'Die Registrierungsadresse führt woandershin',
    detail: 'Sie leitet auf einen anderen Host um, was Geräte ablehnen können.',
  },
  'server-error': {
    title: 'Der Server scheitert beim Antworten',
    detail: 'Er antwortet mit einem eigenen Fehler (5xx); seine Protokolle nennen den Grund.',
  },
  'server-silent': {
    title: 'Der Server nimmt die Anfrage an und antwortet nicht',
    detail: 'Die Verbindung steht, aber in der Zeit, die ein Gerät wartet, kommt keine Antwort.',
  },
  'web-page-answer': {
    title: 'Die Registrierungsadresse antwortet mit einer Webseite',
    detail: 'Eine Anmelde-, Fehler- oder Filterseite steht dort, wo das Profil herkommen sollte.',
  },
  'captive-portal': {
    title: 'Das Netzwerk verlangt zuerst eine Anmeldung',
    detail:
      'Statt des Internets antwortet eine Seite des Netzwerks. Ein Gerät im Systemassistenten kann sie oft nicht ausfüllen.',
  },
  'unexpected-sign-in': {
    title: 'Der Server verlangt Anmeldedaten, obwohl das Profil es nicht tut',
    detail: 'Profil und Server sind sich über die Anmeldung nicht einig.',
  },
  'sign-in-demanded': {
    title: 'Der Server verlangt sofort Anmeldedaten',
    detail: 'Ein Gerät zeigt dann sein eigenes Formular für Name und Passwort; das muss so gewollt sein.',
  },
  'no-mdm-payload': {
    title: 'Das Registrierungsprofil hat keine MDM-Nutzlast',
    detail: 'Der Server hat mit einem Profil geantwortet, das nichts registriert.',
  },
  'no-identity': {
    title: 'Das Registrierungsprofil bringt keine Identität mit',
    detail: 'Die MDM-Nutzlast muss eine Nutzlast (ACME, SCEP oder PKCS #12) desselben Profils nennen.',
  },
  'wrong-topic': {
    title: 'Das Registrierungsprofil nennt ein anderes Push-Zertifikat',
    detail: 'Sein Thema (Topic) muss das des Push-Zertifikats sein, sonst ist kein Gerät erreichbar.',
  },
  'address-not-https': {
    title: 'Eine Registrierungsadresse ist nicht https',
    detail: 'Geräte lehnen unverschlüsseltes http für die Registrierung und die Adressen der MDM-Nutzlast ab.',
  },
  'profile-unsigned': {
    title: 'Das Registrierungsprofil ist nicht signiert',
    detail: 'Geräte akzeptieren das; eine Signatur zeigt, wer es gesendet hat.',
  },
  'signer-expired': {
    title: 'Das Zertifikat, das das Registrierungsprofil signiert, ist abgelaufen',
    detail: 'Geräte können das Profil als nicht verifiziert zeigen oder ablehnen.',
  },
  'profile-encrypted': {
    title: 'Das Registrierungsprofil ist verschlüsselt',
    detail: 'Geräte nehmen das nur für ihr eigenes Zertifikat an; von hier aus ist es nicht lesbar.',
  },
  'profile-unreadable': {
    title: 'Was zurückkommt, ist nicht als Profil lesbar',
    detail: 'Der Typ stimmt, aber es ist keine Property-Liste, oder die Hülle ist defekt.',
  },
  'profile-faulty': {
    title: 'Das Registrierungsprofil hat einen Fehler',
    detail: 'Ein Feld verstößt gegen Apples Regeln; der Befund nennt es.',
  },
  'profile-differs': {
    title: 'Das Profil bei Apple ist nicht das hier geführte',
    detail: 'Ein anderes Werkzeug hat es geändert, oder eine Änderung wurde nie hinterlegt.',
  },
  'profile-older-than-token': {
    title: 'Das Profil ist älter als das jetzige Token',
    detail: 'Manche Konsolen binden das Profil an das frühere Token, bis es neu gespeichert wird.',
  },
  'user-outside-group': {
    title: 'Der Benutzer ist außerhalb der Gruppe des Profils',
    detail: 'Die Konsole weist Benutzer ab, die nicht zu dem Zweig gehören, in den sich das Gerät registriert.',
  },
  'invalid-unexplained': {
    title: 'Nichts, was von hier aus sichtbar ist, erklärt es',
    detail: 'Soweit zu sehen, ist das Registrierungsprofil in Ordnung; es neu zu hinterlegen ist der nächste Schritt.',
  },
  'server-name-unknown': {
    title: 'Der Name des Registrierungshosts wird nicht aufgelöst',
    detail: 'Die Adresse im Profil ist falsch, oder der Name ist nur im Firmennetz bekannt.',
  },
  'server-blocked': {
    title: 'Der Registrierungshost ist nicht erreichbar',
    detail: 'Sein Name ist bekannt, aber es kommt keine Verbindung zustande: eine Firewall, oder der Server steht.',
  },
  'server-slow': {
    title: 'Der Server antwortet langsam',
    detail: 'Bei vielen Geräten zugleich werden langsame Antworten zu Zeitüberschreitungen.',
  },
  'server-too-slow': {
    title: 'Der Server braucht länger, als ein Gerät wartet',
    detail: 'Nach etwa 30 Sekunden gibt ein Gerät auf.',
  },
  'authority-unreachable': {
    title: 'Die Zertifizierungsstelle ist nicht erreichbar',
    detail:
      'Das Registrierungsprofil nennt sie, und ein Gerät muss sie bei der Einrichtung erreichen, um seine Identität zu erhalten.',
  },
  'authority-refuses': {
    title: 'Die Zertifizierungsstelle lehnt ab',
    detail: 'Ihre Adresse ist erreichbar und antwortet mit einem Fehler; kein Gerät erhält eine Identität.',
  },
  'authority-expired': {
    title: 'Ein Zertifikat der Zertifizierungsstelle ist abgelaufen',
    detail: 'Geräte nehmen keine Identität von einer Stelle an, deren Zertifikat nicht mehr gültig ist.',
  },
  'web-page-unreachable': {
    title: 'Die Anmeldeseite ist nicht erreichbar',
    detail: 'Ihr Host muss vor der Registrierung erreichbar sein, ohne VPN und ohne Anmeldung.',
  },
  'push-certificate-invalid': {
    title: 'Das Push-Zertifikat der Konsole ist nicht gültig',
    detail:
      'Es ist abgelaufen oder wurde unter einem anderen Apple Account erneuert, wodurch sich sein Thema (Topic) änderte.',
  },
  'middle-box': {
    title: 'Ein Gerät vor dem Server hält die Verbindung auf',
    detail: 'Ein Proxy, Angriffsfilter oder Load-Balancer verändert oder hält, was ein Gerät sendet.',
  },
  'directory-fails': {
    title: 'Das Verzeichnis antwortet nicht oder zu langsam',
    detail:
      'Die Konsole fragt es bei jeder Anmeldung; ein langsamer Connector lässt Registrierungen in die Zeitüberschreitung laufen.',
  },
  'one-system-version': {
    title: 'Nur eine Systemversion ist betroffen',
    detail: 'Ein Update der Geräte ist der kürzeste Weg.',
  },
  'one-device': { title: 'Nur dieses Gerät ist betroffen', detail: 'Server und Netz arbeiten bei den anderen.' },
  'timeout-unexplained': {
    title: 'Nichts, was von hier aus sichtbar ist, erklärt es',
    detail:
      'Der Server antwortet diesem Computer rechtzeitig. Unter der Last vieler Geräte oder aus einem anderen Netz vielleicht nicht.',
  },
  'not-activated': {
    title: 'Das Gerät ist nicht aktiviert',
    detail: 'Bevor es nach seiner Konfiguration fragt, muss es Apples Aktivierungshosts erreichen.',
  },
  'download-unexplained': {
    title: 'Nichts, was von hier aus sichtbar ist, erklärt es',
    detail: 'Server, Vertrauen und Netzwerk antworten diesem Computer gut; das Netz des Geräts kann ein anderes sein.',
  },
  'set-up-network-closed': {
    title: 'Das Netz für die Einrichtung verlangt eine Anmeldung',
    detail: 'Bei der Einrichtung hat ein Gerät dafür weder Zertifikat noch Benutzer.',
  },
  'local-network': {
    title: 'Das Netz am Ort des Geräts ist die Ursache',
    detail:
      'Anderswo klappt es mit demselben Gerät: Ein Filter, eine Untersuchung oder eine Anmeldung dieses Netzes steht im Weg.',
  },
  'network-sound-from-here': {
    title: 'Von diesem Computer aus ist das Netz in Ordnung',
    detail: 'Das Gerät kann in einem anderen Netz stehen; ein Test über den Hotspot eines Telefons entscheidet.',
  },
  'name-mismatch': {
    title: 'Das Zertifikat gilt für einen anderen Namen',
    detail: 'Die Registrierungsadresse des Profils und die Namen im Zertifikat des Servers unterscheiden sich.',
  },
  'chain-incomplete': {
    title: 'Der Server sendet sein Zwischenzertifikat nicht',
    detail: 'Browser füllen die Lücke oft aus ihrem Speicher; Geräte im Systemassistenten nicht.',
  },
  'chain-expired': {
    title: 'Das Zertifikat des Servers ist abgelaufen oder noch nicht gültig',
    detail: 'Kein Gerät verbindet sich, bis das Zertifikat erneuert ist.',
  },
  'tls-too-old': {
    title: 'Die Verschlüsselung des Servers ist zu alt',
    detail: 'Geräte brauchen TLS 1.2 oder neuer und mit SHA-2 signierte Zertifikate.',
  },
  'anchors-do-not-fit': {
    title: 'Das Zertifikat des Servers endet nicht in einem Anker des Profils',
    detail:
      'Ein Profil mit Ankerzertifikaten lässt das Gerät nur diesen vertrauen. Der Server verwendet jetzt eine andere Zertifizierungsstelle, meist seit sein Zertifikat erneuert wurde.',
  },
  'private-authority': {
    title: 'Der Server hat ein privates Zertifikat und das Profil keine Anker',
    detail: 'Geräte im Systemassistenten kennen nur öffentliche Zertifizierungsstellen.',
  },
  'server-inspected': {
    title: 'Verbindungen zum Registrierungsserver werden unterwegs aufgebrochen',
    detail: 'Es antwortet ein anderes Zertifikat als das des Servers.',
  },
  'inspected-on-device-network': {
    title: 'Das Netz des Geräts bricht seine Verbindungen auf',
    detail: 'Dort antwortet ein anderes Zertifikat als hier: Eine Firewall oder ein Proxy untersucht den Verkehr.',
  },
  'trust-sound-from-here': {
    title: 'Von diesem Computer aus ist das Vertrauen in Ordnung',
    detail: 'Das Netz des Geräts kann ein anderes Zertifikat zeigen.',
  },
  'token-in-one-field': {
    title: 'Das Registrierungstoken gehört in beide Felder',
    detail: 'Name und Passwort sind beide das Einmal-Token.',
  },
  'registration-token-wrong': {
    title: 'Das Registrierungstoken ist falsch oder verbraucht',
    detail: 'Es gilt einmal. Seine Gültigkeit in Stunden zählt bei Geräten dieses Programms nicht.',
  },
  'sign-in-mode-disabled': {
    title: 'Die Anmeldeart des Benutzers ist an dieser Gruppe ausgeschaltet',
    detail: 'Basis-, Verzeichnis- und Proxy-Anmeldung werden je Gruppe eingeschaltet.',
  },
  'web-address-not-https': { title: 'Die Anmeldeseite ist nicht https', detail: 'Geräte öffnen sie nur über https.' },
  'wrong-order': {
    title: 'Token und Anmeldedaten wurden in falscher Reihenfolge eingegeben',
    detail: 'Mit Anmeldeseite kommt zuerst das Token.',
  },
  'credentials-refused': {
    title: 'Die Anmeldedaten selbst werden abgelehnt',
    detail:
      'Anmeldeart, Verzeichnis und Gruppe zeigen keinen Fehler; Name oder Passwort ist falsch, oder das Konto ist gesperrt.',
  },
  'web-page-untrusted': {
    title: 'Der Anmeldeseite wird nicht vertraut',
    detail: 'Die Anker des Profils gelten auch für sie.',
  },
  'provider-unreachable': {
    title: 'Der Identitätsanbieter ist vor der Registrierung nicht erreichbar',
    detail: 'Im Systemassistenten gibt es noch kein VPN, keine Proxy-Einstellung und kein Firmenzertifikat.',
  },
  'profile-from-other-host': {
    title: 'Das Profil kommt von einer anderen Domain als die Seite',
    detail: 'Das Gerät nimmt es nur von derselben Domain an.',
  },
  'profile-of-other-type': {
    title: 'Das Profil wird mit falschem Inhaltstyp geliefert',
    detail: 'Er muss application/x-apple-aspen-config sein.',
  },
  'system-without-web-view': {
    title: 'Dieses System kann keine Anmeldeseite zeigen',
    detail: 'Nötig sind iOS 13 oder macOS 10.15; Apple TV kann es nicht.',
  },
  'web-page-unexplained': {
    title: 'Die Seite selbst muss geprüft werden',
    detail: 'Adresse, Vertrauen und Auslieferung zeigen keinen Fehler; die Seite oder ihre Anmeldung scheitert.',
  },
  'challenge-spent': {
    title: 'Die Einmal-Challenge war verbraucht oder abgelaufen',
    detail: 'Jeder Versuch braucht eine neue; ein neues Registrierungsprofil bringt sie mit.',
  },
  'stale-identity': {
    title: 'Das Gerät bringt eine alte Identität mit',
    detail: 'Sie kam mit einem übertragenen Backup, oder die Konsole führt noch den früheren Eintrag.',
  },
  'identity-unexplained': {
    title: 'Die Zertifizierungsstelle muss den Grund nennen',
    detail: 'Nichts, was von hier aus sichtbar ist, erklärt, warum das Gerät keine Identität erhielt.',
  },
}
