export const notPrompting = {
  title: 'Das Gerät zeigt die entfernte Verwaltung nicht an',
  symptom: 'Der Systemassistent läuft wie bei einem privaten Gerät; „Entfernte Verwaltung“ erscheint nicht.',
  nodes: {
    listed: { question: 'Steht das Gerät bei Apple auf einem unserer Server?' },
    profile: { question: 'Ist bei Apple ein Profil zugewiesen?' },
    wished: { question: 'Sollte es schon ein Profil haben?' },
    blocked: { question: 'Sperrt die Konsole das Gerät?' },
    assignment: { question: 'Was hat Apple auf die letzte Zuweisung geantwortet?' },
    expected: { question: 'Hat es das Profil geholt, das es haben soll?' },
    pushed: { question: 'Wann hat das Gerät sein Profil geholt?' },
    enrolled: { question: 'Ist es laut Konsole schon registriert?' },
    'erased-since': {
      question: 'Wurde das Gerät gelöscht, nachdem es sein Profil geholt hatte?',
      help: 'Ein Gerät übernimmt ein Profil nur während der Einrichtung.',
      options: { yes: 'Ja, und neu eingerichtet', no: 'Nein, es ist noch eingerichtet', unsure: 'Das weiß ich nicht' },
    },
    known: { question: 'Kennt Apple das Profil dieses Geräts noch?' },
    'set-up': { question: 'Wurde es eingerichtet, bevor das Profil zugewiesen war?' },
    'set-up-person': {
      question: 'War das Gerät schon eingerichtet, als das Profil zugewiesen wurde?',
      help: 'Es fragt einmal: sobald es im Systemassistenten zum ersten Mal ein Netzwerk hat.',
      options: { yes: 'Ja', no: 'Nein, es ist neu oder wurde seither gelöscht', unsure: 'Das weiß ich nicht' },
    },
    restored: {
      question: 'Wurde bei der Einrichtung ein Backup oder ein anderes Gerät übertragen?',
      options: { yes: 'Ja', no: 'Nein', unsure: 'Das weiß ich nicht' },
    },
    kind: { question: 'Was für ein Gerät ist es?' },
    ethernet: {
      question: 'Ist das Apple TV über Ethernet verbunden?',
      options: { yes: 'Ja', no: 'Nein, über WLAN', unsure: 'Das weiß ich nicht' },
    },
    'mac-says': {
      question: 'Was gibt der Mac aus auf: sudo profiles show -type enrollment',
      help: 'Der Mac darf Apple nur wenige Male in 23 Stunden fragen.',
    },
    added: {
      question: 'Wurde es mit Apple Configurator hinzugefügt?',
      options: { yes: 'Ja, von Hand', no: 'Nein, vom Händler oder von Apple', unsure: 'Das weiß ich nicht' },
    },
  },
}
