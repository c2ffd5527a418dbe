export const network = {
  title: 'Das Netzwerk hält das Gerät von Apple oder vom Server fern',
  symptom: 'Die Einrichtung klappt zu Hause oder über einen Hotspot, im Firmennetz aber nicht.',
  nodes: {
    apple: {
      question: 'Sind Apples Hosts erreichbar, mit Zertifikaten von Apple?',
      help: 'Von diesem Computer aus gesehen; das Gerät kann in einem anderen Netz sein.',
    },
    server: { question: 'Ist der Host der Registrierungsadresse erreichbar?' },
    captive: { question: 'Verlangt das Netzwerk zuerst eine Anmeldung?' },
    push: { question: 'Sind die Hosts der Push-Mitteilungen erreichbar?' },
    'set-up-network': {
      question: 'Wie kommt das Gerät bei der Einrichtung ins Internet?',
      options: {
        open: 'Offen oder mit WLAN-Passwort',
        'sign-in': 'Mit Anmeldeseite, 802.1X oder Proxy mit Anmeldung',
        unsure: 'Das weiß ich nicht',
      },
    },
    hotspot: {
      question: 'Klappt es in einem anderen Netz, etwa über den Hotspot eines Telefons?',
      options: { yes: 'Ja', no: 'Nein, genauso', unsure: 'Das weiß ich nicht' },
    },
    clock: { question: 'Geht die Uhr richtig?' },
  },
}
