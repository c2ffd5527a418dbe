export const wrongOwner = {
  title: 'Eigentum, Gruppe oder Benutzer stimmt nach der Registrierung nicht',
  symptom: 'Das Gerät ist registriert, aber in einer anderen Gruppe, mit anderem Eigentum oder Benutzer als gedacht.',
  nodes: {
    authentication: { question: 'Verlangt das Profil eine Anmeldung des Benutzers?' },
    what: {
      question: 'Was stimmt nicht?',
      options: {
        ownership: 'Das Eigentum',
        group: 'Die Organisationsgruppe',
        staging: 'Es gehört dem Bereitstellungsbenutzer',
        refused: 'Ein anderer Benutzer wird abgewiesen: auf jemand anderen registriert',
        unsure: 'Das weiß ich nicht',
      },
    },
  },
}
