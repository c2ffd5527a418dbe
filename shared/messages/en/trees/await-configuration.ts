export const awaitConfiguration = {
  title: 'The device stays on "Awaiting configuration"',
  symptom: 'Enrollment succeeds; then Setup Assistant waits without end.',
  nodes: {
    setting: { question: 'Does the profile tell the device to wait?' },
    push: { question: 'Are the hosts of push notifications reached?' },
    commands: {
      question: 'In the console: do commands, profiles or apps wait for the device?',
      options: {
        waiting: 'Yes',
        none: 'No, nothing waits',
        restarted: 'No, and a Mac was restarted meanwhile',
        unsure: 'I do not know',
      },
    },
  },
}
