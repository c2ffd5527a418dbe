/** Causes about the device at Apple and its setup. */
export const deviceCauses = {
  'profile-removed': {
    title: 'Das Profil dieses Geräts wurde bei Apple entfernt',
    detail: 'Das betrifft die nächste Einrichtung; ein Gerät, das das Profil schon hat, behält es bis zum Löschen.',
  },
  'no-profile': {
    title: 'Bei Apple ist kein Profil zugewiesen',
    detail:
      'Ohne Profil richtet sich ein Gerät wie ein privates ein. Ein inzwischen eingerichtetes Gerät muss gelöscht werden.',
  },
  'already-enrolled': {
    title: 'Das Gerät ist schon registriert',
    detail:
      'Es hat sein Profil geholt und sich registriert; ein registriertes Gerät fragt erst nach dem Löschen wieder.',
  },
  'not-erased': {
    title: 'Das Gerät wurde seither nicht gelöscht',
    detail: 'Es hat sein Profil einmal geholt und ist eingerichtet; Änderungen erreichen es erst nach dem Löschen.',
  },
  'set-up-before-assignment': {
    title: 'Das Gerät wurde vor der Zuweisung des Profils eingerichtet',
    detail: 'Ein Gerät fragt einmal, im Systemassistenten. Später zugewiesen heißt: löschen.',
  },
  'restored-during-setup': {
    title: 'Bei der Einrichtung wurde ein Backup übertragen',
    detail: 'Der Systemassistent lässt die Registrierung aus, solange eine Wiederherstellung aussteht.',
  },
  'apple-tv-without-ethernet': {
    title: 'Das Apple TV hatte kein Netz, als es hätte fragen sollen',
    detail: 'Es holt sein Profil erst, wenn es verbunden ist; über WLAN ist das oft zu spät.',
  },
  'mac-has-configuration': {
    title: 'Der Mac hat seine Konfiguration und ist nicht registriert',
    detail: 'Er weiß, wohin er gehört; die Registrierung muss angestoßen werden.',
  },
  'mac-knows-nothing': {
    title: 'Der Mac hat keine Konfiguration',
    detail: 'Er hat gefragt (oder meint es), bevor das Profil da war; oder er kann sich bei Apple nicht ausweisen.',
  },
  'configuration-invalid': {
    title: 'Das Gerät kann die Konfiguration bei Apple nicht lesen',
    detail: 'Das bei Apple hinterlegte Profil hat eine Form, die das Gerät ablehnt.',
  },
  'identity-of-mac-missing': {
    title: 'Der Mac kann sich nicht ausweisen',
    detail: 'Sein Identitätszertifikat (UCRT) fehlt oder wird nicht akzeptiert; Apple gibt ihm keine Konfiguration.',
  },
  'apple-busy': {
    title: 'Apples Dienst ist ausgelastet, oder der Mac konnte sich nicht ausweisen',
    detail:
      'Apples Hosts sind erreichbar, und das Gerät wurde auf später vertröstet. Derselbe Code erscheint, wenn einem Mac sein Identitätszertifikat fehlt.',
  },
  'apple-not-reached-by-device': {
    title: 'Das Gerät erreicht Apple nicht',
    detail:
      'Es hat nach seiner Konfiguration gefragt und über sein Netz keine erhalten, auch wenn die Verbindung von hier aus gut sein kann.',
  },
  'mac-asked-too-often': {
    title: 'Der Mac hat zu oft gefragt',
    detail: 'Seit macOS 12.3 darf er Apple nur wenige Male in 23 Stunden fragen und zeigt so lange alte Daten.',
  },
  'no-fault-found': {
    title: 'Es wurde kein Fehler gefunden',
    detail:
      'Token, Server, Profil und Netz sind in Ordnung. Meist hat das Gerät gefragt, bevor das Profil da war, oder konnte in seinem Netz nicht fragen.',
  },
  'not-on-our-servers': {
    title: 'Das Gerät steht auf keinem unserer Server',
    detail:
      'Apple zeigt es keinem der verbundenen Token: Es steht auf einem anderen Server, auf keinem, oder gehört nicht zur Organisation.',
  },
  'migration-scheduled': {
    title: 'Das Gerät zieht an einem festen Tag auf diesen Server um',
    detail:
      'Bis dahin bleibt es bei seiner alten Verwaltung. Sein neues Profil muss es auf die Konfiguration warten lassen.',
  },
  'migration-passed': {
    title: 'Der Umzugstermin auf diesen Server ist vorbei',
    detail: 'Ein Gerät, das bis dahin nicht umgezogen ist, behält seine alte Verwaltung bis zum Löschen.',
  },
  'device-is-here': {
    title: 'Das Gerät steht auf diesem Server',
    detail: 'Apple zeigt es diesem Token; es fehlt am Abruf der Liste oder am Profil.',
  },
  'left-the-server': {
    title: 'Das Gerät hat diesen Server verlassen',
    detail:
      'Die Zuweisung wurde aufgehoben, oder es wurde umgezogen oder freigegeben; Apple sagt nicht, was davon. Ist es registriert, bleibt es registriert.',
  },
  released: {
    title: 'Das Gerät wurde freigegeben',
    detail:
      'Die Organisation besitzt es im Portal nicht mehr. Die Freigabe lässt sich hier nicht zurücknehmen; ist es registriert, bleibt es registriert.',
  },
  replaced: {
    title: 'Apple hat das Gerät ersetzt',
    detail: 'Bei einer Reparatur erhielt es eine andere Seriennummer; die alte ist freigegeben.',
  },
  'token-was-removed': {
    title: 'Das Token dieses Geräts wurde hier entfernt',
    detail:
      'Seine Geräte wurden Geschichte; bei Apple änderte sich nichts, und registrierte Geräte bleiben registriert.',
  },
  'never-added': {
    title: 'Das Gerät wurde der Organisation nie hinzugefügt',
    detail: 'Geräte kommen durch Kauf bei einem verknüpften Händler oder mit Apple Configurator ins Portal.',
  },
  'configurator-not-assigned': {
    title: 'Das Gerät wurde hinzugefügt und steht nicht auf unserem Server',
    detail: 'Apple Configurator ordnet ein Gerät einem eigenen Server zu; es muss im Portal zugewiesen werden.',
  },
  'under-configurator': {
    title: 'Das Gerät steht noch unter dem Server von Apple Configurator',
    detail: 'Von Hand hinzugefügte Geräte kommen zuerst dorthin.',
  },
  'left-in-provisional-period': {
    title: 'Der Benutzer hat die Verwaltung in den ersten 30 Tagen verlassen',
    detail: 'Bei einem von Hand hinzugefügten Gerät gibt das auch das Gerät aus der Organisation frei.',
  },
  'provisional-period': {
    title: 'Der Benutzer darf die Verwaltung noch verlassen',
    detail: '30 Tage lang darf der Benutzer ein von Hand hinzugefügtes Gerät herausnehmen; das gibt es auch frei.',
  },
  'not-erased-after-adding': {
    title: 'Das Gerät wurde nach dem Hinzufügen nicht gelöscht',
    detail: 'Ein von Hand hinzugefügtes Gerät registriert sich, wenn es den Systemassistenten erneut durchläuft.',
  },
  'configurator-ready': {
    title: 'Apples Seite ist bereit; das Gerät muss noch einmal gelöscht werden',
    detail: 'Es übernimmt das Profil, wenn es den Systemassistenten erneut durchläuft.',
  },
  'lock-code-kept': {
    title: 'Ein Code, der das Gerät öffnet, liegt hier',
    detail: 'Das Gerät wurde über dieses Programm gesperrt, das den Code dazu aufbewahrt.',
  },
  'locked-by-person': {
    title: 'Der Apple Account einer Person sperrt das Gerät',
    detail: 'Sein Besitzer meldet sich ab oder entfernt es; ein betreutes Gerät hat vielleicht einen Umgehungscode.',
  },
  'locked-by-organization': {
    title: 'Die Organisation hat das Gerät gesperrt',
    detail: 'Es steht noch im Portal; ein Administrator kann die Sperre dort ausschalten.',
  },
  'locked-and-released': {
    title: 'Das Gerät ist gesperrt und nicht mehr in der Organisation',
    detail: 'Das Portal kann die Sperre nur bei Geräten ausschalten, die es noch führt.',
  },
  'lock-unexplained': {
    title: 'Der Hinweis auf dem Gerät nennt, wer es öffnen kann',
    detail: 'Auf dem gesperrten Bildschirm steht eine Adresse der Organisation oder einer Person.',
  },
  'mac-has-not-asked': {
    title: 'Der Mac hat Apple seit der Zuweisung nicht gefragt',
    detail: 'Ein Mac in Betrieb lässt sich zum Fragen und Registrieren auffordern.',
  },
  'mac-still-enrolled': {
    title: 'Der Mac ist über das Programm bereits registriert',
    detail: 'Ist das der alte Server, muss dessen Verwaltung zuerst weg.',
  },
  'old-management': {
    title: 'Der Mac wird noch von einem anderen Server verwaltet',
    detail: 'Zwei Verwaltungen schließen sich aus; die alte muss zuerst entfernt werden.',
  },
  'user-must-accept': {
    title: 'Der Benutzer muss die Mitteilung annehmen',
    detail: 'Der Mac fragt; sonst fehlt nichts.',
  },
  'mac-shows-nothing': {
    title: 'Der Mac wurde aufgefordert und zeigt nichts',
    detail: 'Die Mitteilung erscheint erst, wenn sich der Benutzer neu anmeldet.',
  },
  'setup-settings-missing': {
    title: 'Einstellungen des Systemassistenten brauchen ein Löschen',
    detail: 'Übersprungene Seiten und Accounts des Profils wirken nur bei der Einrichtung eines Mac.',
  },
  'mac-unexplained': {
    title: 'Löschen ist der sichere Weg',
    detail: 'Nichts von dem, was geprüft wurde, hindert den Mac; nach dem Löschen fragt er neu.',
  },
  'no-portal-list': {
    title: 'Keine Liste des Portals ist importiert',
    detail: 'Ohne sie lässt sich nur mit Apples Schnittstelle vergleichen, die weniger sagt als das Portal.',
  },
  'list-behind': {
    title: 'Die Liste hier hinkt hinterher',
    detail: 'Das Portal hat das Gerät zugewiesen, seit sie zuletzt gelesen wurde.',
  },
  'portal-list-too-narrow': {
    title: 'Die importierte Liste enthält nicht alle Geräte',
    detail: 'Apple zeigt das Gerät; die Liste war gefiltert oder ist älter.',
  },
  'removed-in-portal': {
    title: 'Das Gerät wurde im Portal vom Server genommen',
    detail: 'Apple hat es als entfernt gemeldet; der Eintrag der Konsole ist ein Rest.',
  },
  'fetch-does-not-tell': {
    title: 'Ein voller Abruf meldet nicht, was entfernt wurde',
    detail: 'Er liefert nur, was Apple jetzt führt; Einträge entfernter Geräte bleiben in der Konsole stehen.',
  },
  'removed-since-last-sync': {
    title: 'Das Gerät ging seit dem letzten Abgleich weg',
    detail: 'Ein Abgleich meldet den Weggang, und der Eintrag verschwindet.',
  },
  'written-differently': {
    title: 'Die Seriennummer ist in den Listen verschieden geschrieben',
    detail: 'Das Gerät steht in beiden; nur die Schreibweise weicht ab.',
  },
  'counts-unexplained': {
    title: 'Nichts erklärt die Abweichung bei diesem Gerät',
    detail: 'Vergleichen Sie beide Listen vollständig, um die abweichenden Seriennummern zu finden.',
  },
  'not-told-to-wait': {
    title: 'Das hier bekannte Profil lässt das Gerät nicht warten',
    detail: 'Vielleicht trägt das Gerät ein anderes Profil oder wartet auf etwas anderes.',
  },
  'not-released': {
    title: 'Die Konsole hat das Gerät nicht freigegeben',
    detail: 'Das Profil lässt es warten, bis die Konsole meldet, dass alles gesendet ist.',
  },
  'push-blocked': {
    title: 'Push-Mitteilungen sind blockiert',
    detail:
      'Geräte und Server erreichen Apples Push-Dienst über die Ports 5223, 443 und 2197; ohne ihn kommt kein Befehl an.',
  },
  'commands-pending': {
    title: 'Für das Gerät warten noch Befehle',
    detail: 'Die Konsole gibt das Gerät frei, wenn erledigt ist, was wartet: Profile, Apps, Befehle.',
  },
  'restarted-while-waiting': {
    title: 'Der Mac wurde beim Warten neu gestartet',
    detail: 'Er kann halb fertig hängen bleiben; Löschen ist der Ausweg.',
  },
  'still-awaiting': { title: 'Das Gerät wartet auf seine Freigabe', detail: 'Die Konsole kann es von Hand freigeben.' },
  'staging-user': {
    title: 'Das Gerät gehört planmäßig dem Bereitstellungsbenutzer',
    detail:
      'Ohne Authentifizierung registriert es sich unter diesem Konto, bis es jemand übernimmt. Das Konto braucht keinen Zugriff auf Unternehmensressourcen.',
  },
  'ownership-from-profile': {
    title: 'Das Profil hat das Eigentum gesetzt',
    detail: 'Die Eigentumsart kommt aus dem Profil oder aus einer Positivliste oder einem Registrierungseintrag.',
  },
  'group-from-mapping': {
    title: 'Eine andere Regel hat über die Gruppe entschieden',
    detail:
      'Benutzergruppen-Zuordnung, Gerätegruppe des Profils und Gruppe des Benutzers gelten in dieser Reihenfolge.',
  },
  'registered-to-other-user': {
    title: 'Das Gerät ist auf einen anderen Benutzer registriert',
    detail: 'Ein registriertes Gerät erwartet seinen Benutzer, bis der Eintrag gelöscht ist.',
  },
  'landing-unexplained': {
    title: 'Nennen Sie, was nicht stimmt',
    detail: 'Eigentum, Gruppe und Benutzer folgen je eigenen Regeln.',
  },
}
