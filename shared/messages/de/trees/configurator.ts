export const configurator = {
  title: 'Das Gerät wurde mit Apple Configurator hinzugefügt',
  symptom:
    'Ein nicht für die Organisation gekauftes, von Hand hinzugefügtes Gerät registriert sich nicht oder kann austreten.',
  nodes: {
    listed: { question: 'Steht es bei Apple auf diesem Server?' },
    portal: { question: 'Welchen Server nennt die Liste des Portals?' },
    left: {
      question: 'Hat der Benutzer die Verwaltung in den ersten 30 Tagen verlassen?',
      options: { yes: 'Ja', no: 'Nein', unsure: 'Das weiß ich nicht' },
    },
    period: {
      question: 'Ist es in den 30 Tagen, in denen der Benutzer austreten darf?',
      help: 'Nur mit Apple Configurator betreut, ohne das Programm, lassen sich Geräte unter iOS 10.3 nicht zum Aktualisieren zwingen.',
    },
    'set-up': { question: 'Wurde es nach dem Hinzufügen eingerichtet?' },
    erased: {
      question: 'Wurde das Gerät nach dem Hinzufügen gelöscht und eingerichtet?',
      options: { yes: 'Ja', no: 'Nein', unsure: 'Das weiß ich nicht' },
    },
  },
}
