export const assignmentStuck = {
  title: 'The console shows "Assignment in progress"',
  symptom: 'A profile was assigned, and the status does not change for hours.',
  nodes: {
    listed: { question: 'Is the device on this server at Apple?' },
    'at-apple': { question: 'Which profile does Apple report, against the one it should have?' },
    status: { question: 'Does Apple report a profile at all?' },
    blocked: { question: 'Does the console block the device?' },
    answer: { question: 'What did Apple answer to the last assignment?' },
    known: { question: 'Does the profile still exist at Apple?' },
    worker: {
      question: 'On the console server: does "AirWatch Batch Processing Service" run?',
      help: 'On-premise only; a hosted console is restarted by its vendor.',
      options: {
        running: 'Yes, and its queue gets shorter',
        stopped: 'No, or its queue only grows',
        unsure: 'I do not know',
      },
    },
    spread: { question: 'How many devices wait with the same profile?' },
  },
}
