export const timedOut = {
  title: '„Profilinstallation fehlgeschlagen: Zeitüberschreitung bei der Anforderung“',
  symptom: 'Die Registrierung bricht nach einer halben Minute oder später mit einer Zeitmeldung ab.',
  nodes: {
    host: { question: 'Ist der Registrierungshost erreichbar, und das schnell?' },
    answer: { question: 'Antwortet die Registrierungsadresse einem Gerät überhaupt?' },
    speed: {
      question: 'Wie lange dauerte die ganze Antwort?',
      help: 'Ein Gerät gibt nach etwa 30 Sekunden auf; deutlich unter 10 ist gesund.',
    },
    authority: { question: 'Ist die Zertifizierungsstelle des Registrierungsprofils erreichbar?' },
    push: { question: 'Sind die Hosts der Push-Mitteilungen erreichbar?' },
    web: { question: 'Ist die Anmeldeseite erreichbar?' },
    phase: { question: 'Was genau zeigt oder protokolliert das Gerät?' },
    middle: {
      question: 'Steht ein Proxy, ein Angriffsfilter oder ein Load-Balancer vor dem Server?',
      options: {
        suspect: 'Ja, und er protokolliert oder hält diese Verbindungen',
        none: 'Nein, oder ausgeschlossen',
        unsure: 'Das weiß ich nicht',
      },
    },
    directory: {
      question: 'In der Konsole: Wie endet „Verbindung testen“ des Verzeichnisses?',
      options: {
        fails: 'Es schlägt fehl oder dauert viele Sekunden',
        fine: 'Sofort und erfolgreich',
        unsure: 'Das weiß ich nicht',
      },
    },
    which: {
      question: 'Bei welchen Geräten läuft die Zeit ab?',
      options: {
        site: 'Bei denen eines Standorts',
        system: 'Bei denen einer Systemversion',
        one: 'Bei einem Gerät',
        all: 'Bei allen',
        unsure: 'Das weiß ich nicht',
      },
    },
  },
}
