export const cannotAssign = {
  title: 'A profile cannot be assigned or removed',
  symptom: 'Assigning or removing a profile ends in an error or changes nothing.',
  nodes: {
    listed: { question: 'Is the device on this server at Apple?' },
    blocked: { question: 'Does the console block the device?' },
    known: { question: 'Does the profile still exist at Apple?' },
    answer: { question: 'What did Apple answer to the last assignment?' },
  },
}
