export const notDownloaded = {
  title: '„Die Konfiguration konnte nicht geladen werden“',
  symptom:
    '„Entfernte Verwaltung“ erscheint, dann: konnte nicht von der Organisation geladen werden, dahinter ein Grund.',
  nodes: {
    'second-half': {
      question: 'Wie lautet die ganze Meldung, vor allem ihre zweite Hälfte?',
      help: 'Die erste Hälfte nennt nur die Organisation; der Grund steht dahinter.',
    },
    answer: { question: 'Was antwortet die Registrierungsadresse einem Gerät?' },
    content: { question: 'Ist das zurückgegebene Registrierungsprofil in Ordnung?' },
    speed: { question: 'Kam die Antwort rechtzeitig?' },
    'apple-side': { question: 'Sind Apples Hosts von hier aus erreichbar?' },
    'apple-busy': { question: 'Sind Apples Hosts von hier aus erreichbar, obwohl das Gerät sie ausgelastet nennt?' },
  },
}
