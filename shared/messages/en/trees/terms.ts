export const terms = {
  title: "Apple's terms must be accepted",
  symptom: 'The console or the portal says that new terms must be accepted.',
  nodes: {
    accepted: { question: 'Does Apple refuse because of the terms?' },
    since: {
      question: 'Has an Administrator of the portal accepted them?',
      options: {
        no: 'No, or somebody with another role tried',
        today: 'Yes, within the last 24 hours',
        earlier: 'Yes, longer ago',
        unsure: 'I do not know',
      },
    },
  },
}
