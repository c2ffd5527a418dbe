export const assignmentStuck = {
  title: 'Die Konsole zeigt „Zuweisung in Bearbeitung“',
  symptom: 'Ein Profil wurde zugewiesen, und der Status ändert sich seit Stunden nicht.',
  nodes: {
    listed: { question: 'Steht das Gerät bei Apple auf diesem Server?' },
    'at-apple': { question: 'Welches Profil meldet Apple, verglichen mit dem gewünschten?' },
    status: { question: 'Meldet Apple überhaupt ein Profil?' },
    blocked: { question: 'Sperrt die Konsole das Gerät?' },
    answer: { question: 'Was hat Apple auf die letzte Zuweisung geantwortet?' },
    known: { question: 'Gibt es das Profil bei Apple noch?' },
    worker: {
      question: 'Auf dem Konsolenserver: Läuft „AirWatch Batch Processing Service“?',
      help: 'Nur bei eigener Installation; eine gehostete Konsole startet der Hersteller neu.',
      options: {
        running: 'Ja, und seine Warteschlange wird kürzer',
        stopped: 'Nein, oder seine Warteschlange wächst nur',
        unsure: 'Das weiß ich nicht',
      },
    },
    spread: { question: 'Wie viele Geräte warten mit demselben Profil?' },
  },
}
