export const scep = {
  title: 'The device does not get its identity certificate',
  symptom: 'The message speaks of SCEP, of an identity or of a certificate authority.',
  nodes: {
    authority: { question: 'Is the certificate authority reached, and does it answer?' },
    code: { question: 'What exactly does the device show or log?' },
    challenge: {
      question: 'Was this enrollment tried again with the same one-time challenge, or after a long pause?',
      options: { yes: 'Yes', no: 'No', unsure: 'I do not know' },
    },
    stale: {
      question: 'Does the device bring an identity from an earlier enrollment?',
      options: { yes: 'Yes: a restored backup, or its record was not deleted', no: 'No', unsure: 'I do not know' },
    },
    profile: { question: 'Does the enrollment profile say where the identity comes from?' },
  },
}
