export const tokenExpired = {
  title: 'The token has expired or will soon',
  symptom: 'The console warns about the date of the server token.',
  nodes: {
    expiry: { question: 'Is the token past its date?' },
    fetched: { question: 'Was the list read after the renewal?' },
  },
}
