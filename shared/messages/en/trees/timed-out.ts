export const timedOut = {
  title: '"Profile Installation Failed: the request timed out"',
  symptom: 'Enrollment stops after half a minute or more with a message about time.',
  nodes: {
    host: { question: 'Is the enrollment host reached, and soon?' },
    answer: { question: 'Does the enrollment address answer a device at all?' },
    speed: {
      question: 'How long did the whole answer take?',
      help: 'A device gives up after about 30 seconds; well below 10 is sound.',
    },
    authority: { question: 'Is the certificate authority of the enrollment profile reached?' },
    push: { question: 'Are the hosts of push notifications reached?' },
    web: { question: 'Is the page for signing in reached?' },
    phase: { question: 'What exactly does the device show or log?' },
    middle: {
      question: 'Is there a proxy, an intrusion filter or a load balancer before the server?',
      options: {
        suspect: 'Yes, and it logs or holds these connections',
        none: 'No, or it was ruled out',
        unsure: 'I do not know',
      },
    },
    directory: {
      question: 'In the console: how does "Test connection" of the directory end?',
      options: { fails: 'It fails or takes many seconds', fine: 'At once and well', unsure: 'I do not know' },
    },
    which: {
      question: 'Which devices time out?',
      options: {
        site: 'Those of one site',
        system: 'Those of one system version',
        one: 'One device',
        all: 'All',
        unsure: 'I do not know',
      },
    },
  },
}
