export const activationLock = {
  title: 'Das Gerät ist gesperrt (Aktivierungssperre)',
  symptom: 'Die Einrichtung fragt nach einem Apple Account oder der Organisation, die das Gerät gesperrt hat.',
  nodes: {
    code: { question: 'Liegt hier ein Code, der das Gerät öffnet?' },
    who: {
      question: 'Wessen Hinweis zeigt das gesperrte Gerät?',
      options: {
        organization: 'Unsere Organisation oder eine Adresse von ihr',
        person: 'Einen Apple Account einer Person',
        unsure: 'Das weiß ich nicht',
      },
    },
    listed: { question: 'Gehört das Gerät bei Apple noch zur Organisation?' },
    assigned: {
      question: 'Findet das Portal das Gerät, auf irgendeinem Server oder keinem?',
      options: { yes: 'Ja', no: 'Nein', unsure: 'Das weiß ich nicht' },
    },
  },
}
