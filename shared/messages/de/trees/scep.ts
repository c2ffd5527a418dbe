export const scep = {
  title: 'Das Gerät erhält sein Identitätszertifikat nicht',
  symptom: 'Die Meldung spricht von SCEP, einer Identität oder einer Zertifizierungsstelle.',
  nodes: {
    authority: { question: 'Ist die Zertifizierungsstelle erreichbar, und antwortet sie?' },
    code: { question: 'Was genau zeigt oder protokolliert das Gerät?' },
    challenge: {
      question: 'Wurde diese Registrierung mit derselben Einmal-Challenge wiederholt oder nach langer Pause?',
      options: { yes: 'Ja', no: 'Nein', unsure: 'Das weiß ich nicht' },
    },
    stale: {
      question: 'Bringt das Gerät eine Identität aus einer früheren Registrierung mit?',
      options: {
        yes: 'Ja: ein übertragenes Backup, oder sein Eintrag wurde nicht gelöscht',
        no: 'Nein',
        unsure: 'Das weiß ich nicht',
      },
    },
    profile: { question: 'Sagt das Registrierungsprofil, woher die Identität kommt?' },
  },
}
