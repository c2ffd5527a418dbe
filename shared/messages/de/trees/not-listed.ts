export const notListed = {
  title: 'Neue Geräte erscheinen nicht, oder der Abgleich schlägt fehl',
  symptom: 'Ein Gerät steht im Portal und ist nach einem Tag noch nicht in der Liste.',
  nodes: {
    last: { question: 'Wie endete der letzte Lauf?' },
    cursor: {
      question: 'Ist die Marke des letzten Laufs jung genug für Apple?',
      help: 'Apple vergisst sie nach sieben Tagen; dann hilft nur der volle Abruf.',
    },
    listed: { question: 'Zeigt Apple das Gerät einem unserer Token?' },
    portal: { question: 'Welchen Server nennt die Liste des Portals?' },
    schedule: { question: 'Wird die Liste nach Plan gelesen?' },
    worker: {
      question: 'Auf dem Konsolenserver: Läuft „AirWatch Batch Processing Service“, und erreicht sein Host Apple?',
      help: 'Nur bei eigener Installation.',
      options: {
        fine: 'Beides',
        stopped: 'Er läuft nicht',
        blocked: 'Er läuft, erreicht aber mdmenrollment.apple.com nicht',
        unsure: 'Das weiß ich nicht',
      },
    },
    just: {
      question: 'Wurde das Gerät erst vor wenigen Minuten im Portal zugewiesen?',
      options: { yes: 'Ja', no: 'Nein, vor längerer Zeit', unsure: 'Das weiß ich nicht' },
    },
  },
}
