export const webView = {
  title: 'Die Anmeldeseite funktioniert nicht',
  symptom: 'Die Seite im Systemassistenten bleibt weiß, lädt nicht, oder das Gerät bricht nach der Anmeldung ab.',
  nodes: {
    address: { question: 'Hat das Profil eine Anmeldeseite, über https?' },
    host: { question: 'Ist die Seite erreichbar und vertrauenswürdig?' },
    provider: {
      question:
        'Sind alle weiteren Seiten, vor allem der Identitätsanbieter, vor der Registrierung erreichbar und vertrauenswürdig?',
      options: { yes: 'Ja', no: 'Nein', unsure: 'Das weiß ich nicht' },
    },
    final: {
      question: 'Wie liefert die letzte Seite das Profil?',
      options: {
        right: 'Von derselben Domain, als application/x-apple-aspen-config',
        'other-host': 'Von einer anderen Domain',
        'other-type': 'Als anderer Typ, etwa Text oder Download',
        unsure: 'Das weiß ich nicht',
      },
    },
    system: {
      question: 'Hat das Gerät mindestens iOS 13 oder macOS 10.15, und ist es kein Apple TV?',
      options: { yes: 'Ja', no: 'Nein', unsure: 'Das weiß ich nicht' },
    },
    trust: { question: 'Passen die Anker des Profils zu dem, was der Server zeigt?' },
  },
}
