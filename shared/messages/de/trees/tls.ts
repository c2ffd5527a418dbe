export const tls = {
  title: 'Das Gerät vertraut dem Server nicht',
  symptom: 'Das Zertifikat gilt als ungültig, oder das Gerät bricht direkt nach „Entfernte Verwaltung“ ab.',
  nodes: {
    name: { question: 'Trägt das Zertifikat den Namen der Registrierungsadresse?' },
    chain: { question: 'Sendet der Server eine vollständige, zurzeit gültige Kette?' },
    trust: { question: 'Würde ein Gerät ihr vertrauen, über die Anker des Profils oder öffentlich?' },
    apple: { question: 'Zeigen Apples Hosts Zertifikate von Apple?' },
    'device-view': {
      question: 'Im Browser im Netz des Geräts geöffnet: Zeigt der Registrierungshost denselben Zertifikatsaussteller?',
      options: {
        same: 'Ja, denselben',
        other: 'Nein, einen anderen, etwa eine Firewall',
        unsure: 'Das weiß ich nicht',
      },
    },
    clock: { question: 'Geht die Uhr richtig, von der die Gültigkeit abhängt?' },
  },
}
