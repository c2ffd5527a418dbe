export const webView = {
  title: 'The page for signing in does not work',
  symptom: 'The page in Setup Assistant stays white, does not load, or the device cancels after signing in.',
  nodes: {
    address: { question: 'Does the profile have a page for signing in, over https?' },
    host: { question: 'Is the page reached and trusted?' },
    provider: {
      question: 'Are all further pages, above all the identity provider, reached and trusted before enrollment?',
      options: { yes: 'Yes', no: 'No', unsure: 'I do not know' },
    },
    final: {
      question: 'How does the last page deliver the profile?',
      options: {
        right: 'From the same domain, as application/x-apple-aspen-config',
        'other-host': 'From another domain',
        'other-type': 'As another type, such as text or a download',
        unsure: 'I do not know',
      },
    },
    system: {
      question: 'Does the device have at least iOS 13 or macOS 10.15, and is it no Apple TV?',
      options: { yes: 'Yes', no: 'No', unsure: 'I do not know' },
    },
    trust: { question: "Do the profile's anchors fit what the server shows?" },
  },
}
