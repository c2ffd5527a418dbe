export const configurator = {
  title: 'The device was added with Apple Configurator',
  symptom: 'A device that was not bought for the organization, added by hand, does not enroll or may leave.',
  nodes: {
    listed: { question: 'Is it on this server at Apple?' },
    portal: { question: 'Which server does the portal list name?' },
    left: {
      question: 'Did its user leave management within the first 30 days?',
      options: { yes: 'Yes', no: 'No', unsure: 'I do not know' },
    },
    period: {
      question: 'Is it within the 30 days in which its user may leave?',
      help: 'Supervised by Apple Configurator alone, without the program, a device below iOS 10.3 cannot be made to update.',
    },
    'set-up': { question: 'Was it set up after it was added?' },
    erased: {
      question: 'Was the device erased and set up after it was added?',
      options: { yes: 'Yes', no: 'No', unsure: 'I do not know' },
    },
  },
}
