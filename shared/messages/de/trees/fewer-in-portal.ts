export const fewerInPortal = {
  title: 'Das Portal zeigt weniger Geräte als die Konsole',
  symptom: 'Die Zahlen von Portal und Konsole weichen ab, meist nach einem vollen Abruf.',
  nodes: {
    file: { question: 'Ist eine Liste des Portals importiert?' },
    row: { question: 'In welcher Liste steht diese Seriennummer?' },
    portal: { question: 'Welchen Server nennt die Liste des Portals?' },
    missing: { question: 'In der Portalliste fehlt es: Zeigt Apple es noch einem unserer Token?' },
    listed: { question: 'Zeigt Apple das Gerät noch einem unserer Token?' },
    gone: { question: 'Was sagen die Aufzeichnungen über seinen Weggang?' },
    synced: { question: 'Kann ein Abgleich noch melden, was entfernt wurde?' },
    cursor: { question: 'Kann ein Abgleich noch melden, was entfernt wurde?' },
    written: {
      question: 'Ist die Seriennummer in einer Liste anders geschrieben?',
      help: 'Tabellenprogramme machen aus manchen Seriennummern Zahlen wie 1,23E+11.',
      options: { yes: 'Ja: Leerzeichen, Gleichheitszeichen, gerundete Zahl', no: 'Nein', unsure: 'Das weiß ich nicht' },
    },
  },
}
