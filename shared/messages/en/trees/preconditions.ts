export const preconditions = {
  title: 'Is the connection to Apple sound?',
  symptom: 'Looked at before every other question: token, terms, account and list of devices.',
  nodes: {
    'token-effective': { question: 'Is a token effective for the group of this device?' },
    'token-expiry': { question: 'Is the token before its expiry date?' },
    'token-accepted': { question: 'Does Apple accept the token?' },
    'clock-unauthorized': { question: 'Is the clock right, although Apple rejects the token?' },
    'clock-request': { question: 'Is the clock right, although Apple cannot read the request?' },
    'way-to-apple': { question: 'What keeps this computer from reaching Apple?' },
    'list-fresh': { question: 'Was the list of devices read recently?' },
    'last-sync': { question: 'How did the last run end?' },
    account: { question: 'Is it still the server this token was imported for?' },
  },
}
