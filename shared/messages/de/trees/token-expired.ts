export const tokenExpired = {
  title: 'Das Token ist abgelaufen oder läuft bald ab',
  symptom: 'Die Konsole warnt wegen des Datums des Server-Tokens.',
  nodes: {
    expiry: { question: 'Ist das Token über sein Datum hinaus?' },
    fetched: { question: 'Wurde die Liste nach der Erneuerung gelesen?' },
  },
}
