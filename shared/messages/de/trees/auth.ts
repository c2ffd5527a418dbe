export const auth = {
  title: 'Anmeldedaten werden abgelehnt',
  symptom: 'Der Benutzer gibt bei der Einrichtung Name und Passwort ein, und sie werden nicht angenommen.',
  nodes: {
    authentication: { question: 'Verlangt das Profil eine Anmeldung des Benutzers?' },
    token: {
      question: 'Verlangt die Konsole ein Registrierungstoken?',
      help: 'Das Einmal-Token gehört in das Feld für den Namen und in das für das Passwort.',
      options: {
        no: 'Nein',
        'one-field': 'Ja, und es wurde nur in ein Feld eingegeben',
        refused: 'Ja, in beide Felder eingegeben und abgelehnt',
        unsure: 'Das weiß ich nicht',
      },
    },
    mode: {
      question: 'Ist die Anmeldeart des Benutzers (Basis, Verzeichnis, Proxy) an dieser Gruppe eingeschaltet?',
      options: { enabled: 'Ja', disabled: 'Nein', unsure: 'Das weiß ich nicht' },
    },
    directory: {
      question: 'In der Konsole: Wie endet „Verbindung testen“ des Verzeichnisses?',
      options: {
        fails: 'Es schlägt fehl oder dauert viele Sekunden',
        fine: 'Erfolgreich, oder es gibt kein Verzeichnis',
        unsure: 'Das weiß ich nicht',
      },
    },
    group: {
      question: 'Gehört der Benutzer zur Gruppe des Profils oder darunter?',
      options: { inside: 'Ja', outside: 'Nein', unsure: 'Das weiß ich nicht' },
    },
    web: { question: 'Führt das Profil auf eine Anmeldeseite?' },
    order: {
      question: 'Mit Token und Seite: Wird zuerst das Token und dann werden die Anmeldedaten eingegeben?',
      options: { right: 'Ja, oder es gibt kein Token', wrong: 'Nein', unsure: 'Das weiß ich nicht' },
    },
  },
}
