export const reEnrollMac = {
  title: 'A Mac in use shall enroll again',
  symptom: 'The Mac is set up, was moved to this server or lost its management, and nothing asks the user.',
  nodes: {
    listed: { question: 'Is the Mac on this server at Apple?' },
    profile: { question: 'Is a profile assigned at Apple?' },
    expected: { question: 'Is it the profile it should have?' },
    status: { question: 'What does the Mac print for: profiles status -type enrollment' },
    show: {
      question: 'What does the Mac print for: sudo profiles show -type enrollment',
      help: 'The Mac may ask Apple only a few times in 23 hours.',
    },
    renewed: {
      question: 'What happens after: sudo profiles renew -type enrollment',
      options: {
        'not-run': 'It was not run yet',
        notice: 'A notification appears',
        nothing: 'Nothing',
        partly: 'It enrolls, and settings of Setup Assistant are missing',
        unsure: 'I do not know',
      },
    },
  },
}
