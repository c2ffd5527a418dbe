export const network = {
  title: 'The network keeps the device from Apple or from the server',
  symptom: "Setup works at home or on a phone's hotspot, and not on the company network.",
  nodes: {
    apple: {
      question: "Are Apple's hosts reached, with certificates of Apple?",
      help: 'Seen from this computer, which may stand in another network than the device.',
    },
    server: { question: 'Is the host of the enrollment address reached?' },
    captive: { question: 'Does the network want a sign-in first?' },
    push: { question: 'Are the hosts of push notifications reached?' },
    'set-up-network': {
      question: 'How does the device get to the internet while it is set up?',
      options: {
        open: 'Open or with a Wi-Fi password',
        'sign-in': 'With a sign-in page, 802.1X or a proxy that asks for a name',
        unsure: 'I do not know',
      },
    },
    hotspot: {
      question: "Does it work on another network, such as a phone's hotspot?",
      options: { yes: 'Yes', no: 'No, the same', unsure: 'I do not know' },
    },
    clock: { question: 'Is the clock right?' },
  },
}
