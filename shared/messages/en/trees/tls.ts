export const tls = {
  title: 'The device does not trust the server',
  symptom: 'The certificate is called invalid, or the device cancels right after Remote Management.',
  nodes: {
    name: { question: 'Does the certificate carry the name of the enrollment address?' },
    chain: { question: 'Does the server send a complete chain that is valid now?' },
    trust: { question: "Would a device trust it, by the profile's anchors or publicly?" },
    apple: { question: "Do Apple's hosts present certificates of Apple?" },
    'device-view': {
      question:
        "Opened in a browser on the device's network: does the enrollment host show the same certificate issuer?",
      options: { same: 'Yes, the same', other: 'No, another, such as a firewall', unsure: 'I do not know' },
    },
    clock: { question: 'Is the clock right, which validity depends on?' },
  },
}
