export const awaitConfiguration = {
  title: 'Das Gerät bleibt bei „Konfiguration wird abgewartet“ stehen',
  symptom: 'Die Registrierung gelingt; danach wartet der Systemassistent endlos.',
  nodes: {
    setting: { question: 'Lässt das Profil das Gerät warten?' },
    push: { question: 'Sind die Hosts der Push-Mitteilungen erreichbar?' },
    commands: {
      question: 'In der Konsole: Warten Befehle, Profile oder Apps auf das Gerät?',
      options: {
        waiting: 'Ja',
        none: 'Nein, nichts wartet',
        restarted: 'Nein, und ein Mac wurde zwischendurch neu gestartet',
        unsure: 'Das weiß ich nicht',
      },
    },
  },
}
