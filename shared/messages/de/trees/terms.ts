export const terms = {
  title: 'Apples Bedingungen müssen akzeptiert werden',
  symptom: 'Konsole oder Portal melden, dass neue Bedingungen zu akzeptieren sind.',
  nodes: {
    accepted: { question: 'Lehnt Apple wegen der Bedingungen ab?' },
    since: {
      question: 'Hat ein Administrator des Portals sie akzeptiert?',
      options: {
        no: 'Nein, oder jemand mit anderer Rolle hat es versucht',
        today: 'Ja, in den letzten 24 Stunden',
        earlier: 'Ja, vor längerer Zeit',
        unsure: 'Das weiß ich nicht',
      },
    },
  },
}
