export const cannotAssign = {
  title: 'Ein Profil lässt sich nicht zuweisen oder entfernen',
  symptom: 'Zuweisen oder Entfernen eines Profils endet mit einem Fehler oder ändert nichts.',
  nodes: {
    listed: { question: 'Steht das Gerät bei Apple auf diesem Server?' },
    blocked: { question: 'Sperrt die Konsole das Gerät?' },
    known: { question: 'Gibt es das Profil bei Apple noch?' },
    answer: { question: 'Was hat Apple auf die letzte Zuweisung geantwortet?' },
  },
}
