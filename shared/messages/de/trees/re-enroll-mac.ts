export const reEnrollMac = {
  title: 'Ein Mac in Betrieb soll sich neu registrieren',
  symptom:
    'Der Mac ist eingerichtet, kam auf diesen Server oder verlor seine Verwaltung, und nichts fragt den Benutzer.',
  nodes: {
    listed: { question: 'Steht der Mac bei Apple auf diesem Server?' },
    profile: { question: 'Ist bei Apple ein Profil zugewiesen?' },
    expected: { question: 'Ist es das Profil, das er haben soll?' },
    status: { question: 'Was gibt der Mac aus auf: profiles status -type enrollment' },
    show: {
      question: 'Was gibt der Mac aus auf: sudo profiles show -type enrollment',
      help: 'Der Mac darf Apple nur wenige Male in 23 Stunden fragen.',
    },
    renewed: {
      question: 'Was geschieht nach: sudo profiles renew -type enrollment',
      options: {
        'not-run': 'Noch nicht ausgeführt',
        notice: 'Eine Mitteilung erscheint',
        nothing: 'Nichts',
        partly: 'Er registriert sich, aber Einstellungen des Systemassistenten fehlen',
        unsure: 'Das weiß ich nicht',
      },
    },
  },
}
