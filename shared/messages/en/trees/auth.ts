export const auth = {
  title: 'Credentials are refused',
  symptom: 'The user types name and password during setup, and they are not accepted.',
  nodes: {
    authentication: { question: 'Does the profile ask the user to sign in?' },
    token: {
      question: 'Does the console demand a registration token?',
      help: 'The one-time token goes into the field for the name and the one for the password.',
      options: {
        no: 'No',
        'one-field': 'Yes, and it was typed in one field only',
        refused: 'Yes, typed in both fields, and refused',
        unsure: 'I do not know',
      },
    },
    mode: {
      question: "Is the user's kind of sign-in (basic, directory, proxy) enabled at that group?",
      options: { enabled: 'Yes', disabled: 'No', unsure: 'I do not know' },
    },
    directory: {
      question: 'In the console: how does "Test connection" of the directory end?',
      options: {
        fails: 'It fails or takes many seconds',
        fine: 'Well, or there is no directory',
        unsure: 'I do not know',
      },
    },
    group: {
      question: "Does the user belong to the profile's group or below it?",
      options: { inside: 'Yes', outside: 'No', unsure: 'I do not know' },
    },
    web: { question: 'Does the profile lead to a page for signing in?' },
    order: {
      question: 'With a token and a page: is the token typed first and then the credentials?',
      options: { right: 'Yes, or no token is used', wrong: 'No', unsure: 'I do not know' },
    },
  },
}
