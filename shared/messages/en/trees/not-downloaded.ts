export const notDownloaded = {
  title: '"The configuration could not be downloaded"',
  symptom: 'Remote Management appears, then: could not be downloaded from the organization, with a reason behind it.',
  nodes: {
    'second-half': {
      question: 'What is the whole message, above all its second half?',
      help: 'The first half names the organization only; the reason stands behind it.',
    },
    answer: { question: 'What does the enrollment address answer to a device?' },
    content: { question: 'Is the enrollment profile that came back sound?' },
    speed: { question: 'Did the answer come in time?' },
    'apple-side': { question: "Are Apple's hosts reached from here?" },
    'apple-busy': { question: "Are Apple's hosts reached from here, although the device says they are busy?" },
  },
}
